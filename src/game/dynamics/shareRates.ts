import { at } from "./at.ts";
import { meanOf } from "./growthRates.ts";

/**
 * One population's rates of the shares under dynamics in which strategies are also found that nobody plays. At a share of
 * 0 the rate is never negative, so the states are never left.
 *
 * @param shares of the population, adding up to 1
 * @param payoffs of its strategies
 * @param out the rates x_i', per unit of time, with the sum 0
 */
export type ShareRates = (shares: Float64Array, payoffs: Float64Array, out: Float64Array) => void;

/**
 * x_i' = exp(payoff_i / eta) / sum_j exp(payoff_j / eta) - x_i, [Fudenberg1998]: players revise at rate 1. At rest in the
 * logit equilibria (quantal response equilibria), which are interior.
 */
export function logit(noise: number): ShareRates {
  return (shares, payoffs, out) => {
    let best = -Infinity;
    for (let i = 0; i < out.length; i++) best = Math.max(best, at(payoffs, i));
    let sum = 0;
    for (let i = 0; i < out.length; i++) {
      const weight = Math.exp((at(payoffs, i) - best) / noise);
      out[i] = weight;
      sum += weight;
    }
    for (let i = 0; i < out.length; i++) out[i] = at(out, i) / sum - at(shares, i);
  };
}

/**
 * x_i' = sum_j x_j [payoff_i - payoff_j]+ - x_i sum_j [payoff_j - payoff_i]+, [Smith1984]: players compare with a strategy
 * drawn at random and change in proportion to the gain. At rest in the Nash equilibria, and nowhere else.
 */
export const smith: ShareRates = (shares, payoffs, out) => {
  for (let i = 0; i < out.length; i++) {
    let [inflow, outflow] = [0, 0];
    for (let j = 0; j < out.length; j++) {
      const gain = at(payoffs, i) - at(payoffs, j);
      if (gain > 0) inflow += at(shares, j) * gain;
      else outflow -= gain;
    }
    out[i] = inflow - at(shares, i) * outflow;
  }
};

/**
 * x_i' = k_i - x_i sum_j k_j with k_i = [payoff_i - mean]+, [Brown1950]: players change towards what earns more than the
 * mean. At rest in the Nash equilibria, and nowhere else.
 */
export const brownVonNeumannNash: ShareRates = (shares, payoffs, out) => {
  const mean = meanOf(shares, payoffs);
  let sum = 0;
  for (let i = 0; i < out.length; i++) {
    const excess = Math.max(0, at(payoffs, i) - mean);
    out[i] = excess;
    sum += excess;
  }
  for (let i = 0; i < out.length; i++) out[i] = at(out, i) - at(shares, i) * sum;
};

/**
 * x_i' = sum_j x_j payoff_j Q_ji - x_i mean, [Page2002], for payoffs that are not negative. Q_ji: 1 - mu where i is j, and
 * mu / (strategies - 1) elsewhere. At rest in the states that breed themselves, which are interior for mu > 0 and
 * positive payoffs; for mu = 0 these are the replicator dynamics.
 */
export function replicatorMutator(mutation: number): ShareRates {
  return (shares, payoffs, out) => {
    const mean = meanOf(shares, payoffs);
    const spread = out.length > 1 ? mutation / (out.length - 1) : 0;
    const kept = out.length > 1 ? 1 - mutation : 1;
    for (let i = 0; i < out.length; i++) {
      const own = at(shares, i) * at(payoffs, i);
      out[i] = kept * own + spread * (mean - own) - at(shares, i) * mean;
    }
  };
}
