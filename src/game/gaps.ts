import { parseDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { decimalPlaces } from "./decimalPlaces.ts";

/** See `Gaps`; the four without their exact values. */
export type GapValues = FourGaps<number>;

interface FourGaps<T> {
  /** First population's gain from its first strategy while the second population plays its second. */
  readonly c1: T;
  /** Second population's gain from its first strategy while the first population plays its second. */
  readonly c2: T;
  /** First population's gain while the second population plays its first strategy. */
  readonly c3: T;
  /** Second population's gain while the first population plays its first strategy. */
  readonly c4: T;
}

/**
 * The four payoff differences that decide the replicator dynamics of two populations with two strategies each:
 * x' = x(1-x)(c1(1-y) + c3 y), y' = y(1-y)(c2(1-x) + c4 x), where x and y are the shares of the first strategies.
 * Each number is the exact difference of the payoffs rounded once, so its sign is exact; unit: payoff per unit of time.
 */
export interface Gaps extends GapValues {
  /** The same four as integers over one common power of ten. */
  readonly exact: FourGaps<bigint>;
}

/** Products of four gaps, and quotients of two, stay within the range of a double. */
const LARGEST_GAP = 1e75;
const SMALLEST_GAP = 1e-75;

/**
 * @throws AllianceError (usage) when the game does not have two populations with two strategies each, lacks a
 * profile, or has payoffs that are not finite or differ by more than 1e75 or by less than 1e-75
 */
export function gapsOf(game: Game): Gaps {
  const [first, second] = supportedPlayers(game);
  const payoffs = new Map(game.payoffs.map(({ profile, payoff }) => [JSON.stringify(profile), payoff]));
  const decimals = Math.max(0, ...game.payoffs.flatMap(({ payoff }) => payoff.map(decimalPlaces)));
  const units = (player: 0 | 1, mine: number, other: number): bigint => {
    const [row, column] = player === 0 ? [mine, other] : [other, mine];
    const profile = [first[row], second[column]];
    const value = payoffs.get(JSON.stringify(profile))?.[player];
    if (value === undefined) {
      throw new AllianceError(`${quote(game.title)} has no payoff for the profile ${profile.join(", ")}`, {
        kind: "usage",
        hint: "give every profile once",
      });
    }
    return parseDecimal(value, decimals);
  };
  const gain = (player: 0 | 1, other: number): bigint => units(player, 0, other) - units(player, 1, other);
  const exact = { c1: gain(0, 1), c2: gain(1, 1), c3: gain(0, 0), c4: gain(1, 0) };
  return {
    c1: rounded(exact.c1, decimals),
    c2: rounded(exact.c2, decimals),
    c3: rounded(exact.c3, decimals),
    c4: rounded(exact.c4, decimals),
    exact,
  };
}

function supportedPlayers(game: Game): readonly [readonly string[], readonly string[]] {
  const [first, second] = game.players;
  const found = game.players.map((player) => player.strategies.length).join(" x ");
  if (
    game.symmetric ||
    game.players.length !== 2 ||
    first?.strategies.length !== 2 ||
    second?.strategies.length !== 2
  ) {
    throw new AllianceError(
      `${quote(game.title)} is a game of ${found} strategies${game.symmetric ? ", symmetric" : ""}`,
      {
        kind: "usage",
        hint: "this version analyses games of two populations with two strategies each, not marked symmetric",
        values: { players: game.players.length, symmetric: game.symmetric },
      },
    );
  }
  return [first.strategies, second.strategies];
}

function rounded(units: bigint, decimals: number): number {
  const value = Number(`${units}e-${decimals}`);
  const size = Math.abs(value);
  if (units !== 0n && (size > LARGEST_GAP || size < SMALLEST_GAP)) {
    throw new AllianceError(`two payoffs differ by ${value}, which is too extreme to compute with`, {
      kind: "usage",
      hint: `differences are 0 or from ${SMALLEST_GAP} to ${LARGEST_GAP}; choose another unit of payoff`,
    });
  }
  return value;
}

function quote(title: string): string {
  return JSON.stringify(title);
}
