import { members, type Mixture, type Payoffs } from "./equalizers.ts";

/**
 * How a population's shares react, within the face of its support, to the other population's (or, in one population, to
 * their own): the Jacobian of the replicator field in the shares of all but the last strategies of both faces, times
 * `unitOf(own)`. Element [i][j]: strategy i's reaction to strategy j. Source: [Hofbauer1998], 7 and 10.
 *
 * @param own the population's mixture at the rest point
 * @param acting the strategies whose shares vary; in one population its own support
 */
export function faceJacobian(payoffs: Payoffs, own: Mixture, acting: number): readonly (readonly bigint[])[] {
  const rows = members(own.support);
  const columns = members(acting);
  const last = columns.at(-1) ?? 0;
  const effect = (i: number, j: number): bigint => (payoffs[i]?.[j] ?? 0n) - (payoffs[i]?.[last] ?? 0n);
  const share = (i: number): bigint => own.shares[i] ?? 0n;
  const average = columns.map((j) => rows.reduce((sum, i) => sum + share(i) * effect(i, j), 0n));
  return rows
    .slice(0, -1)
    .map((i) => columns.slice(0, -1).map((j, k) => share(i) * (own.denominator * effect(i, j) - (average[k] ?? 0n))));
}

/** By how much the elements of `faceJacobian` are too large. */
export function unitOf({ denominator }: Mixture): bigint {
  return denominator * denominator;
}

/** What players gain who leave the support, times the mixture's denominator: an eigenvalue each. */
export function gainsOutside(against: Mixture, support: number): readonly { strategy: number; gain: bigint }[] {
  const inside = against.earnings[members(support)[0] ?? 0] ?? 0n;
  return against.earnings.flatMap((value, strategy) =>
    (support & (1 << strategy)) === 0 ? [{ strategy, gain: value - inside }] : [],
  );
}
