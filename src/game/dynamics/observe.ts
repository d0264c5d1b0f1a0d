import type { State } from "#domain/game.ts";
import { stateOfShares, type Populations } from "./populations.ts";

/** What is worth saying about a trajectory whose limit cannot be shown. Nothing follows from it. */
export interface Observer {
  /** To be told the shares after every step. */
  readonly see: (shares: Float64Array) => void;
  /** In words. @param speed the largest rate of a share at the end */
  readonly describe: (end: Float64Array, speed: number) => string;
}

export function observerOf(form: Populations): Observer {
  let leaders: readonly number[] | undefined;
  let [changes, smallest] = [0, 1];
  return {
    see(shares) {
      const now = form.ranges.map(({ from, to }) => leaderOf(shares.subarray(from, to)));
      if (leaders !== undefined && now.some((leader, population) => leader !== leaders?.[population])) changes++;
      leaders = now;
      for (const share of shares) if (share > 0) smallest = Math.min(smallest, share);
    },
    describe(end, speed) {
      const lead =
        changes === 0
          ? "the most frequent strategies never changed"
          : `the most frequent strategies changed ${changes} times`;
      return `the run ended at ${describeShares(stateOfShares(form, end))}, where shares change by up to ${speed} per unit of time; observed: ${lead}, and the smallest positive share was ${smallest}`;
    },
  };
}

/** `(0.5, 0.5), (1, 0)`: all shares, population by population. */
function describeShares(state: State): string {
  return state.map((shares) => `(${shares.join(", ")})`).join(", ");
}

function leaderOf(shares: Float64Array): number {
  return shares.indexOf(Math.max(...shares));
}
