import { at } from "./at.ts";

/**
 * One population's per-head growth rates under dynamics in which strategies are copied: x_i' = x_i g_i. Who has no share
 * gets none, so faces stay faces.
 *
 * @param shares of the population, adding up to 1
 * @param payoffs of its strategies
 * @param out the growth rates g_i, per unit of time, with a mean of 0
 */
export type GrowthRates = (shares: Float64Array, payoffs: Float64Array, out: Float64Array) => void;

/** g_i = payoff_i - mean, [Taylor1978]. At rest where all that is played earns the same. */
export const replicator: GrowthRates = (shares, payoffs, out) => {
  const mean = meanOf(shares, payoffs);
  for (let i = 0; i < out.length; i++) out[i] = at(payoffs, i) - mean;
};

/** g_i = (payoff_i - mean) / mean, [MaynardSmith1982], for positive payoffs. At rest where the replicator is. */
export const maynardSmith: GrowthRates = (shares, payoffs, out) => {
  const mean = meanOf(shares, payoffs);
  for (let i = 0; i < out.length; i++) out[i] = (at(payoffs, i) - mean) / mean;
};

/**
 * Pairs meet at rate 1 and i takes j's strategy with the probability 1 / (1 + exp(-beta (payoff_j - payoff_i))) of Fermi,
 * so that g_i = sum_j x_j tanh(beta (payoff_i - payoff_j) / 2), [Szabo1998]. At rest where the replicator is.
 */
export function imitation(intensity: number): GrowthRates {
  return (shares, payoffs, out) => {
    for (let i = 0; i < out.length; i++) {
      let rate = 0;
      for (let j = 0; j < out.length; j++) {
        rate += at(shares, j) * Math.tanh((intensity * (at(payoffs, i) - at(payoffs, j))) / 2);
      }
      out[i] = rate;
    }
  };
}

export function meanOf(shares: Float64Array, payoffs: Float64Array): number {
  let mean = 0;
  for (let i = 0; i < shares.length; i++) mean += at(shares, i) * at(payoffs, i);
  return mean;
}
