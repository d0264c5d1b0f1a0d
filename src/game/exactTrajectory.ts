import type { Limit, Trajectory } from "#domain/analysis.ts";
import type { State } from "#domain/game.ts";
import type { Field } from "./dormandPrince.ts";
import { fateOf, type Fate } from "./fate.ts";
import type { Gaps } from "./gaps.ts";
import { integrate, type Integration } from "./integrate.ts";
import { logistic, logOdds, stateAt, type LogOdds } from "./logOdds.ts";
import type { Shares } from "./readState.ts";
import { separatrixOdds } from "./separatrix.ts";

export interface ExactOptions {
  readonly until: number;
  readonly at?: readonly number[];
  readonly rtol: number;
  readonly atol: number;
}

/** A run that does not come to an end within this many steps is refused; ordinary ones take some hundreds. */
const MOST_STEPS = 1_000_000;
/** Of the time scale of the fastest payoff difference. */
const FIRST_STEP = 0.01;
const STATES_PER_TURN = 64;
const MOST_STATES = 20_000;

/** The exact half of `simulate`, for options that it has checked. Closed orbits are integrated for one turn and repeated. */
export function exactTrajectory(gaps: Gaps, start: Shares, options: ExactOptions): Trajectory {
  const fate = fateOf(gaps, start);
  const run = follow(gaps, start, options, fate);
  const here: State = [
    [start.x, start.xRest],
    [start.y, start.yRest],
  ];
  return {
    times: run.times,
    states: run.points.map((point, i) => (fate.kind === "rest" || run.times[i] === 0 ? here : stateAt(point))),
    status: "completed",
    limit: limitOf(fate, here),
    steps: run.steps,
    rejectedSteps: run.rejectedSteps,
    errorEstimate: run.errorEstimate,
  };
}

function limitOf(fate: Fate, here: State): Limit {
  if (fate.kind === "closed") return { kind: "closed-orbit", period: fate.period };
  return { kind: "point", shares: fate.kind === "rest" ? here : stateAt(fate.end) };
}

function follow(gaps: Gaps, start: Shares, options: ExactOptions, fate: Fate): Integration {
  const { at, until } = options;
  const from = logOdds(start);
  const fastest = Math.max(...[gaps.c1, gaps.c2, gaps.c3, gaps.c4].map(Math.abs));
  const own = { ...options, firstStep: FIRST_STEP / fastest, maxSteps: MOST_STEPS };
  switch (fate.kind) {
    case "rest": {
      const times = at ?? (until === 0 ? [0] : [0, until]);
      return { times, points: times.map(() => from), steps: 0, rejectedSteps: 0, errorEstimate: 0 };
    }
    case "closed":
      return followTurns(interiorField(gaps), { ...own, from }, fate.period);
    case "separatrix":
      return integrate(separatrixField(gaps), { ...own, from });
    case "point":
      return followPinned(gaps, from, own);
  }
}

function interiorField({ c1, c2, c3, c4 }: Gaps): Field {
  return {
    du: (_, v) => c1 * logistic(-v) + c3 * logistic(v),
    dv: (u) => c2 * logistic(-u) + c4 * logistic(u),
  };
}

/** The other share is read off the separatrix, so that rounding cannot lead away from it. */
function separatrixField(gaps: Gaps): Field {
  const field = interiorField(gaps);
  const onto = separatrixOdds(gaps);
  return { du: (u) => field.du(u, onto(u)), dv: field.dv };
}

/** A share of exactly 0 or 1 is no variable: its infinite log-odds is held while the other moves. */
function followPinned(gaps: Gaps, from: LogOdds, options: Omit<Parameters<typeof integrate>[1], "from">): Integration {
  const { du, dv } = interiorField(gaps);
  const [uMoves, vMoves] = [Number.isFinite(from.u), Number.isFinite(from.v)];
  const field: Field = {
    du: uMoves ? (u, v) => du(u, vMoves ? v : from.v) : () => 0,
    dv: vMoves ? (u, v) => dv(uMoves ? u : from.u, v) : () => 0,
  };
  const run = integrate(field, { ...options, from: { u: uMoves ? from.u : 0, v: vMoves ? from.v : 0 } });
  const points = run.points.map(({ u, v }) => ({ u: uMoves ? u : from.u, v: vMoves ? v : from.v }));
  return { ...run, points };
}

/** Times after the first turn are reported from it, at the same phase. */
function followTurns(field: Field, options: Parameters<typeof integrate>[1], period: number): Integration {
  const { until, at } = options;
  const times = at ?? equidistant(until, period);
  const phases = times.map((time) => (time <= period ? time : time % period));
  const order = [...new Set(phases)].sort((a, b) => a - b);
  const turn = integrate(field, { ...options, until: Math.min(until, period), at: order });
  const pointAt = new Map(turn.times.map((phase, index) => [phase, turn.points[index] ?? options.from]));
  return { ...turn, times, points: phases.map((phase) => pointAt.get(phase) ?? options.from) };
}

function equidistant(until: number, period: number): readonly number[] {
  const turns = Math.max(1, until / period);
  const count = Math.min(MOST_STATES, Math.ceil(STATES_PER_TURN * turns));
  return until === 0 ? [0] : Array.from({ length: count + 1 }, (_, i) => (i === count ? until : (until * i) / count));
}
