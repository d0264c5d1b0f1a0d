import type { Payoffs } from "./equalizers.ts";

/**
 * Whether one population that mixes these strategies is known to circle round a rest point with purely imaginary
 * eigenvalues: three strategies always do (their dynamics are those of Lotka and Volterra in the plane, which have a
 * constant of motion there); more do when d'Ad = 0 for every difference d of two mixtures. Source: [Hofbauer1998], 7.
 */
export function hasConstantOfMotion(payoffs: Payoffs, strategies: readonly number[]): boolean {
  if (strategies.length <= 3) return true;
  const [base = 0, ...others] = strategies;
  const at = (i: number, j: number): bigint => payoffs[i]?.[j] ?? 0n;
  const form = (i: number, j: number): bigint => at(i, j) - at(base, j) - at(i, base) + at(base, base);
  return others.every((i) => others.every((j) => form(i, j) + form(j, i) === 0n));
}
