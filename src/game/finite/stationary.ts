import { eliminate } from "./eliminate.ts";
import { ladderOf, type Ladder } from "./ladder.ts";
import { compensatedSum, normalizeLogs } from "./logSums.ts";
import { after, movesAt } from "./moves.ts";
import type { Counts, Process } from "./process.ts";
import { keyOf, stateCount, statesOf } from "./states.ts";

/** The share of time that the populations spend in each state in the long run, or why it is not given. */
export type Stationary =
  | {
      readonly kind: "exact";
      readonly method: string;
      readonly states: readonly { readonly counts: Counts; readonly probability: number }[];
    }
  | { readonly kind: "not-computed"; readonly reason: string };

/** States that elimination takes at most: a table of all rates among them is held in memory. */
const MOST_STATES = 3_000;

/**
 * Exact: the product formula of a birth-death chain for two strategies in one population, elimination [Grassmann1985]
 * for other chains of at most 3,000 states.
 */
export function stationaryOf(process: Process): Stationary {
  if (process.options.mutation === 0) {
    const reason = "without mutation one strategy takes over for good, and which one depends on the start";
    return { kind: "not-computed", reason };
  }
  if (process.strategies.length === 1 && process.strategies[0]?.length === 2) return alongTheLadder(process);
  const count = stateCount(process);
  if (count > MOST_STATES) {
    const reason = `the populations have ${count} states; the exact distribution takes at most ${MOST_STATES}`;
    return { kind: "not-computed", reason: `${reason}: choose smaller populations` };
  }
  const states = statesOf(process);
  const logs = eliminate(lnRatesAmong(process, states), states.length);
  return {
    kind: "exact",
    method: "elimination of one state after the other, without subtraction",
    states: states.map((counts, i) => ({ counts, probability: Math.exp(logs[i] ?? -Infinity) })),
  };
}

function alongTheLadder(process: Process): Stationary {
  const ladder = ladderOf(process, { population: 0, mutant: 0, residents: [1] }, process.options.mutation);
  const logs = balanced(ladder);
  return {
    kind: "exact",
    method: "product formula of a chain that moves by one member",
    states: Array.from(logs, (log, k) => ({ counts: [[k, ladder.size - k]], probability: Math.exp(log) })),
  };
}

/** Detailed balance: the flow from k to k + 1 is the flow back. */
function balanced({ size, lnUp, lnDown }: Ladder): Float64Array {
  const logs = new Float64Array(size + 1);
  const sum = compensatedSum();
  for (let k = 0; k < size; k++) {
    sum.add(lnUp[k] ?? 0);
    sum.add(-(lnDown[k + 1] ?? 0));
    logs[k + 1] = sum.value();
  }
  return normalizeLogs(logs);
}

function lnRatesAmong(process: Process, states: readonly Counts[]): Float64Array {
  const numbers = new Map(states.map((counts, i) => [keyOf(counts), i]));
  const lnRates = new Float64Array(states.length ** 2).fill(-Infinity);
  states.forEach((counts, i) => {
    for (const move of movesAt(process, counts)) {
      const to = numbers.get(keyOf(after(counts, move))) ?? 0;
      lnRates[i * states.length + to] = Math.log(move.probability);
    }
  });
  return lnRates;
}
