import type { Game, State } from "#domain/game.ts";
import { gapsOf } from "./gaps.ts";
import { readState } from "./readState.ts";

/**
 * A function of the state that every orbit keeps constant: H = c2 ln x - c4 ln(1-x) - c1 ln y + c3 ln(1-y), in units of
 * payoff. Infinite, or not a number where two infinities meet, on the boundary of the square. Source: [Hofbauer1996].
 *
 * @throws AllianceError (usage) for a game that is not two by two; the function, for a state that does not fit it
 */
export function firstIntegral(game: Game): (state: State) => number {
  const { c1, c2, c3, c4 } = gapsOf(game);
  return (state) => {
    const { x, xRest, y, yRest } = readState(state);
    return term(c2, x) - term(c4, xRest) - term(c1, y) + term(c3, yRest);
  };
}

/** A zero gap contributes nothing, also at a share of 0. */
function term(gap: number, share: number): number {
  return gap === 0 ? 0 : gap * Math.log(share);
}
