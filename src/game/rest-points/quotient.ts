import { ratio } from "#game/ratio.ts";
import { signOf, type Surd } from "./surd.ts";

/** Bits of a surd's integer approximation, whose error is 1, before it is rounded to the 53 of a double. */
const BITS = 72;

/** The double nearest to `numerator / denominator`, of any sign; the denominator is positive. */
export function quotient(numerator: bigint, denominator: bigint): number {
  const sign = signOf(numerator);
  return sign === 0 ? 0 : sign * ratio(numerator * BigInt(sign), denominator);
}

/** `numerator / denominator` to about one unit in the last place; the denominator is not 0. */
export function surdQuotient(numerator: Surd, denominator: Surd): number {
  const top = numerator.times(denominator.conjugate());
  const norm = denominator.times(denominator.conjugate()).p;
  if (top.sign() === 0) return 0;
  let bits = 64n;
  while (top.scaled(bits).toString(2).length < BITS) bits *= 2n;
  const scaled = top.scaled(bits);
  return norm > 0n ? quotient(scaled, norm << bits) : quotient(-scaled, -norm << bits);
}
