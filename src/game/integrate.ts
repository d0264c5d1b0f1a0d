import { advance, type Advance, type AdvanceOptions } from "./advance.ts";
import { interpolate, trialStep, type Field, type Step } from "./dormandPrince.ts";
import type { LogOdds } from "./logOdds.ts";

export interface IntegrateOptions extends AdvanceOptions {
  readonly from: LogOdds;
  /** A step is accepted when the estimated error of each log-odds w is at most atol + rtol |w|. */
  readonly rtol: number;
  readonly atol: number;
}

/** Errors are in log-odds. */
export type Integration = Omit<Advance<LogOdds>, "end">;

/**
 * Adaptive integration by the pair of order 5 and 4 of [Dormand1980], with the dense output of order 4 of [Hairer1993].
 *
 * @throws AllianceError (usage) when `maxSteps` do not suffice or the step becomes too small for the time to advance
 */
export function integrate(field: Field, options: IntegrateOptions): Integration {
  return advance(
    options.from,
    (point, size) => {
      const step = trialStep(field, point, size);
      return {
        end: step.end,
        error: scaledError(step, point, options),
        estimate: Math.max(Math.abs(step.error.u), Math.abs(step.error.v)),
        pointAt: (fraction) => interpolate(point, step, size, fraction),
      };
    },
    options,
  );
}

function scaledError({ end, error }: Step, point: LogOdds, { rtol, atol }: IntegrateOptions): number {
  const ratio = (key: "u" | "v"): number =>
    Math.abs(error[key]) / (atol + rtol * Math.max(Math.abs(point[key]), Math.abs(end[key])));
  return Math.max(ratio("u"), ratio("v"));
}
