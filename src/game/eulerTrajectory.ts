import type { Limit, Trajectory } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { State } from "#domain/game.ts";
import { CORNERS, cornerEigenvalues, cornerState } from "./corners.ts";
import type { Gaps } from "./gaps.ts";
import type { Shares } from "./readState.ts";
import { velocityInto } from "./velocity.ts";

export interface EulerOptions {
  readonly until: number;
  readonly at?: readonly number[];
  readonly step: number;
}

/** More states than this are refused rather than kept. */
const MOST_STEPS = 5_000_000;
/** Of a step: a remainder below it is rounding of `until / step`, not a last short step. */
const ROUNDING = 1e-9;
/** A run that ends this near to an attracting corner is said to tend to it. */
const NEAR = 1e-3;

type Pair = readonly [number, number];

interface Run {
  readonly times: number[];
  /** Shares of the first strategies; the last entry is finite. */
  readonly pairs: Pair[];
  /** The first step that is outside [0,1], and the first that is not finite. */
  readonly left: number | undefined;
  readonly overflow: number | undefined;
}

/** The Euler half of `simulate`, for options that it has checked; the last step is shortened to end at `until`. */
export function eulerTrajectory(gaps: Gaps, start: Shares, options: EulerOptions): Trajectory {
  const run = march(gaps, start, options);
  const { times, pairs } = options.at === undefined ? run : sample(run, options.at);
  return {
    times,
    states: pairs.map(([x, y]) => stateOf(x, y)),
    status: run.overflow === undefined ? "completed" : "overflow",
    limit: limitOf(gaps, run, options.step),
    steps: run.pairs.length - 1,
    rejectedSteps: 0,
    errorEstimate: 0,
  };
}

function march(gaps: Gaps, start: Shares, { until, step }: EulerOptions): Run {
  const count = stepsOf(until, step);
  const times = [0];
  const pairs: Pair[] = [[start.x, start.y]];
  const rate = { 0: 0, 1: 0 };
  let [x, y] = [start.x, start.y];
  let left: number | undefined;
  for (let index = 1; index <= count; index++) {
    const last = index === count;
    const size = last ? until - (index - 1) * step : step;
    velocityInto(gaps, x, y, rate);
    x += size * rate[0];
    y += size * rate[1];
    if (!inside(x, y)) left ??= index;
    if (!Number.isFinite(x + y)) return { times, pairs, left, overflow: index };
    times.push(last ? until : index * step);
    pairs.push([x, y]);
  }
  return { times, pairs, left, overflow: undefined };
}

function stepsOf(until: number, step: number): number {
  const count = Math.ceil(until / step - ROUNDING);
  if (count <= MOST_STEPS) return count;
  throw new AllianceError(`${count} Euler steps are more than ${MOST_STEPS}`, {
    kind: "usage",
    hint: "ask for a shorter time or a larger step",
  });
}

/** False as well for what is no number. */
function inside(x: number, y: number): boolean {
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}

function stateOf(x: number, y: number): State {
  return [
    [x, 1 - x],
    [y, 1 - y],
  ];
}

/** Linear between steps; after an overflow there is nothing to report. */
function sample({ times, pairs }: Run, at: readonly number[]): Pick<Run, "times" | "pairs"> {
  const last = times.at(-1) ?? 0;
  const kept = at.filter((moment) => moment <= last);
  let index = 0;
  const sampled = kept.map((moment): Pair => {
    while ((times[index + 1] ?? Infinity) <= moment) index++;
    const [from = [0, 0], to = from] = pairs.slice(index, index + 2);
    const [start = 0, end = start] = times.slice(index, index + 2);
    const s = end === start ? 0 : (moment - start) / (end - start);
    return [from[0] + s * (to[0] - from[0]), from[1] + s * (to[1] - from[1])];
  });
  return { times: kept, pairs: sampled };
}

function limitOf(gaps: Gaps, run: Run, step: number): Limit {
  if (run.overflow !== undefined) return { kind: "left-domain", step: run.overflow, overflow: true };
  if (run.left !== undefined) return { kind: "left-domain", step: run.left, overflow: false };
  const [x, y] = run.pairs.at(-1) ?? [0, 0];
  const rate = { 0: 0, 1: 0 };
  velocityInto(gaps, x, y, rate);
  if (rate[0] === 0 && rate[1] === 0) return { kind: "point", shares: stateOf(x, y) };
  const attractor = CORNERS.find(
    (corner) =>
      Math.abs(x - corner[0]) <= NEAR &&
      Math.abs(y - corner[1]) <= NEAR &&
      cornerEigenvalues(gaps, corner).every((value) => Math.abs(1 + step * value) < 1),
  );
  return attractor === undefined
    ? { kind: "unresolved", reason: `the run ended at ${x}, ${y}, not within ${NEAR} of an attracting corner` }
    : { kind: "point", shares: cornerState(attractor) };
}
