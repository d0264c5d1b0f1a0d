import type { Analysis, RestPoint, Stability } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { continuaOf } from "./continua.ts";
import { cornerEigenvalues, CORNERS, cornerState, type Corner } from "./corners.ts";
import { cornerNote } from "./cornerNote.ts";
import { gapsOf, type Gaps } from "./gaps.ts";
import { interiorPoint } from "./interiorPoint.ts";
import { restPoints } from "./rest-points/restPoints.ts";

/**
 * All rest points of the replicator dynamics with their local behaviour. Of two populations: the four corners, the
 * interior point if it exists, and the continua of rest points that zero gaps cause; every decision is taken on exact
 * payoff differences, without a tolerance. Of another number: see `restPoints`; then with a certificate. Eigenvalues,
 * trace and determinant are those of the Jacobian in the shares of the first strategies, per unit of time. Sources:
 * [Taylor1978], [Hofbauer1998].
 *
 * @throws AllianceError (usage) unless the game has one to six populations with two strategies each, is not marked
 * symmetric, and has every profile with payoffs that are not too extreme
 */
export function analyze(game: Game): Analysis {
  if (!isTwoByTwo(game)) return restPoints(game);
  const gaps = gapsOf(game);
  const interior = interiorPoint(gaps);
  const corners = CORNERS.map((corner) => cornerPoint(game, gaps, corner));
  return {
    restPoints: interior === undefined ? corners : [...corners, interior],
    continua: continuaOf(game, gaps),
  };
}

function isTwoByTwo({ players, symmetric }: Game): boolean {
  return !symmetric && players.length === 2 && players.every(({ strategies }) => strategies.length === 2);
}

function cornerPoint(game: Game, gaps: Gaps, corner: Corner): RestPoint {
  const [first, second] = cornerEigenvalues(gaps, corner);
  const stability = cornerStability(first, second);
  return {
    shares: cornerState(corner),
    nash: first <= 0 && second <= 0,
    strict: first < 0 && second < 0,
    eigenvalues: [
      [first, 0],
      [second, 0],
    ],
    trace: first + second,
    determinant: first === 0 || second === 0 ? 0 : first * second,
    stability,
    ...(stability === "degenerate" ? { note: cornerNote(game, gaps, corner) } : {}),
  };
}

function cornerStability(first: number, second: number): Stability {
  if (first === 0 || second === 0) return "degenerate";
  if (first > 0 !== second > 0) return "saddle";
  return first < 0 ? "ess" : "source";
}
