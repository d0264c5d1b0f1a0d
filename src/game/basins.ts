import type { Game, State } from "#domain/game.ts";
import { classifyPattern } from "./classifyPattern.ts";
import { cornerState } from "./corners.ts";
import { gapsOf, type GapValues } from "./gaps.ts";
import { logistic } from "./logOdds.ts";
import { separatrixOdds } from "./separatrix.ts";

export interface Basins {
  /** Each corner that attracts an open set, with the share of the square's area that it attracts and its error. */
  readonly attractors: readonly { readonly shares: State; readonly share: number; readonly error: number }[];
  /** In words: how the shares were found, or why there are none. */
  readonly method: string;
}

/**
 * How much of the square each evolutionarily stable corner attracts. In a bistable game the area beside the separatrix,
 * an integral in log-odds by the trapezoidal rule, which converges geometrically; `error` is the change at the last
 * halving of its spacing. Source: [Trefethen2014].
 *
 * @throws AllianceError (usage) for a game that is not two by two
 */
export function basins(game: Game): Basins {
  const gaps = gapsOf(game);
  const pattern = classifyPattern(gaps);
  switch (pattern.kind) {
    case "global":
      return {
        attractors: [{ shares: cornerState(pattern.attractor), share: 1, error: 0 }],
        method: "signs of the payoff differences: every interior start tends to the one stable corner",
      };
    case "bistable": {
      const { area, error } = areaTowardsOne(gaps);
      return {
        attractors: pattern.attractors.map((corner) => ({
          shares: cornerState(corner),
          share: corner[0] === 1 ? area : 1 - area,
          error,
        })),
        method: "area beside the separatrix, by the trapezoidal rule in log-odds",
      };
    }
    case "centre":
      return { attractors: [], method: "none attracts: every interior orbit is closed" };
    case "degenerate":
      return { attractors: [], method: "none computed: a payoff difference is zero, so orbits may end on a continuum" };
  }
}

/** x(1-x) is below the rounding of 1 beyond this log-odds. */
const REACH = 40;
const FIRST_SPACING = 0.5;
const SMALLEST_SPACING = 2 ** -13;
const TOLERANCE = 1e-14;

/** Area of the basin of the corner where the first population's share is 1. */
function areaTowardsOne(gaps: GapValues): { readonly area: number; readonly error: number } {
  const above = alongFlatter(gaps);
  let area = trapezoid(above, FIRST_SPACING);
  let error = 1;
  for (let spacing = FIRST_SPACING / 2; spacing >= SMALLEST_SPACING && error > TOLERANCE; spacing /= 2) {
    const finer = trapezoid(above, spacing);
    error = Math.abs(finer - area);
    area = finer;
  }
  return { area, error: error + Number.EPSILON };
}

/**
 * The fraction of the basin on the line of one log-odds: the integrand, with that share as the variable. Of the two
 * shares the one is taken along which the separatrix is less steep.
 */
function alongFlatter(gaps: GapValues): (w: number) => number {
  const { c1, c2, c3, c4 } = gaps;
  if (stiffness(c2, c4) <= stiffness(c1, c3)) {
    const onto = separatrixOdds(gaps);
    return (u) => logistic((c4 > 0 ? 1 : -1) * -onto(u));
  }
  const onto = separatrixOdds({ c1: c2, c2: c1, c3: c4, c4: c3 });
  return (v) => logistic(-onto(v));
}

function stiffness(off: number, on: number): number {
  return Math.abs((off / (off - on)) * on);
}

function trapezoid(fraction: (w: number) => number, spacing: number): number {
  const count = Math.round(REACH / spacing);
  let sum = 0;
  for (let i = -count; i <= count; i++) {
    const w = i * spacing;
    sum += fraction(w) * logistic(w) * logistic(-w);
  }
  return sum * spacing;
}
