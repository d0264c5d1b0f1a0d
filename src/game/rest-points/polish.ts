import type { Enclosure } from "./enclosedPoint.ts";
import { inverse } from "./inverse.ts";
import { atPoint, bitLength, onBox, scaleDown, slope, toDoubles } from "./multilinear.ts";
import { vertexTest } from "./vertexTest.ts";

/** Fixed point: a coordinate is an integer over 2^BITS. */
const BITS = 192;
const ONE = 1n << 192n;
/** Half width of the box that is proven to hold the root. */
const RADIUS = 1n << 64n;
/** A Newton step below this has nothing left to do. */
const SMALL_STEP = 2 ** -140;
const MOST_STEPS = 80;

/**
 * Newton's method in fixed point on exact residuals, and a proof that a box of half width 2^-128 around its end holds a
 * root and no second one; undefined when there is no such proof.
 *
 * @param equations corner values of m multilinear functions on the unit cube
 * @param start a point near the root
 */
export function polish(equations: readonly (readonly bigint[])[], start: readonly number[]): Enclosure | undefined {
  const centre = newton(equations, start);
  if (centre === undefined) return undefined;
  const low = centre.map((x) => x - RADIUS);
  const high = centre.map((x) => x + RADIUS);
  const { unique, exists } = vertexTest(
    equations.map((values) => toDoubles(onBox(values, low, high, ONE))),
    2 ** -53,
  );
  return unique && exists ? { centre, radius: RADIUS, one: ONE } : undefined;
}

function newton(equations: readonly (readonly bigint[])[], start: readonly number[]): readonly bigint[] | undefined {
  const sizes = equations.map((values) => Math.max(...values.map(bitLength)));
  let point = start.map(fixed);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(equations, sizes, point);
    if (move === undefined || !move.every((part) => Math.abs(part) < 1)) return undefined;
    point = point.map((x, k) => x - fixed(move[k] ?? 0));
    if (move.every((part) => Math.abs(part) < SMALL_STEP)) return point;
  }
  return undefined;
}

/** The inverse of the Jacobian, in double precision, applied to the exact residual. */
function newtonStep(
  equations: readonly (readonly bigint[])[],
  sizes: readonly number[],
  point: readonly bigint[],
): readonly number[] | undefined {
  const number = (values: readonly bigint[], i: number) =>
    scaleDown(atPoint(values, point, ONE), BITS * point.length + (sizes[i] ?? 0));
  const residual = equations.map(number);
  const jacobian = equations.map((values, i) => point.map((_, k) => number(slope(values, k), i)));
  return inverse(jacobian)?.map((row) => row.reduce((sum, weight, i) => sum + weight * (residual[i] ?? 0), 0));
}

/** A number of size at most 1 as an integer over 2^BITS. */
function fixed(value: number): bigint {
  return BigInt(Math.round(value * 2 ** BITS));
}
