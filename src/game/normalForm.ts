import { parseDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { decimalPlaces } from "./decimalPlaces.ts";

/**
 * A game of any number of players and strategies as arrays. A profile is an index: the strategies' numbers in a mixed
 * base, the last player's fastest, so that of two players profile (i, j) has the index i * sizes[1] + j.
 */
export interface NormalForm {
  /** Strategies of each player. */
  readonly sizes: readonly number[];
  /** By how much the index of a profile grows when a player takes its next strategy. */
  readonly strides: readonly number[];
  /** `payoffs[player][profile]`: payoff per unit of time. */
  readonly payoffs: readonly Float64Array[];
  /** The same, exactly: integers over 10^decimals. */
  readonly exact: { readonly decimals: number; readonly units: readonly (readonly bigint[])[] };
}

/**
 * @throws AllianceError (usage) when a profile is missing, names a strategy that is not there, or has a payoff that is
 * not finite
 */
export function normalFormOf(game: Game): NormalForm {
  const sizes = game.players.map(({ strategies }) => strategies.length);
  const strides = stridesOf(sizes);
  const profiles = sizes.reduce((product, size) => product * size, 1);
  const texts = game.players.map(() => Array.from<number>({ length: profiles }).fill(Number.NaN));
  for (const { profile, payoff } of game.payoffs) {
    const index = indexOf(game, strides, profile);
    texts.forEach((row, player) => (row[index] = payoff[player] ?? Number.NaN));
  }
  const decimals = Math.max(0, ...texts.flat().map(decimalPlaces));
  return {
    sizes,
    strides,
    payoffs: texts.map((row) => Float64Array.from(row)),
    exact: { decimals, units: texts.map((row) => row.map((value) => parseDecimal(value, decimals))) },
  };
}

/**
 * What each strategy of `player` earns on average against the others' shares; writes it into `out`.
 *
 * @param shares `shares[p][s]`: share of strategy s in population p; the player's own shares do not matter
 * @param out one number per strategy of `player`
 */
export function strategyPayoffs(
  form: NormalForm,
  player: number,
  shares: readonly ArrayLike<number>[],
  out: Float64Array,
): void {
  const own = form.payoffs[player] ?? new Float64Array();
  out.fill(0);
  own.forEach((payoff, index) => {
    const mine = strategyIn(form, index, player);
    out[mine] = (out[mine] ?? 0) + payoff * weightOfOthers(form, index, player, shares);
  });
}

/** The strategy that `player` takes in the profile of an index. */
export function strategyIn({ sizes, strides }: NormalForm, index: number, player: number): number {
  return Math.floor(index / (strides[player] ?? 1)) % (sizes[player] ?? 1);
}

/** How often the others play their part of a profile: the product of their shares. */
function weightOfOthers(form: NormalForm, index: number, player: number, shares: readonly ArrayLike<number>[]): number {
  let weight = 1;
  shares.forEach((population, other) => {
    if (other !== player) weight *= population[strategyIn(form, index, other)] ?? 0;
  });
  return weight;
}

function stridesOf(sizes: readonly number[]): number[] {
  const strides: number[] = [];
  let stride = 1;
  for (const size of sizes.toReversed()) {
    strides.unshift(stride);
    stride *= size;
  }
  return strides;
}

function indexOf(game: Game, strides: readonly number[], profile: readonly string[]): number {
  return game.players.reduce((index, { name, strategies }, player) => {
    const strategy = strategies.indexOf(profile[player] ?? "");
    if (strategy < 0) {
      throw new AllianceError(`${JSON.stringify(name)} has no strategy ${JSON.stringify(profile[player])}`, {
        kind: "usage",
        hint: `choose one of ${strategies.join(", ")}`,
      });
    }
    return index + strategy * (strides[player] ?? 1);
  }, 0);
}
