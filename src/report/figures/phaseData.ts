import type { Analysis } from "#domain/analysis.ts";
import type { Game, State } from "#domain/game.ts";
import { analyze } from "#game/analyze.ts";
import { basins, type Basins } from "#game/basins.ts";
import { gapsOf } from "#game/gaps.ts";
import { separatrix } from "#game/separatrix.ts";
import { simulate } from "#game/simulate.ts";
import { velocity } from "#game/velocity.ts";
import type { Point } from "#report/svg/clipToBand.ts";

export interface Arrow {
  readonly at: Point;
  /** Rates of the two shares per unit of time. */
  readonly rate: Point;
}

/** Everything that a phase portrait shows, in shares of the first strategies. */
export interface PhaseData {
  readonly analysis: Analysis;
  readonly basins: Basins;
  /** Empty unless two corners share the square. */
  readonly separatrix: readonly Point[];
  readonly arrows: readonly Arrow[];
  /** Where a population is indifferent: the second's share for the first, the first's share for the second. */
  readonly indifference: readonly [first: number | undefined, second: number | undefined];
  readonly trajectories: readonly (readonly Point[])[];
}

const SEPARATRIX_POINTS = 201;
const ARROWS_PER_SIDE = 15;
/** Near the corners and edges, where orbits come from, and the middle. */
const STARTS: readonly Point[] = [
  [0.04, 0.3],
  [0.3, 0.04],
  [0.04, 0.7],
  [0.7, 0.04],
  [0.96, 0.3],
  [0.3, 0.96],
  [0.96, 0.7],
  [0.7, 0.96],
  [0.5, 0.5],
];
/** Of the way from a centre to the corner (1, 1). */
const ORBITS = [0.12, 0.35, 0.6, 0.85];
/** In time scales of the slowest payoff difference: long enough to arrive, as far as an eye can tell. */
const LONG = 60;
const STATES_PER_STEP = 32;
const SPACING = 0.004;

export function phaseData(game: Game): PhaseData {
  const analysis = analyze(game);
  const found = basins(game);
  const { c1, c2, c3, c4 } = gapsOf(game);
  const scales = [c1, c2, c3, c4].map(Math.abs).filter((size) => size > 0);
  return {
    analysis,
    basins: found,
    separatrix: found.attractors.length === 2 ? separatrix(game, SEPARATRIX_POINTS).map(firstShares) : [],
    arrows: scales.length === 0 ? [] : arrowsOf(game),
    indifference: [indifferent(c1, c3), indifferent(c2, c4)],
    trajectories:
      scales.length === 0 ? [] : startsOf(analysis).map((start) => orbit(game, start, LONG / Math.min(...scales))),
  };
}

/** The shares of the first strategies of a state of two populations. */
export function firstShares(state: State): Point {
  return [state[0]?.[0] ?? Number.NaN, state[1]?.[0] ?? Number.NaN];
}

function startsOf({ restPoints }: Analysis): readonly Point[] {
  const centre = restPoints.find(({ stability }) => stability === "centre");
  if (centre === undefined) return STARTS;
  const [x, y] = firstShares(centre.shares);
  return ORBITS.map((way): Point => [x + way * (1 - x), y + way * (1 - y)]);
}

/** A closed orbit is followed for one turn. */
function orbit(game: Game, [x, y]: Point, long: number): readonly Point[] {
  const start = [
    [x, 1 - x],
    [y, 1 - y],
  ];
  const { limit } = simulate(game, { start, until: 0, method: { kind: "exact" } });
  const until = limit.kind === "closed-orbit" ? limit.period : long;
  const { times } = simulate(game, { start, until, method: { kind: "exact" } });
  const at = times.flatMap((time, index) => between(time, times[index + 1] ?? time));
  return spaced(simulate(game, { start, until, at, method: { kind: "exact" } }).states.map(firstShares));
}

/** The integrator's steps are too long to draw straight lines between their ends. */
function between(from: number, to: number): readonly number[] {
  const count = from === to ? 1 : STATES_PER_STEP;
  return Array.from({ length: count }, (_, part) => from + (part / STATES_PER_STEP) * (to - from));
}

/** Leaves out points that nobody could tell from their neighbours. */
function spaced(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const [x, y] = kept.at(-1) ?? [Infinity, Infinity];
    if (index === points.length - 1 || Math.hypot(point[0] - x, point[1] - y) >= SPACING) kept.push(point);
  }
  return kept;
}

function arrowsOf(game: Game): readonly Arrow[] {
  const places = Array.from({ length: ARROWS_PER_SIDE }, (_, index) => (index + 0.5) / ARROWS_PER_SIDE);
  return places.flatMap((y) =>
    places.map((x): Arrow => {
      const rate = velocity(game, [
        [x, 1 - x],
        [y, 1 - y],
      ]);
      return { at: [x, y], rate };
    }),
  );
}

/** The other population's share at which a gain turns from `off` to `on` through 0, if it does. */
function indifferent(off: number, on: number): number | undefined {
  return off < 0 !== on < 0 && off !== 0 && on !== 0 ? off / (off - on) : undefined;
}
