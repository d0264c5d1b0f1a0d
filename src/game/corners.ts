import type { State } from "#domain/game.ts";
import type { Gaps } from "./gaps.ts";

/** A pure state: the share, 0 or 1, of each population's first strategy. */
export type Corner = readonly [0 | 1, 0 | 1];

/** X1 to X4 in the order in which the literature numbers them. */
export const CORNERS: readonly Corner[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** Shares of both strategies of both populations. */
export function cornerState([x, y]: Corner): State {
  return [
    [x, 1 - x],
    [y, 1 - y],
  ];
}

/**
 * The Jacobian at a corner is diagonal; element i is population i's eigenvalue: the gain per unit of time of the
 * strategy that it does not play there. Source: [Taylor1978].
 */
export function cornerEigenvalues(gaps: Gaps, [x, y]: Corner): readonly [number, number] {
  const first = y === 1 ? gaps.c3 : gaps.c1;
  const second = x === 1 ? gaps.c4 : gaps.c2;
  return [signed(first, x), signed(second, y)];
}

/** `0 - gap` and not `-gap`: an eigenvalue is never -0. */
function signed(gap: number, share: 0 | 1): number {
  return share === 1 ? 0 - gap : gap;
}
