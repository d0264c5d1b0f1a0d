import { logistic } from "#game/logOdds.ts";
import type { Counts, Process } from "./process.ts";

/** One member of a population changes from one strategy to another. */
export interface Move {
  readonly population: number;
  readonly from: number;
  readonly to: number;
  /** Probability that a step does it. */
  readonly probability: number;
}

/**
 * All that a step can change at a state, with its probability; the rest, up to 1, is that nothing changes. A step
 * revises one member: of a population drawn in proportion to its size, by the rule of the process.
 */
export function movesAt(process: Process, counts: Counts): readonly Move[] {
  return counts.flatMap((members, population) => {
    const size = process.options.sizes[population] ?? 1;
    const chance = chanceOf(process, members, population, process.payoffsAt(counts, population));
    const moves: Move[] = [];
    members.forEach((count, from) => {
      for (let to = 0; count > 0 && to < members.length; to++) {
        if (to === from) continue;
        const probability = (size / process.members) * (count / size) * chance(from, to);
        if (probability > 0) moves.push({ population, from, to, probability });
      }
    });
    return moves;
  });
}

/** The probability that a member with strategy `from`, being the one who revises or is replaced, ends with `to`. */
function chanceOf(
  process: Process,
  members: readonly number[],
  population: number,
  payoffs: Float64Array,
): (from: number, to: number) => number {
  const { rule, mutation, sizes } = process.options;
  const size = sizes[population] ?? 1;
  const stray = mutation / (members.length - 1); // of no use to a population with one strategy, which has no moves
  const fitness = Array.from(payoffs, (payoff) => process.lnFitness(population, payoff));
  if (rule === "pairwise") {
    return (from, to) => {
      const imitation = logistic((fitness[to] ?? 0) - (fitness[from] ?? 0));
      return (1 - mutation) * ((members[to] ?? 0) / (size - 1)) * imitation + stray;
    };
  }
  const largest = Math.max(...fitness.filter((_, s) => (members[s] ?? 0) > 0));
  const weights = members.map((count, s) => (count === 0 ? 0 : count * Math.exp((fitness[s] ?? 0) - largest)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (_, to) => {
    const parent = (weights[to] ?? 0) / total;
    return (1 - mutation) * parent + stray * (1 - parent);
  };
}

/** The state after a move. */
export function after(counts: Counts, { population, from, to }: Move): Counts {
  return counts.map((members, p) =>
    p === population ? members.map((count, s) => count + (s === to ? 1 : 0) - (s === from ? 1 : 0)) : members,
  );
}
