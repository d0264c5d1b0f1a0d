import { AllianceError } from "#domain/errors.ts";
import { randomStream } from "#game/random.ts";
import { countsAt, type Invasion } from "./ladder.ts";
import type { Counts, Process } from "./process.ts";
import { keyOf } from "./states.ts";
import type { Stationary } from "./stationary.ts";
import { walkerOf, type Walker } from "./walk.ts";
import { wilson } from "./wilson.ts";

/** States that a walk visited, the longest stays first. */
export interface Visits {
  readonly seed: number;
  readonly steps: number;
  readonly start: Counts;
  readonly states: readonly { readonly counts: Counts; readonly steps: number }[];
  /** Half the sum of all differences from the exact distribution, where that is known: 0 for equal, 1 for disjoint. */
  readonly distance?: number;
}

/** What became of many single mutants. Runs that the limit ended are counted as such, and widen the interval. */
export interface Estimate {
  readonly runs: number;
  readonly fixed: number;
  readonly lost: number;
  readonly unresolved: number;
  /** 95 % interval for the probability of fixation. */
  readonly interval: readonly [number, number];
}

/** The path of the walk among the streams of a seed; the runs of invasion i are [i + 1, run]. */
const WALK = [0];

/** Follows the populations for some steps, from members that are spread over the strategies as evenly as possible. */
export function visitsOf(process: Process, steps: number, seed: number, exact: Stationary): Visits {
  requireWhole("the number of steps", steps);
  const start = process.strategies.map((names, p) => evenly(process.options.sizes[p] ?? 0, names.length));
  const found = new Map<Counts, number>();
  walkerOf(process).walk(start, steps, randomStream(seed, WALK), (counts, stay) =>
    found.set(counts, (found.get(counts) ?? 0) + stay),
  );
  const states = [...found]
    .map(([counts, stay]) => ({ counts, steps: stay }))
    .sort((a, b) => b.steps - a.steps || (keyOf(a.counts) < keyOf(b.counts) ? -1 : 1));
  const visits = { seed, steps, start, states };
  return exact.kind === "exact" ? { ...visits, distance: distanceOf(visits, exact) } : visits;
}

function distanceOf(
  { states, steps }: Pick<Visits, "states" | "steps">,
  exact: Stationary & { kind: "exact" },
): number {
  const shares = new Map(states.map((state) => [keyOf(state.counts), state.steps / steps]));
  const sum = exact.states.reduce(
    (total, { counts, probability }) => total + Math.abs(probability - (shares.get(keyOf(counts)) ?? 0)),
    0,
  );
  return sum / 2;
}

/**
 * Estimates of fixation by runs from one mutant each, without mutation.
 *
 * @param limit steps of a run at most
 */
export function estimatesOf(
  process: Process,
  invasions: readonly Invasion[],
  { runs, limit, seed }: { readonly runs: number; readonly limit: number; readonly seed: number },
): readonly Estimate[] {
  requireWhole("the number of runs", runs);
  requireWhole("the limit of a run", limit);
  const walker = walkerOf({ ...process, options: { ...process.options, mutation: 0 } });
  return invasions.map((invasion, number) => {
    const fates = { fixed: 0, lost: 0, unresolved: 0 };
    for (let run = 0; run < runs; run++) fates[fateOf(walker, process, invasion, limit, seed, [number + 1, run])]++;
    return { runs, ...fates, interval: wilson(fates.fixed, fates.unresolved, runs) };
  });
}

function fateOf(
  walker: Walker,
  process: Process,
  invasion: Invasion,
  limit: number,
  seed: number,
  path: readonly number[],
): "fixed" | "lost" | "unresolved" {
  let mutants = 0;
  const start = countsAt(process, invasion, 1);
  const rests = walker.walk(start, limit, randomStream(seed, path), (counts) => {
    mutants = counts[invasion.population]?.[invasion.mutant] ?? 0;
  });
  if (!rests) return "unresolved";
  return mutants === 0 ? "lost" : "fixed";
}

function evenly(size: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, i) => Math.floor(size / parts) + (i < size % parts ? 1 : 0));
}

function requireWhole(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new AllianceError(`${name} is ${value}`, { kind: "usage", hint: "give a whole number above 0" });
}
