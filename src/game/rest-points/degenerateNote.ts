import type { Game } from "#domain/game.ts";
import { playerName } from "#game/names.ts";
import type { BlockKind } from "./mixedBlock.ts";
import type { OuterSign } from "./stability.ts";

/** A population that does not mix at a rest point, and the sign of its eigenvalue there. */
export interface Outer {
  readonly population: number;
  readonly sign: OuterSign;
}

/** In words: which eigenvalues of a degenerate rest point are on the imaginary axis, and what decides instead. */
export function degenerateNote(game: Game, kind: BlockKind, outer: readonly Outer[]): string {
  const causes = outer.flatMap(({ population, sign }) => causeOf(playerName(game, population), sign));
  if (kind === "singular") {
    causes.push(
      "The indifference equations are dependent to first order: an eigenvalue of the mixing populations is zero.",
    );
  }
  if (kind === "imaginary") {
    causes.push("All eigenvalues of the mixing populations are imaginary, as far as double precision tells.");
  }
  return [...causes, decision(kind, outer)].join(" ");
}

function causeOf(name: string, sign: OuterSign): readonly string[] {
  if (sign === 0) return [`The eigenvalue of ${name} is zero: both its strategies earn the same here.`];
  if (sign === undefined) return [`The eigenvalue of ${name} is so near to zero that its sign is not proven.`];
  return [];
}

function decision(kind: BlockKind, outer: readonly Outer[]): string {
  if (kind === "saddle" || kind === "unstable" || outer.some(({ sign }) => sign === 1)) {
    return "Another eigenvalue has a positive real part: the point is unstable.";
  }
  const open = outer.filter(({ sign }) => sign !== -1);
  if (kind === "none" && open.length === 1) {
    // The zero belongs to an edge of rest points, which is normally hyperbolic here.
    return (
      "All others are negative: it is Lyapunov stable, but not asymptotically stable: " +
      "starts nearby end on rest points nearby."
    );
  }
  return "No other eigenvalue decides; terms of higher order do, which are not computed.";
}
