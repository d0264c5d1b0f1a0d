import type { Fixation } from "./fixation.ts";
import { eliminate } from "./eliminate.ts";
import type { Invasion } from "./ladder.ts";
import type { Process } from "./process.ts";

/** An invasion between two monomorphic states, by their numbers, and the fate of its mutant. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly invasion: Invasion;
  readonly fixation: Fixation;
}

/**
 * ln of the share of time that the populations spend in each monomorphic state as the mutation probability goes to 0:
 * one mutant's fate is then decided before the next appears. A mutant of each kind appears in proportion to the size of
 * its population and to 1 / (strategies - 1). Source: [Fudenberg2006].
 *
 * @param states how many monomorphic states there are
 */
export function smallMutation(process: Process, states: number, passages: readonly Passage[]): Float64Array {
  const lnRates = new Float64Array(states * states).fill(-Infinity);
  for (const { from, to, invasion, fixation } of passages) {
    const { population } = invasion;
    const kinds = (process.strategies[population]?.length ?? 0) - 1;
    const size = process.options.sizes[population] ?? 0;
    lnRates[from * states + to] = Math.log(size / kinds) + fixation.lnProbability;
  }
  return eliminate(lnRates, states);
}
