import type { Trajectory } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game, State } from "#domain/game.ts";
import { eulerTrajectory } from "./eulerTrajectory.ts";
import { exactTrajectory } from "./exactTrajectory.ts";
import { gapsOf } from "./gaps.ts";
import { readState } from "./readState.ts";

export interface SimulateOptions {
  readonly start: State;
  /** Time of the end, in the unit of time that the payoffs are earned per; the start is time 0. */
  readonly until: number;
  /** Ascending times from 0 to `until` to report, and no others. */
  readonly at?: readonly number[];
  readonly method:
    | {
        readonly kind: "exact";
        /** @default 1e-11: a local error of a log-odds w stays below atol + rtol |w| */
        readonly rtol?: number;
        /** @default 1e-11 */
        readonly atol?: number;
      }
    | { readonly kind: "euler"; readonly step: number };
}

/** Tolerances below this are rounding. */
const SMALLEST_TOLERANCE = 1e-14;

/**
 * The replicator orbit of a start: `states[i]`, one list of shares per population, at `times[i]`.
 *
 * `exact` integrates in log-odds, so that shares stay in [0,1] and a share of exactly 0 or 1 stays; its `limit` is what
 * the orbit tends to as time goes to infinity, derived from the signs of the payoff differences and the first integral,
 * not from the end of the run. Without `at` it reports every step, on closed orbits equidistant times.
 * `euler` is the forward Euler method with a fixed step in the shares, without any clamp, one state a step.
 *
 * @throws AllianceError (usage) for a game that is not two by two, a start that does not fit it, or bad times
 */
export function simulate(game: Game, options: SimulateOptions): Trajectory {
  const gaps = gapsOf(game);
  const start = readState(options.start);
  const { until, at, method } = options;
  requireNumber("until", until, 0);
  if (at !== undefined) requireTimes(at, until);
  const times = at === undefined ? { until } : { until, at };
  if (method.kind === "euler") {
    requireNumber("step", method.step, Number.MIN_VALUE);
    return eulerTrajectory(gaps, start, { ...times, step: method.step });
  }
  const { rtol = 1e-11, atol = 1e-11 } = method;
  requireNumber("rtol", rtol, SMALLEST_TOLERANCE);
  requireNumber("atol", atol, SMALLEST_TOLERANCE);
  return exactTrajectory(gaps, start, { ...times, rtol, atol });
}

function requireNumber(name: string, value: number, least: number): void {
  if (Number.isFinite(value) && value >= least) return;
  throw new AllianceError(`${name} is ${value}`, {
    kind: "usage",
    hint: `${name} is a finite number, at least ${least}`,
  });
}

function requireTimes(at: readonly number[], until: number): void {
  let last = -Infinity;
  for (const time of at) {
    if (!(time >= 0 && time <= until && time > last)) {
      throw new AllianceError(`the time ${time} in "at" is out of range or out of order`, {
        kind: "usage",
        hint: `give ascending times from 0 to ${until}`,
      });
    }
    last = time;
  }
}
