import type { Analysis, RestPoint, Stability } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { continuaOf } from "./continua.ts";
import { cornerEigenvalues, CORNERS, cornerState, type Corner } from "./corners.ts";
import { cornerNote } from "./cornerNote.ts";
import { gapsOf, type Gaps } from "./gaps.ts";
import { interiorPoint } from "./interiorPoint.ts";
import { analyzeBimatrix } from "./matrix/analyzeBimatrix.ts";
import { analyzeSymmetric } from "./matrix/analyzeSymmetric.ts";
import { restPoints } from "./rest-points/restPoints.ts";

/**
 * All rest points of the replicator dynamics with their local behaviour. Of two populations with two strategies: the four
 * corners, the interior point if it exists, and the continua of rest points that zero gaps cause; every decision is taken
 * on exact payoff differences, without a tolerance. Of one population, and of two with more strategies: see `matrix/`;
 * then with all Nash equilibria. Of another number with two strategies each: see `restPoints`; then with a certificate.
 * Eigenvalues, trace and determinant are those of the Jacobian in the shares of all strategies but one of each
 * population, per unit of time. Sources: [Taylor1978], [Hofbauer1998].
 *
 * @throws AllianceError (usage) unless the game is marked symmetric and is, or has two populations, or one to six with two
 * strategies each; for too many strategies; and for payoffs that are missing or too extreme
 */
export function analyze(game: Game): Analysis {
  if (game.symmetric) return analyzeSymmetric(game);
  if (game.players.length !== 2) return restPoints(game);
  return isTwoByTwo(game) ? analyzeTwoByTwo(game) : analyzeBimatrix(game);
}

function analyzeTwoByTwo(game: Game): Analysis {
  const gaps = gapsOf(game);
  const interior = interiorPoint(gaps);
  const corners = CORNERS.map((corner) => cornerPoint(game, gaps, corner));
  return {
    restPoints: interior === undefined ? corners : [...corners, interior],
    continua: continuaOf(game, gaps),
  };
}

function isTwoByTwo({ players }: Game): boolean {
  return players.every(({ strategies }) => strategies.length === 2);
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
