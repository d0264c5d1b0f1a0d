import type { Game } from "#domain/game.ts";
import { cornerEigenvalues, type Corner } from "./corners.ts";
import type { Gaps } from "./gaps.ts";
import { strategyName, playerName } from "./names.ts";

const STABLE = "it is Lyapunov stable, but not asymptotically stable: starts nearby end on rest points nearby";

/**
 * In words: which eigenvalue of a degenerate corner vanishes, and what decides instead. With one eigenvalue zero the
 * other decides, because the edge of rest points is normally hyperbolic there; with both zero the terms of second order
 * do: near the corner the distances p, q to it follow p' = -s p q, q' = -r p q.
 */
export function cornerNote(game: Game, gaps: Gaps, corner: Corner): string {
  const eigenvalues = cornerEigenvalues(gaps, corner);
  const [first, second] = eigenvalues;
  const vanishing = ([0, 1] as const).filter((player) => eigenvalues[player] === 0);
  const causes = vanishing.map((player) => cause(game, corner, player)).join(" ");
  if (vanishing.length === 2) return `${causes} ${secondOrder(gaps, corner)}`;
  const decides = first + second > 0 ? "is positive: the corner is unstable" : `is negative: ${STABLE}`;
  return `${causes} The other eigenvalue ${decides}.`;
}

function cause(game: Game, corner: Corner, player: 0 | 1): string {
  const other = player === 0 ? 1 : 0;
  const against = `${strategyName(game, other, corner[other])} of ${playerName(game, other)}`;
  return (
    `The eigenvalue of ${playerName(game, player)} is zero: both its strategies earn the same against ${against}, ` +
    `so the corner is the end of an edge of rest points.`
  );
}

/** The distances shrink in a population whose corner strategy gains when the other population deviates. */
function secondOrder(gaps: Gaps, [x, y]: Corner): string {
  const [first] = cornerEigenvalues(gaps, [x, y === 0 ? 1 : 0]);
  const [, second] = cornerEigenvalues(gaps, [x === 0 ? 1 : 0, y]);
  if (first === 0 && second === 0) return "Every state is a rest point.";
  const unstable = first >= 0 && second >= 0;
  return `Terms of second order decide: ${unstable ? "the corner is unstable" : STABLE}.`;
}
