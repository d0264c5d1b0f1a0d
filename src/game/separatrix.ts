import { AllianceError } from "#domain/errors.ts";
import type { Game, State } from "#domain/game.ts";
import { classifyPattern } from "./classifyPattern.ts";
import { gapsOf, type GapValues } from "./gaps.ts";
import { stateAt } from "./logOdds.ts";
import { distanceAt, signedRoot, wellsOf } from "./well.ts";

/**
 * Points of the curve that divides the two basins of a bistable game: the level set of the first integral through the
 * saddle, solved for the second population's share at each share of the first. Ends at two corners of the square.
 *
 * @param n number of points, at least 2; the first population's shares are i/(n-1)
 * @throws AllianceError (usage) when the game is not bistable, or n is no such number
 */
export function separatrix(game: Game, n: number): readonly State[] {
  const gaps = gapsOf(game);
  if (classifyPattern(gaps).kind !== "bistable") {
    throw new AllianceError(`${JSON.stringify(game.title)} is not bistable: no separatrix divides its square`, {
      kind: "usage",
      hint: "a separatrix exists where two opposite corners are evolutionarily stable; see `analyze`",
    });
  }
  if (!Number.isInteger(n) || n < 2) {
    throw new AllianceError(`a separatrix of ${n} points`, { kind: "usage", hint: "ask for 2 points or more" });
  }
  const onto = separatrixOdds(gaps);
  return Array.from({ length: n }, (_, i) => {
    const u = Math.log(i / (n - 1 - i));
    return stateAt({ u, v: onto(u) });
  });
}

/** The second population's log-odds on the separatrix of a bistable game, of the first population's. */
export function separatrixOdds(gaps: GapValues): (u: number) => number {
  const [first, second] = wellsOf(gaps);
  const orientation = gaps.c4 > 0 ? -1 : 1;
  return (u) => {
    if (!Number.isFinite(u)) return orientation * u;
    return second.centre + distanceAt(second, orientation * signedRoot(first, u - first.centre));
  };
}
