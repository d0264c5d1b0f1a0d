import { ratio } from "#game/ratio.ts";

/**
 * The double nearest to `numerator / denominator`.
 *
 * @param denominator not zero
 */
export function quotient(numerator: bigint, denominator: bigint): number {
  const size = ratio(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator);
  return numerator < 0n === denominator < 0n ? size : 0 - size;
}
