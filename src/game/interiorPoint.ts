import type { RestPoint } from "#domain/analysis.ts";
import type { Gaps } from "./gaps.ts";
import { ratio } from "./ratio.ts";

/** First and second strategy's share at which the opposite population's two strategies earn the same. */
export type Indifference = readonly [number, number];

/**
 * The isolated interior rest point, X5, or undefined when there is none: both populations must be made indifferent by a
 * mixture of the other, which needs c1 c3 < 0 and c2 c4 < 0. A saddle when c3-c1 and c4-c2 have one sign, else a centre;
 * the trace is always 0. Eigenvalues: the positive one, real or imaginary, first. Source: [Hofbauer1998], ch. 10.
 */
export function interiorPoint(gaps: Gaps): RestPoint | undefined {
  const { c1, c2, c3, c4 } = gaps;
  const shares = [indifference(gaps.exact.c2, gaps.exact.c4), indifference(gaps.exact.c1, gaps.exact.c3)] as const;
  const [first, second] = shares;
  if (first === undefined || second === undefined) return undefined;
  const determinant = (c1 / (c1 - c3)) * c3 * (c2 / (c4 - c2)) * c4;
  const size = Math.sqrt(Math.abs(determinant));
  const saddle = determinant < 0;
  return {
    shares: [first, second],
    nash: true,
    strict: false,
    eigenvalues: saddle
      ? [
          [size, 0],
          [-size, 0],
        ]
      : [
          [0, size],
          [0, -size],
        ],
    trace: 0,
    determinant,
    stability: saddle ? "saddle" : "centre",
  };
}

/**
 * The mixture s, 1-s of one population at which (1-s) `off` + s `on` is 0, exact before it is rounded; undefined
 * unless both weights are positive.
 */
export function indifference(off: bigint, on: bigint): Indifference | undefined {
  if (off === 0n || on === 0n || off > 0n === on > 0n) return undefined;
  const [a, b] = [size(off), size(on)];
  return [ratio(a, a + b), ratio(b, a + b)];
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
