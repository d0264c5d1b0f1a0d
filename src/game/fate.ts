import { classifyPattern } from "./classifyPattern.ts";
import { CORNERS, cornerEigenvalues, type Corner } from "./corners.ts";
import { degenerateFate } from "./degenerateFate.ts";
import type { Gaps } from "./gaps.ts";
import { indifference } from "./interiorPoint.ts";
import { logOdds, type LogOdds } from "./logOdds.ts";
import { orbitPeriod } from "./orbitPeriod.ts";
import type { Shares } from "./readState.ts";
import { saddleSide } from "./saddleSide.ts";

/**
 * Where the exact orbit of a start ends, decided without integrating: it stays (`rest`), tends to the point with log-odds
 * `end`, does so along the separatrix (`separatrix`), or returns after each `period` (`closed`).
 */
export type Fate =
  | { readonly kind: "rest" }
  | { readonly kind: "point"; readonly end: LogOdds }
  | { readonly kind: "separatrix"; readonly end: LogOdds }
  | { readonly kind: "closed"; readonly period: number };

/** Sources: signs of the gaps, and the first integral where they leave a choice. [Hofbauer1998], [Hofbauer1996]. */
export function fateOf(gaps: Gaps, start: Shares): Fate {
  if (isRest(gaps, start)) return { kind: "rest" };
  const from = logOdds(start);
  if (!Number.isFinite(from.u) || !Number.isFinite(from.v)) return { kind: "point", end: alongEdge(gaps, start, from) };
  const pattern = classifyPattern(gaps);
  switch (pattern.kind) {
    case "global":
      return { kind: "point", end: cornerOdds(pattern.attractor) };
    case "bistable":
      return saddleFate(gaps, from);
    case "centre":
      return { kind: "closed", period: orbitPeriod(gaps, from) };
    case "degenerate":
      return { kind: "point", end: degenerateFate(gaps, from) };
  }
}

function saddleFate(gaps: Gaps, from: LogOdds): Fate {
  const side = saddleSide(gaps, from);
  if (side === 0) {
    const { c1, c2, c3, c4 } = gaps;
    return { kind: "separatrix", end: { u: Math.log(-c2 / c4), v: Math.log(-c1 / c3) } };
  }
  const attractor = CORNERS.find(
    (corner) => corner[0] === (side > 0 ? 1 : 0) && cornerEigenvalues(gaps, corner).every((value) => value < 0),
  );
  return { kind: "point", end: cornerOdds(attractor ?? [0, 0]) };
}

function cornerOdds([x, y]: Corner): LogOdds {
  return { u: x === 1 ? Infinity : -Infinity, v: y === 1 ? Infinity : -Infinity };
}

/** On the boundary, off a rest point, exactly one share moves, always in one direction. */
function alongEdge(gaps: Gaps, start: Shares, { u, v }: LogOdds): LogOdds {
  const [du, dv] = rates(gaps, start);
  return Number.isFinite(u) ? { u: du * Infinity, v } : { u, v: dv * Infinity };
}

/** A start is at rest as well when it is the double nearest to a rest point that no double hits. */
function isRest(gaps: Gaps, start: Shares): boolean {
  const [du, dv] = rates(gaps, start);
  const { exact } = gaps;
  const firstRests = isPure(start.x, start.xRest) || du === 0 || indifference(exact.c1, exact.c3)?.[0] === start.y;
  const secondRests = isPure(start.y, start.yRest) || dv === 0 || indifference(exact.c2, exact.c4)?.[0] === start.x;
  return firstRests && secondRests;
}

function isPure(share: number, rest: number): boolean {
  return share === 0 || rest === 0;
}

function rates({ c1, c2, c3, c4 }: Gaps, { x, xRest, y, yRest }: Shares): readonly [number, number] {
  return [c1 * yRest + c3 * y, c2 * xRest + c4 * x];
}
