import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { normalFormOf } from "#game/normalForm.ts";
import type { Payoffs } from "./equalizers.ts";

/** The payoffs of two players as integers: `[own strategy][the other's strategy]`, over `scale`. */
export interface MatrixGame {
  readonly first: Payoffs;
  readonly second: Payoffs;
  /** A power of ten. */
  readonly scale: bigint;
}

/** All pairs of sets of strategies are gone through: 2^14 of them take some seconds. */
const MOST_STRATEGIES = 14;

/**
 * @throws AllianceError (usage) for another number of players, or more strategies of both together than can be gone through
 */
export function matrixGameOf(game: Game): MatrixGame {
  const { sizes, exact } = normalFormOf(game);
  const [rows = 0, columns = 0] = sizes;
  if (sizes.length !== 2 || rows + columns > MOST_STRATEGIES) {
    throw new AllianceError(`${JSON.stringify(game.title)} is a game of ${sizes.join(" x ")} strategies`, {
      kind: "usage",
      hint: `this analysis takes two players with at most ${MOST_STRATEGIES} strategies together; leave out dominated ones`,
      values: { sizes },
    });
  }
  const [own = [], other = []] = exact.units;
  const at = (units: readonly bigint[], i: number, j: number): bigint => units[i * columns + j] ?? 0n;
  return {
    first: range(rows).map((i) => range(columns).map((j) => at(own, i, j))),
    second: range(columns).map((j) => range(rows).map((i) => at(other, i, j))),
    scale: 10n ** BigInt(exact.decimals),
  };
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, i) => i);
}
