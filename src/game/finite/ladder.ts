import { softplus } from "#game/logOdds.ts";
import { addLogs } from "./logSums.ts";
import type { Counts, Process } from "./process.ts";

/** A mutant strategy in a population whose other members all play a resident one, as do those of other populations. */
export interface Invasion {
  readonly population: number;
  readonly mutant: number;
  /** The strategy that each population plays otherwise. */
  readonly residents: readonly number[];
}

/**
 * The number k of mutants, from 0 to the size of the population, as a chain that moves by one. Each array has an entry
 * for each k; probabilities are per revision within this population.
 */
export interface Ladder {
  readonly size: number;
  /** ln of the mutants' fitness over the residents'; 0 at both ends, where only one of the two is there. */
  readonly advantage: Float64Array;
  /** ln of the probability that k grows. */
  readonly lnUp: Float64Array;
  /** ln of the probability that k falls. */
  readonly lnDown: Float64Array;
}

/**
 * @param mutation probability that a revision takes the other of the two strategies; 0 for the fate of one mutant
 */
export function ladderOf(process: Process, invasion: Invasion, mutation: number): Ladder {
  const size = process.options.sizes[invasion.population] ?? 0;
  const advantage = advantages(process, invasion, size);
  const lnUp = new Float64Array(size + 1);
  const lnDown = new Float64Array(size + 1);
  const rung = process.options.rule === "pairwise" ? comparison : birth;
  for (let k = 0; k <= size; k++) {
    const edge = advantage[k] ?? 0;
    lnUp[k] = rung(size, k, edge, mutation);
    lnDown[k] = rung(size, size - k, -edge, mutation);
  }
  return { size, advantage, lnUp, lnDown };
}

/** Of both strategies the payoffs grow evenly with k, from one mutant to one resident. */
function advantages(process: Process, invasion: Invasion, size: number): Float64Array {
  const { population, mutant, residents } = invasion;
  const resident = residents[population] ?? 0;
  const first = process.payoffsAt(countsAt(process, invasion, 1), population);
  const last = process.payoffsAt(countsAt(process, invasion, size - 1), population);
  const advantage = new Float64Array(size + 1);
  for (let k = 1; k < size; k++) {
    const part = size === 2 ? 0 : (k - 1) / (size - 2);
    const fitness = (strategy: number): number => {
      const payoff = (1 - part) * (first[strategy] ?? Number.NaN) + part * (last[strategy] ?? Number.NaN);
      return process.lnFitness(population, payoff);
    };
    advantage[k] = fitness(mutant) - fitness(resident);
  }
  return advantage;
}

/** The state with k mutants. */
export function countsAt(process: Process, { population, mutant, residents }: Invasion, k: number): Counts {
  return process.strategies.map((strategies, p) => {
    const size = process.options.sizes[p] ?? 0;
    return strategies.map((_, s) => {
      if (p === population && s === mutant) return k;
      return s === residents[p] ? size - (p === population ? k : 0) : 0;
    });
  });
}

/** ln of the probability that `k` of `size` become one more by pairwise comparison. */
function comparison(size: number, k: number, edge: number, mutation: number): number {
  const imitates = Math.log1p(-mutation) + Math.log(k / (size - 1)) - softplus(-edge);
  return Math.log((size - k) / size) + addLogs(imitates, Math.log(mutation));
}

/** ln of the probability that `k` of `size` become one more by a birth and a death. */
function birth(size: number, k: number, edge: number, mutation: number): number {
  const odds = Math.log(k) - Math.log(size - k) + edge;
  const faithful = Math.log1p(-mutation) - softplus(-odds);
  const stray = Math.log(mutation) - softplus(odds);
  return Math.log((size - k) / size) + addLogs(faithful, stray);
}
