import { addLogs, compensatedSum, sumLogs } from "./logSums.ts";
import type { Ladder } from "./ladder.ts";

/** A positive number that may be beyond the range of a double, by its natural logarithm; itself where it can be held. */
export interface Steps {
  readonly ln: number;
  readonly steps?: number;
}

/** The fate of one mutant when no other mutant appears. Steps are revisions within its population. */
export interface Fixation {
  /** That its descendants, in the end, are the whole population. */
  readonly probability: number;
  /** ln of that, also where the probability itself is too small for a double. */
  readonly lnProbability: number;
  /** Expected steps until it has taken over, where it does. */
  readonly conditional: Steps;
  /** Expected steps until it has taken over or died out. */
  readonly unconditional: Steps;
}

/**
 * Exact, in time and memory proportional to the size, without overflow or cancellation: with g(k) = down / up the
 * probability is 1 / (1 + sum over k of g(1)...g(k)), and the times are the double sums of [Altrock2009], by recursion.
 *
 * @param ladder without mutation
 */
export function fixationOf({ size, advantage, lnUp }: Ladder): Fixation {
  const products = lnProducts(advantage, size);
  const lnProbability = -sumLogs(products);
  // reached: ln of the probability to take over from k mutants; waiting: ln of the inner sum over l up to k.
  let [reached, waiting, waitingToWin] = [-Infinity, -Infinity, -Infinity];
  const terms = new Float64Array(size - 1);
  const winningTerms = new Float64Array(size - 1);
  for (let k = 1; k < size; k++) {
    reached = addLogs(reached, lnProbability + (products[k - 1] ?? 0));
    const ratio = -(advantage[k] ?? 0);
    const lnWait = -(lnUp[k] ?? 0);
    waiting = addLogs(lnWait, ratio + waiting);
    waitingToWin = addLogs(reached + lnWait, ratio + waitingToWin);
    terms[k - 1] = waiting;
    winningTerms[k - 1] = waitingToWin;
  }
  return {
    probability: Math.exp(lnProbability),
    lnProbability,
    conditional: steps(sumLogs(winningTerms)),
    unconditional: steps(lnProbability + sumLogs(terms)),
  };
}

/** ln of g(1)...g(k) for k from 0 to size - 1. */
function lnProducts(advantage: Float64Array, size: number): Float64Array {
  const products = new Float64Array(size);
  const sum = compensatedSum();
  for (let k = 1; k < size; k++) {
    sum.add(-(advantage[k] ?? 0));
    products[k] = sum.value();
  }
  return products;
}

function steps(ln: number): Steps {
  const value = Math.exp(ln);
  return value < Infinity ? { ln, steps: value } : { ln };
}
