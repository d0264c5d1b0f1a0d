import type { Limit, Trajectory } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { State } from "#domain/game.ts";
import type { Dynamics } from "./dynamics.ts";
import { observerOf } from "./observe.ts";
import { readShares, stateOfShares, type Populations } from "./populations.ts";
import { protocolOf } from "./protocol.ts";
import { isRestPoint } from "./restPoint.ts";

export interface EulerDynamicsOptions {
  readonly start: State;
  readonly until: number;
  readonly at?: readonly number[];
  readonly step: number;
}

/** More states than this are refused rather than kept. */
const MOST_STEPS = 1_000_000;
/** Of a step: a remainder below it is rounding of `until / step`, not a last short step. */
const ROUNDING = 1e-9;

interface Run {
  readonly times: number[];
  /** All finite. */
  readonly states: Float64Array[];
  /** The first step that is outside [0,1], and the first that is not finite. */
  left?: number;
  overflow?: number;
}

/**
 * The Euler half of `simulate` for games of any size and any dynamics, for options that it has checked: forward steps of
 * the shares without any clamp; the last one is shortened to end at `until`.
 */
export function eulerDynamics(form: Populations, dynamics: Dynamics, options: EulerDynamicsOptions): Trajectory {
  const run = march(form, dynamics, options);
  const { times, states } = options.at === undefined ? run : sample(run, options.at);
  return {
    times,
    states: states.map((shares) => stateOfShares(form, shares)),
    status: run.overflow === undefined ? "completed" : "overflow",
    limit: limitOf(form, dynamics, run, options.start),
    steps: run.states.length - 1,
    rejectedSteps: 0,
    errorEstimate: 0,
  };
}

function march(form: Populations, dynamics: Dynamics, { start, until, step }: EulerDynamicsOptions): Run {
  const count = stepsOf(until, step);
  const { velocityInto } = protocolOf(dynamics);
  const rates = new Float64Array(form.length);
  let shares = readShares(form, start);
  const run: Run = { times: [0], states: [shares] };
  const still = isRestPoint(dynamics, form, start);
  for (let index = 1; index <= count; index++) {
    const last = index === count;
    const size = last ? until - (index - 1) * step : step;
    if (!still) velocityInto(form, shares, rates);
    shares = shares.map((share, i) => share + size * (rates[i] ?? 0));
    if (!shares.every((share) => share >= 0 && share <= 1)) run.left ??= index;
    if (!shares.every(Number.isFinite)) {
      run.overflow = index;
      break;
    }
    run.times.push(last ? until : index * step);
    run.states.push(shares);
  }
  return run;
}

function stepsOf(until: number, step: number): number {
  const count = Math.ceil(until / step - ROUNDING);
  if (count <= MOST_STEPS) return count;
  throw new AllianceError(`${count} Euler steps are more than ${MOST_STEPS}`, {
    kind: "usage",
    hint: "ask for a shorter time or a larger step",
  });
}

/** Linear between steps; after an overflow there is nothing to report. */
function sample({ times, states }: Run, at: readonly number[]): Pick<Run, "times" | "states"> {
  const last = times.at(-1) ?? 0;
  const kept = at.filter((moment) => moment <= last);
  let index = 0;
  const sampled = kept.map((moment) => {
    while ((times[index + 1] ?? Infinity) <= moment) index++;
    const [from = new Float64Array(), to = from] = states.slice(index, index + 2);
    const [start = 0, end = start] = times.slice(index, index + 2);
    const s = end === start ? 0 : (moment - start) / (end - start);
    return from.map((share, i) => share + s * ((to[i] ?? 0) - share));
  });
  return { times: kept, states: sampled };
}

function limitOf(form: Populations, dynamics: Dynamics, run: Run, start: State): Limit {
  if (run.overflow !== undefined) return { kind: "left-domain", step: run.overflow, overflow: true };
  if (run.left !== undefined) return { kind: "left-domain", step: run.left, overflow: false };
  const end = run.states.at(-1) ?? new Float64Array(form.length);
  if (isRestPoint(dynamics, form, start)) return { kind: "point", shares: stateOfShares(form, end) };
  const observer = observerOf(form);
  run.states.forEach((shares) => observer.see(shares));
  const rates = new Float64Array(form.length);
  protocolOf(dynamics).velocityInto(form, end, rates);
  const speed = rates.reduce((most, rate) => Math.max(most, Math.abs(rate)), 0);
  return { kind: "unresolved", reason: observer.describe(end, speed) };
}
