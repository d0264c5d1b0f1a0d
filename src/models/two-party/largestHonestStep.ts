import type { Limit } from "#domain/analysis.ts";
import type { Game, State } from "#domain/game.ts";
import { simulate } from "#game/simulate.ts";

export interface HonestStepOptions {
  readonly start: State;
  readonly until: number;
  /** The largest step to try. */
  readonly largest: number;
  /** The limit of the exact orbit. */
  readonly limit: Limit;
}

/** Steps tried below the largest before the first that fails is narrowed down. */
const TRIALS = 128;
/** Of the largest step: the bracket that bisection leaves. */
const PRECISION = 1e-9;

/**
 * The largest step up to which Euler's method tells the truth about an orbit: at every step tried below it all states
 * stay in [0,1] and the run ends at the exact limit. Found by trying equidistant steps upwards and bisecting before the
 * first that fails; undefined when the smallest fails.
 */
export function largestHonestStep(game: Game, options: HonestStepOptions): number | undefined {
  const { largest } = options;
  let good = 0;
  let bad: number | undefined;
  for (let trial = 1; trial <= TRIALS && bad === undefined; trial++) {
    const step = (largest * trial) / TRIALS;
    if (isHonest(game, options, step)) good = step;
    else bad = step;
  }
  if (good === 0) return undefined;
  while (bad !== undefined && bad - good > PRECISION * largest) {
    const middle: number = (good + bad) / 2;
    if (isHonest(game, options, middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function isHonest(game: Game, { start, until, limit }: HonestStepOptions, step: number): boolean {
  const euler = simulate(game, { start, until, method: { kind: "euler", step } }).limit;
  if (euler.kind !== "point" || limit.kind !== "point") return false;
  return euler.shares.every((shares, player) => shares[0] === limit.shares[player]?.[0]);
}
