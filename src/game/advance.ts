import { AllianceError } from "#domain/errors.ts";

/** One step that is tried out: where it ends, and how wrong it is thought to be. */
export interface Trial<P> {
  readonly end: P;
  /** Estimated local error over what is tolerated: accepted up to 1. */
  readonly error: number;
  /** The largest estimate of an error, in units of the variables. */
  readonly estimate: number;
  /** The point at a fraction of the step, from 0 to 1. */
  readonly pointAt: (fraction: number) => P;
}

export interface AdvanceOptions {
  /** Time of the end; the start is time 0. */
  readonly until: number;
  /** Ascending times from 0 to `until` to report; left out: the start, every accepted step, and the end. */
  readonly at?: readonly number[];
  readonly firstStep: number;
  readonly maxSteps: number;
}

export interface Advance<P> {
  readonly times: readonly number[];
  readonly points: readonly P[];
  /** The point at `until`. */
  readonly end: P;
  readonly steps: number;
  readonly rejectedSteps: number;
  /** Largest accepted estimate of a local error. */
  readonly errorEstimate: number;
}

/**
 * From time 0 to `until` in steps of a method of order 5 whose size follows its error estimate, [Hairer1993].
 *
 * @throws AllianceError (usage) when `maxSteps` do not suffice or the step becomes too small for the time to advance
 */
export function advance<P>(from: P, trial: (point: P, size: number) => Trial<P>, options: AdvanceOptions): Advance<P> {
  const { until, at, maxSteps } = options;
  let [point, time, size] = [from, 0, Math.min(options.firstStep, until)];
  let [steps, rejectedSteps, errorEstimate] = [0, 0, 0];
  const times = at === undefined ? [0] : at.filter((moment) => moment === 0);
  const points = times.map(() => from);
  while (time < until) {
    const last = time + size >= until;
    if (last) size = until - time;
    const step = trial(point, size);
    const { error, estimate } = step;
    if (!(time + size > time) || steps + rejectedSteps >= maxSteps || Number.isNaN(error)) {
      throw stuck(time, until, steps + rejectedSteps);
    }
    if (error <= 1) {
      const end = last ? until : time + size;
      report(at, times, points, { time, end, size, step });
      [point, time] = [step.end, end];
      errorEstimate = Math.max(errorEstimate, estimate);
      steps++;
    } else {
      rejectedSteps++;
    }
    size *= Math.min(5, Math.max(0.2, 0.9 * error ** -0.2));
  }
  return { times, points, end: point, steps, rejectedSteps, errorEstimate };
}

interface Accepted<P> {
  readonly time: number;
  readonly end: number;
  readonly size: number;
  readonly step: Trial<P>;
}

function report<P>(at: readonly number[] | undefined, times: number[], points: P[], accepted: Accepted<P>): void {
  const { time, end, size, step } = accepted;
  if (at === undefined) {
    times.push(end);
    points.push(step.end);
    return;
  }
  for (let moment = at[times.length]; moment !== undefined && moment <= end; moment = at[times.length]) {
    times.push(moment);
    points.push(moment === end ? step.end : step.pointAt((moment - time) / size));
  }
}

function stuck(time: number, until: number, steps: number): AllianceError {
  return new AllianceError(`the trajectory stopped at time ${time} of ${until} after ${steps} steps`, {
    kind: "usage",
    hint: "ask for a shorter time or a larger tolerance",
    values: { time, until, steps },
  });
}
