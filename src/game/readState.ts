import { AllianceError } from "#domain/errors.ts";
import type { State } from "#domain/game.ts";

/** The shares of a two-by-two state; `xRest` is the share of the second strategy, kept for its own digits. */
export interface Shares {
  readonly x: number;
  readonly xRest: number;
  readonly y: number;
  readonly yRest: number;
}

/** How far the shares of one population may be from adding up to 1, before they are scaled to do so. */
const SUM_TOLERANCE = 1e-9;

/** @throws AllianceError (usage) unless the state has two lists of two shares in [0,1] that add up to 1 */
export function readState(state: State): Shares {
  const [first, second] = state;
  if (state.length !== 2 || first === undefined || second === undefined) {
    throw refusal(`a state of this game has 2 populations, not ${state.length}`, state);
  }
  const [x, xRest] = pair(first, state);
  const [y, yRest] = pair(second, state);
  return { x, xRest, y, yRest };
}

function pair(shares: readonly number[], state: State): readonly [number, number] {
  const [share, rest] = shares;
  if (shares.length !== 2 || share === undefined || rest === undefined) {
    throw refusal(`a population of this game has 2 shares, not ${shares.length}`, state);
  }
  const sum = share + rest;
  if (!(share >= 0 && rest >= 0 && Math.abs(sum - 1) <= SUM_TOLERANCE)) {
    throw refusal(`the shares ${share}, ${rest} are not in [0,1] with the sum 1`, state);
  }
  return sum === 1 ? [share, rest] : [share / sum, rest / sum];
}

function refusal(message: string, state: State): AllianceError {
  return new AllianceError(message, {
    kind: "usage",
    hint: "give one list per population with the share of each strategy, as in [[0.5,0.5],[0.25,0.75]]",
    values: { state },
  });
}
