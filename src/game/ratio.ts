/** Bits of the quotient before it is rounded to the 53 of a double. */
const QUOTIENT_BITS = 64;

/**
 * The number nearest to `numerator / denominator`.
 *
 * @param numerator not negative
 * @param denominator positive, at most about 2^900 times the numerator
 */
export function ratio(numerator: bigint, denominator: bigint): number {
  const shift = Math.max(0, bits(denominator) - bits(numerator)) + QUOTIENT_BITS;
  const scaled = numerator << BigInt(shift);
  const quotient = scaled / denominator;
  const sticky = scaled % denominator === 0n ? 0n : 1n; // a tie that is none rounds away from the tie
  return Number(quotient | sticky) * 2 ** -shift;
}

function bits(value: bigint): number {
  return value.toString(2).length;
}
