import { AllianceError } from "#domain/errors.ts";
import { interpolate, trialStep, type Field, type Step } from "./dormandPrince.ts";
import type { LogOdds } from "./logOdds.ts";

export interface IntegrateOptions {
  readonly from: LogOdds;
  /** Time of the end; the start is time 0. */
  readonly until: number;
  /** Ascending times from 0 to `until` to report; left out: the start, every accepted step, and the end. */
  readonly at?: readonly number[];
  /** A step is accepted when the estimated error of each log-odds w is at most atol + rtol |w|. */
  readonly rtol: number;
  readonly atol: number;
  readonly firstStep: number;
  readonly maxSteps: number;
}

export interface Integration {
  readonly times: readonly number[];
  readonly points: readonly LogOdds[];
  readonly steps: number;
  readonly rejectedSteps: number;
  /** Largest accepted estimate of a local error, in log-odds. */
  readonly errorEstimate: number;
}

/**
 * Adaptive integration by the pair of order 5 and 4 of [Dormand1980], with the dense output of order 4 of [Hairer1993].
 *
 * @throws AllianceError (usage) when `maxSteps` do not suffice or the step becomes too small for the time to advance
 */
export function integrate(field: Field, options: IntegrateOptions): Integration {
  const { until, at, maxSteps } = options;
  let [point, time, size] = [options.from, 0, Math.min(options.firstStep, until)];
  let [steps, rejectedSteps, errorEstimate] = [0, 0, 0];
  const times = at === undefined ? [0] : at.filter((moment) => moment === 0);
  const points = times.map(() => point);
  while (time < until) {
    const last = time + size >= until;
    if (last) size = until - time;
    const step = trialStep(field, point, size);
    const error = scaledError(step, point, options);
    if (!(time + size > time) || steps + rejectedSteps >= maxSteps || Number.isNaN(error)) {
      throw stuck(time, options, steps + rejectedSteps);
    }
    if (error <= 1) {
      const end = last ? until : time + size;
      report(at, times, points, { time, end, size, point, step });
      [point, time] = [step.end, end];
      errorEstimate = Math.max(errorEstimate, Math.abs(step.error.u), Math.abs(step.error.v));
      steps++;
    } else {
      rejectedSteps++;
    }
    size *= Math.min(5, Math.max(0.2, 0.9 * error ** -0.2));
  }
  return { times, points, steps, rejectedSteps, errorEstimate };
}

interface Accepted {
  readonly time: number;
  readonly end: number;
  readonly size: number;
  readonly point: LogOdds;
  readonly step: Step;
}

function report(at: readonly number[] | undefined, times: number[], points: LogOdds[], accepted: Accepted): void {
  const { time, end, size, point, step } = accepted;
  if (at === undefined) {
    times.push(end);
    points.push(step.end);
    return;
  }
  for (let moment = at[times.length]; moment !== undefined && moment <= end; moment = at[times.length]) {
    times.push(moment);
    points.push(moment === end ? step.end : interpolate(point, step, size, (moment - time) / size));
  }
}

function scaledError({ end, error }: Step, point: LogOdds, { rtol, atol }: IntegrateOptions): number {
  const ratio = (key: "u" | "v"): number =>
    Math.abs(error[key]) / (atol + rtol * Math.max(Math.abs(point[key]), Math.abs(end[key])));
  return Math.max(ratio("u"), ratio("v"));
}

function stuck(time: number, { until }: IntegrateOptions, steps: number): AllianceError {
  return new AllianceError(`the trajectory stopped at time ${time} of ${until} after ${steps} steps`, {
    kind: "usage",
    hint: "ask for a shorter time or a larger tolerance",
    values: { time, until, steps },
  });
}
