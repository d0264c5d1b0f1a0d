/**
 * Multilinear functions as their values at the 2^m corners of a box; coordinate k of m has the bit m-1-k. Such a
 * function takes its least and greatest value at corners, so these values bound it on the box without loss.
 */

/** Its derivative by coordinate k, again at the corners: values with the bit of k minus values without. */
export function slope(values: readonly bigint[], k: number): readonly bigint[] {
  const bit = values.length >> (k + 1);
  return values.map((_, c) => (values[c | bit] ?? 0n) - (values[c & ~bit] ?? 0n));
}

/**
 * The corner values on a smaller box, exactly, times `one`^m.
 *
 * @param low lower end of the box per coordinate, in units of 1/`one`
 * @param high upper end
 */
export function onBox(
  values: readonly bigint[],
  low: readonly bigint[],
  high: readonly bigint[],
  one: bigint,
): readonly bigint[] {
  const out = [...values];
  low.forEach((from, k) => {
    const to = high[k] ?? from;
    const bit = out.length >> (k + 1);
    for (let c = 0; c < out.length; c++) {
      if ((c & bit) !== 0) continue;
      const [a, b] = [out[c] ?? 0n, out[c | bit] ?? 0n];
      out[c] = a * (one - from) + b * from;
      out[c | bit] = a * (one - to) + b * to;
    }
  });
  return out;
}

/** The value at one point, exactly, times `one`^m. */
export function atPoint(values: readonly bigint[], point: readonly bigint[], one: bigint): bigint {
  let rest = values;
  for (const x of point) {
    const half = rest.length / 2;
    const upper = rest.slice(half);
    rest = rest.slice(0, half).map((low, c) => low * (one - x) + (upper[c] ?? 0n) * x);
  }
  return rest[0] ?? 0n;
}

/** +1 or -1 where all corner values have that sign or are 0, but not all are 0; 0 where all are; else undefined. */
export function signOnBox(values: readonly bigint[]): -1 | 0 | 1 | undefined {
  const above = values.some((value) => value > 0n);
  const below = values.some((value) => value < 0n);
  if (above && below) return undefined;
  if (above) return 1;
  return below ? -1 : 0;
}

/** Bits of the mantissa of `toDoubles` before rounding. */
const BITS = 64n;

/** The values divided by one power of two, so that none exceeds 1 in size; each is wrong by at most 2^-53. */
export function toDoubles(values: readonly bigint[]): Float64Array {
  const bits = values.reduce((most, value) => Math.max(most, bitLength(value)), 0);
  return Float64Array.from(values, (value) => scaleDown(value, bits));
}

/** `value` / 2^`bits` in double precision. */
export function scaleDown(value: bigint, bits: number): number {
  const excess = BigInt(Math.max(0, bitLength(value) - Number(BITS)));
  return Number(value >> excess) * 2 ** (Number(excess) - bits);
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}
