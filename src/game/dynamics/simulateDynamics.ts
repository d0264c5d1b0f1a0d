import type { Limit, Trajectory } from "#domain/analysis.ts";
import type { State } from "#domain/game.ts";
import { advance, type Trial } from "#game/advance.ts";
import { coordinatesOf } from "./coordinates.ts";
import type { Dynamics } from "./dynamics.ts";
import { lineLimit } from "./lineLimit.ts";
import { observerOf, type Observer } from "./observe.ts";
import { readShares, stateOfShares, type Populations } from "./populations.ts";
import { protocolOf, type Protocol } from "./protocol.ts";
import { isRestPoint } from "./restPoint.ts";
import { stepperOf } from "./stepper.ts";
import { trappingCorner } from "./trappingBox.ts";

export interface DynamicsOptions {
  readonly start: State;
  readonly until: number;
  readonly at?: readonly number[];
  readonly rtol: number;
  readonly atol: number;
}

/** A run that does not come to an end within this many steps is refused. */
const MOST_STEPS = 1_000_000;
/** Of the time in which the fastest variable changes by 1. */
const FIRST_STEP = 0.01;

/**
 * The adaptive half of `simulate` for games of any size and any dynamics, for options that it has checked: imitative
 * dynamics in the logs of the shares, the others in the shares. The limit is a point only where that is shown, exactly: the
 * start is at rest, one population moves on a line, or the end lies in a box that no trajectory leaves except for its corner. Anything else is unresolved.
 */
export function simulateDynamics(form: Populations, dynamics: Dynamics, options: DynamicsOptions): Trajectory {
  const start = readShares(form, options.start);
  if (isRestPoint(dynamics, form, options.start)) return resting(stateOfShares(form, start), options);
  const protocol = protocolOf(dynamics);
  const coordinates = coordinatesOf(form, protocol, start);
  const step = stepperOf(coordinates.field, form.length, { ...options, ...settling(coordinates) });
  const observer = observerOf(form);
  const watched = (point: Float64Array, size: number): Trial<Float64Array> => {
    const trial = step(point, size);
    if (trial.error <= 1) observer.see(coordinates.sharesAt(trial.end));
    return trial;
  };
  observer.see(start);
  const firstStep = firstStepOf(coordinates, options.until);
  const run = advance(coordinates.start, watched, { ...options, firstStep, maxSteps: MOST_STEPS });
  const end = run.end === coordinates.start ? start : coordinates.sharesAt(run.end);
  const point = lineLimit(dynamics, form, options.start) ?? trappingCorner(dynamics, form, start, end);
  return {
    times: run.times,
    states: run.points.map((point) =>
      stateOfShares(form, point === coordinates.start ? start : coordinates.sharesAt(point)),
    ),
    status: "completed",
    limit: point === undefined ? unresolved(form, protocol, end, observer) : { kind: "point", shares: point },
    steps: run.steps,
    rejectedSteps: run.rejectedSteps,
    errorEstimate: run.errorEstimate,
  };
}

function settling({ settle }: ReturnType<typeof coordinatesOf>) {
  return settle === undefined ? {} : { settle };
}

function resting(state: State, { until, at }: DynamicsOptions): Trajectory {
  const times = at ?? (until === 0 ? [0] : [0, until]);
  return {
    times,
    states: times.map(() => state),
    status: "completed",
    limit: { kind: "point", shares: state },
    steps: 0,
    rejectedSteps: 0,
    errorEstimate: 0,
  };
}

function firstStepOf({ field, start }: ReturnType<typeof coordinatesOf>, until: number): number {
  const rates = new Float64Array(start.length);
  field(start, rates);
  const fastest = largest(rates);
  return fastest > 0 ? FIRST_STEP / fastest : until;
}

function unresolved(form: Populations, { velocityInto }: Protocol, end: Float64Array, observer: Observer): Limit {
  const rates = new Float64Array(form.length);
  velocityInto(form, end, rates);
  return { kind: "unresolved", reason: observer.describe(end, largest(rates)) };
}

function largest(rates: Float64Array): number {
  return rates.reduce((most, rate) => Math.max(most, Math.abs(rate)), 0);
}
