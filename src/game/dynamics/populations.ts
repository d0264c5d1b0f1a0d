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
  /** Payoffs of each population, its own strategies slowest, then the other players in their order, the last fastest. */
  readonly ownFirst: readonly Float64Array[];
  /** For `payoffsInto` alone. */
  readonly scratch: Float64Array;
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
  const ownFirst = sizes.map((_, population) => ownStrategiesFirst(normal, population));
  const scratch = new Float64Array(profiles);
  return { normal, symmetric: game.symmetric, ranges, length: total(sizes), places, ownFirst, scratch };
}

/** Profiles in the order of their strategies, the player's own as the first digit. Sorting keeps equal ones in order. */
function ownStrategiesFirst(normal: NormalForm, player: number): Float64Array {
  const payoffs = Array.from(normal.payoffs[player] ?? []);
  return Float64Array.from(
    payoffs
      .map((payoff, profile) => ({ payoff, own: strategyIn(normal, profile, player) }))
      .sort((a, b) => a.own - b.own)
      .map(({ payoff }) => payoff),
  );
}

/**
 * What each strategy earns on average against the shares of a state; allocates nothing.
 *
 * @param state shares, also outside [0,1], where they are taken as weights
 * @param out payoffs per unit of time, in the places of the strategies' shares
 */
export function payoffsInto(form: Populations, state: Float64Array, out: Float64Array): void {
  form.ranges.forEach(({ from, to }, population) => {
    const values = averagedOver(form, population, state);
    for (let place = from; place < to; place++) out[place] = at(values, place - from);
  });
}

/** The population's payoffs by its own strategies, averaged over one other player after the other, the last first. */
function averagedOver(
  { normal, ranges, symmetric, ownFirst, scratch }: Populations,
  population: number,
  state: Float64Array,
) {
  let values = ownFirst[population] ?? scratch;
  let count = values.length;
  for (let player = normal.sizes.length - 1; player >= 0; player--) {
    if (player === population) continue;
    const { from = 0, to = 0 } = ranges[symmetric ? 0 : player] ?? {};
    count /= to - from;
    average(values, count, state.subarray(from, to), scratch);
    values = scratch;
  }
  return values;
}

/** Averages each run of as many values as there are weights; `out` may be `values`. */
function average(values: Float64Array, count: number, weights: Float64Array, out: Float64Array): void {
  for (let run = 0, place = 0; run < count; run++) {
    let sum = 0;
    for (let i = 0; i < weights.length; i++, place++) sum += at(values, place) * at(weights, i);
    out[run] = sum;
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
