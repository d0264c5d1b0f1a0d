import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { normalFormOf } from "#game/normalForm.ts";

/** The gaps of n populations with two strategies each, exactly. */
export interface CubeGaps {
  readonly populations: number;
  /**
   * `gaps[i][c]`: population i's gain from its first strategy where the others are at corner c of the cube, in units of
   * 10^-decimals. Bit n-1-k of c is 1 where population k plays its first strategy; bit n-1-i does not matter.
   */
  readonly gaps: readonly (readonly bigint[])[];
  /** 10^decimals. */
  readonly unit: bigint;
}

/** Beyond six the number of faces, 3^n, and the degree of the interior are out of reach of a complete search. */
const MOST_POPULATIONS = 6;

/** Products of six gaps stay within the range of a double. */
const LARGEST_GAP = 1e50;
const SMALLEST_GAP = 1e-50;

/**
 * @throws AllianceError (usage) unless the game has one to six populations with two strategies each, is not marked
 * symmetric, has every profile, and has payoff differences that are 0 or from 1e-50 to 1e50
 */
export function cubeGaps(game: Game): CubeGaps {
  requireTwoStrategies(game);
  const { strides, exact } = normalFormOf(game);
  const populations = strides.length;
  const units = exact.units;
  const gaps = units.map((own, player) =>
    Array.from({ length: 2 ** populations }, (_, corner) => {
      const bit = bitOf(player, populations);
      const profile = (at: number) =>
        strides.reduce((index, stride, k) => index + ((at & bitOf(k, populations)) === 0 ? stride : 0), 0);
      return requireModerate((own[profile(corner | bit)] ?? 0n) - (own[profile(corner & ~bit)] ?? 0n), exact.decimals);
    }),
  );
  return { populations, gaps, unit: 10n ** BigInt(exact.decimals) };
}

function bitOf(population: number, populations: number): number {
  return 1 << (populations - 1 - population);
}

function requireTwoStrategies(game: Game): void {
  const sizes = game.players.map((player) => player.strategies.length);
  const fits = sizes.length >= 1 && sizes.length <= MOST_POPULATIONS && sizes.every((size) => size === 2);
  if (fits && !game.symmetric) return;
  const found = `${sizes.join(" x ")} strategies${game.symmetric ? ", symmetric" : ""}`;
  throw new AllianceError(`${JSON.stringify(game.title)} is a game of ${found}`, {
    kind: "usage",
    hint: "this version finds the rest points of one to six populations with two strategies each, not marked symmetric",
    values: { players: sizes.length, symmetric: game.symmetric },
  });
}

function requireModerate(units: bigint, decimals: number): bigint {
  const size = Math.abs(Number(`${units}e-${decimals}`));
  if (units !== 0n && (size > LARGEST_GAP || size < SMALLEST_GAP)) {
    throw new AllianceError(`two payoffs differ by ${size}, which is too extreme to compute with`, {
      kind: "usage",
      hint: `differences are 0 or from ${SMALLEST_GAP} to ${LARGEST_GAP}; choose another unit of payoff`,
    });
  }
  return units;
}
