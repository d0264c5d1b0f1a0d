import type { Trajectory } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game, State } from "#domain/game.ts";
import { requireDynamics, type Dynamics } from "./dynamics/dynamics.ts";
import { eulerDynamics } from "./dynamics/eulerDynamics.ts";
import { populationsOf } from "./dynamics/populations.ts";
import { simulateDynamics } from "./dynamics/simulateDynamics.ts";
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
  /** @default replicator */
  readonly dynamics?: Dynamics;
  readonly method:
    | {
        readonly kind: "exact";
        /** @default 1e-11: a local error of a variable w (log-odds, log of a share, share) is at most atol + rtol |w| */
        readonly rtol?: number;
        /** @default 1e-11 */
        readonly atol?: number;
      }
    | { readonly kind: "euler"; readonly step: number };
}

/** Tolerances below this are rounding. */
const SMALLEST_TOLERANCE = 1e-14;

/**
 * The orbit of a start: `states[i]`, one list of shares per population, at `times[i]`; one population if the game is
 * symmetric.
 *
 * The replicator dynamics of two populations with two strategies each: `exact` integrates in log-odds, so that shares stay in [0,1] and a share of exactly 0 or 1 stays; its `limit` is what
 * the orbit tends to as time goes to infinity, derived from the signs of the payoff differences and the first integral,
 * not from the end of the run. Without `at` it reports every step, on closed orbits equidistant times.
 * All other games and dynamics: `exact` integrates adaptively in the logs of the shares, or in the shares where strategies
 * come up that nobody plays; its `limit` is a point where that is shown by exact signs, and else `unresolved`.
 * `euler` is the forward Euler method with a fixed step in the shares, without any clamp, one state a step.
 *
 * @throws AllianceError (usage) for a start that does not fit the game, dynamics that do not, or bad times
 */
export function simulate(game: Game, options: SimulateOptions): Trajectory {
  const { until, at, method } = options;
  requireNumber("until", until, 0);
  if (at !== undefined) requireTimes(at, until);
  const times = at === undefined ? { until } : { until, at };
  if (method.kind === "euler") requireNumber("step", method.step, Number.MIN_VALUE);
  else requireTolerances(method);
  const dynamics = options.dynamics ?? { kind: "replicator" };
  if (dynamics.kind !== "replicator" || !isTwoByTwo(game)) {
    return general(game, dynamics, { ...times, start: options.start }, method);
  }
  const gaps = gapsOf(game);
  const start = readState(options.start);
  if (method.kind === "euler") return eulerTrajectory(gaps, start, { ...times, step: method.step });
  return exactTrajectory(gaps, start, { ...times, ...tolerancesOf(method) });
}

type Times = Pick<SimulateOptions, "start" | "until" | "at">;
type Exact = Extract<SimulateOptions["method"], { readonly kind: "exact" }>;

function general(game: Game, dynamics: Dynamics, times: Times, method: SimulateOptions["method"]): Trajectory {
  const form = populationsOf(game);
  requireDynamics(dynamics, form);
  if (method.kind === "euler") return eulerDynamics(form, dynamics, { ...times, step: method.step });
  return simulateDynamics(form, dynamics, { ...times, ...tolerancesOf(method) });
}

function isTwoByTwo({ players, symmetric }: Game): boolean {
  return !symmetric && players.length === 2 && players.every(({ strategies }) => strategies.length === 2);
}

function tolerancesOf({ rtol = 1e-11, atol = 1e-11 }: Exact): { readonly rtol: number; readonly atol: number } {
  return { rtol, atol };
}

function requireTolerances(method: Exact): void {
  const { rtol, atol } = tolerancesOf(method);
  requireNumber("rtol", rtol, SMALLEST_TOLERANCE);
  requireNumber("atol", atol, SMALLEST_TOLERANCE);
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
