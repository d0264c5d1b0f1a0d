import type { Game, State } from "#domain/game.ts";
import { gapsOf, type Gaps } from "./gaps.ts";
import { readState } from "./readState.ts";

/**
 * The replicator field at one state: element i is the rate of the share of population i's first strategy, per unit of
 * time. Source: [Taylor1978].
 *
 * @throws AllianceError (usage) for a game that is not two by two, or a state that does not fit it
 */
export function velocity(game: Game, state: State): readonly [number, number] {
  const gaps = gapsOf(game);
  const { x, xRest, y, yRest } = readState(state);
  return [x * xRest * (gaps.c1 * yRest + gaps.c3 * y), y * yRest * (gaps.c2 * xRest + gaps.c4 * x)];
}

/**
 * The same for loops: writes x' and y' into `out` and allocates nothing. Defined for any finite x and y, also outside
 * the unit square, where an Euler orbit may stray.
 *
 * @param gaps from `gapsOf(game)`, once for all calls
 */
export function velocityInto(gaps: Gaps, x: number, y: number, out: { [index: number]: number }): void {
  out[0] = x * (1 - x) * (gaps.c1 * (1 - y) + gaps.c3 * y);
  out[1] = y * (1 - y) * (gaps.c2 * (1 - x) + gaps.c4 * x);
}
