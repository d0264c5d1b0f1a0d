import { AllianceError } from "#domain/errors.ts";
import type { Game, State } from "#domain/game.ts";
import { normalFormOf, strategyIn, type NormalForm } from "#game/normalForm.ts";
import { at } from "./at.ts";

/**
 * A game as loops over populations need it. A state is one array: the shares of the first population in the order of its
 * strategies, then those of the next. A symmetric game is one population that stands on the places of both players.
 */
export interface Populations {
  readonly normal: NormalForm;
  readonly symmetric: boolean;
  /** Where the shares of each population stand in a state: from the first to before the second. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Shares of a state. */
  readonly length: number;
  /** `places[profile * players + player]`: where the share stands of the strategy that the player takes in the profile. */
  readonly places: Int32Array;
}

/** How far the shares of one population may be from adding up to 1, before they are scaled to do so. */
const SUM_TOLERANCE = 1e-9;

/** @throws AllianceError (usage) when the game lacks a payoff, or is marked symmetric without being a game of two alike */
export function populationsOf(game: Game): Populations {
  const normal = normalFormOf(game);
  if (game.symmetric && (normal.sizes.length !== 2 || normal.sizes[0] !== normal.sizes[1])) {
    throw new AllianceError(`a symmetric game of ${normal.sizes.join(" x ")} strategies is not possible`, {
      kind: "usage",
      hint: "a symmetric game has two players with equal strategies",
    });
  }
  const sizes = game.symmetric ? normal.sizes.slice(0, 1) : normal.sizes;
  const ranges = sizes.map((size, population) => {
    const from = total(sizes.slice(0, population));
    return { from, to: from + size };
  });
  const players = normal.sizes.length;
  const profiles = normal.payoffs[0]?.length ?? 0;
  const places = Int32Array.from({ length: profiles * players }, (_, index) => {
    const player = index % players;
    return (ranges[player]?.from ?? 0) + strategyIn(normal, Math.floor(index / players), player);
  });
  return { normal, symmetric: game.symmetric, ranges, length: total(sizes), places };
}

/**
 * What each strategy earns on average against the shares of a state; allocates nothing.
 *
 * @param state shares, also outside [0,1], where they are taken as weights
 * @param out payoffs per unit of time, in the places of the strategies' shares
 */
export function payoffsInto({ normal, ranges, places }: Populations, state: Float64Array, out: Float64Array): void {
  out.fill(0);
  const players = normal.sizes.length;
  for (let population = 0; population < ranges.length; population++) {
    const payoffs = normal.payoffs[population] ?? new Float64Array();
    for (let profile = 0, base = 0; profile < payoffs.length; profile++, base += players) {
      let weight = at(payoffs, profile);
      for (let other = 0; other < players; other++) {
        if (other !== population) weight *= at(state, at(places, base + other));
      }
      const own = at(places, base + population);
      out[own] = at(out, own) + weight;
    }
  }
}

/** @throws AllianceError (usage) unless every population has its shares, in [0,1], that add up to 1 */
export function readShares({ ranges }: Populations, state: State): Float64Array {
  const sizes = ranges.map(({ from, to }) => to - from);
  if (state.length !== sizes.length) {
    throw refusal(`a state of this game has ${sizes.length} populations, not ${state.length}`, sizes, state);
  }
  return Float64Array.from(
    state.flatMap((shares, population) => {
      const size = sizes[population];
      if (shares.length !== size) {
        throw refusal(`population ${population + 1} has ${size} shares, not ${shares.length}`, sizes, state);
      }
      const sum = total(shares);
      if (!(shares.every((share) => share >= 0) && Math.abs(sum - 1) <= SUM_TOLERANCE)) {
        throw refusal(`the shares ${shares.join(", ")} are not in [0,1] with the sum 1`, sizes, state);
      }
      return sum === 1 ? shares : shares.map((share) => share / sum);
    }),
  );
}

/** The state as one list of shares per population. */
export function stateOfShares({ ranges }: Populations, shares: Float64Array): State {
  return ranges.map(({ from, to }) => Array.from(shares.subarray(from, to)));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function refusal(message: string, sizes: readonly number[], state: State): AllianceError {
  const example = sizes.map((size) => Array.from({ length: size }, (_, strategy) => (strategy === 0 ? 1 : 0)));
  return new AllianceError(message, {
    kind: "usage",
    hint: `give one list per population with the share of each strategy, as in ${JSON.stringify(example)}`,
    values: { state },
  });
}
