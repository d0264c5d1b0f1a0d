import * as Plot from "@observablehq/plot";
import type { Continuum, RestPoint } from "#domain/analysis.ts";
import type { Point } from "#report/svg/clipToBand.ts";
import { PALETTE, PLAYER_COLOURS } from "#report/svg/palette.ts";
import { REST_POINTS } from "#report/svg/symbols.ts";
import { percent } from "#report/text/amounts.ts";
import { firstShares, type Arrow, type PhaseData } from "./phaseData.ts";

export const NULLCLINE_DASHES = ["2 3", "7 4"] as const;
export const CONTINUUM_TINT = "#cf93b9";
const HALO = { fill: PALETTE.ink, stroke: PALETTE.paper, strokeWidth: 4 } as const;
/** A basin that leaves less room than this around a text is named in the key only. */
const ROOM = 0.04;

/** The layers of a phase portrait, from back to front. */
export function phaseMarks(data: PhaseData): Plot.Markish[] {
  return [
    ...basinMarks(data),
    arrowMark(data.arrows),
    ...continuumMarks(data.analysis.continua),
    ...nullclineMarks(data.indifference),
    ...data.trajectories.flatMap(trajectoryMarks),
    Plot.line(data.separatrix, { stroke: PALETTE.ink, strokeWidth: 2.5, className: "separatrix" }),
    Plot.frame({ stroke: PALETTE.grey }),
    ...basinLabels(data),
    ...data.analysis.restPoints.flatMap(restPointMarks),
  ];
}

/** A corner's basin has one colour in every portrait, so that portraits can be compared. */
export function basinTint({ shares }: Pick<RestPoint, "shares">): string {
  const [x, y] = firstShares(shares);
  if (x === y) return x === 1 ? "#dcebe4" : "#f6e7d2";
  return x === 1 ? "#ece5f1" : "#e2e8f3";
}

/** Whether the basin of an attractor lies above the separatrix. */
function isAbove({ shares }: PhaseData["basins"]["attractors"][number]): boolean {
  return firstShares(shares)[1] === 1;
}

function basinMarks({ basins: { attractors }, separatrix }: PhaseData): Plot.Markish[] {
  return attractors.map((attractor) => {
    const look = { fill: basinTint(attractor), className: "basin" };
    if (attractors.length === 1) return Plot.rect([0], { x1: 0, x2: 1, y1: 0, y2: 1, ...look });
    return Plot.areaY(separatrix, {
      x: (point: Point) => point[0],
      y1: isAbove(attractor) ? 1 : 0,
      y2: (point: Point) => point[1],
      ...look,
    });
  });
}

function basinLabels({ basins: { attractors }, separatrix, trajectories, indifference }: PhaseData): Plot.Markish[] {
  const [height, width] = indifference;
  const along = separatrix.map(([share]) => share);
  const lines = along.flatMap((share): Point[] => [
    [width ?? 0, share],
    [share, height ?? 0],
  ]);
  const avoid = [...separatrix, ...trajectories.flat(), ...lines].filter((_, index) => index % 4 === 0);
  if (attractors.length < 2) return [];
  return attractors.flatMap((attractor) => {
    const [x, y, room] = roomiest(separatrix, isAbove(attractor), avoid);
    if (room < ROOM) return [];
    const text = [`${percent(attractor.share)} of starts`];
    return [Plot.text(text, { x: [x], y: [y], text, fontSize: 13, fontWeight: "bold", ...HALO })];
  });
}

/** The place on one side of a curve that is farthest from the points to avoid and from the border of the square. */
function roomiest(
  curve: readonly Point[],
  above: boolean,
  avoid: readonly Point[],
): readonly [x: number, y: number, room: number] {
  let best: readonly [number, number, number] = [0.5, 0.5, 0];
  for (let x = 0.16; x <= 0.84; x += 0.04) {
    const height = curve[Math.round(x * (curve.length - 1))]?.[1] ?? 0.5;
    for (let y = 0.02; y < 1; y += 0.04) {
      if (y > height !== above) continue;
      const distance = Math.min(y, 1 - y, ...avoid.map(([a, b]) => Math.hypot((a - x) / 3, b - y)));
      if (distance > best[2] + 1e-9) best = [x, y, distance];
    }
  }
  return best;
}

function arrowMark(arrows: readonly Arrow[]): Plot.Markish {
  return Plot.vector(
    arrows.filter(({ rate }) => rate[0] !== 0 || rate[1] !== 0),
    {
      x: ({ at }: Arrow) => at[0],
      y: ({ at }: Arrow) => at[1],
      rotate: ({ rate }: Arrow) => degrees(rate),
      length: 13,
      r: 2.6,
      stroke: "#8b949e",
      strokeWidth: 1,
      className: "direction",
    },
  );
}

/** Clockwise from up. */
function degrees([dx, dy]: Point): number {
  return (Math.atan2(dx, dy) * 180) / Math.PI;
}

/** A line, or the whole square where every state is at rest. */
function continuumMarks(continua: readonly Continuum[]): Plot.Markish[] {
  return continua.map(({ range: [x = [0, 0], y = [0, 0]] }) => {
    const place = { x1: x[0], x2: x[1], y1: y[0], y2: y[1], className: "continuum" };
    const isLine = x[0] === x[1] || y[0] === y[1];
    return isLine
      ? Plot.link([0], { ...place, stroke: CONTINUUM_TINT, strokeWidth: 6 })
      : Plot.rect([0], { ...place, fill: CONTINUUM_TINT });
  });
}

function nullclineMarks([first, second]: PhaseData["indifference"]): Plot.Markish[] {
  const look = (player: 0 | 1) => ({
    stroke: PLAYER_COLOURS[player],
    strokeWidth: 1.5,
    strokeDasharray: NULLCLINE_DASHES[player],
    className: "nullcline",
  });
  return [
    first === undefined ? null : Plot.ruleY([first], look(0)),
    second === undefined ? null : Plot.ruleX([second], look(1)),
  ];
}

function trajectoryMarks(points: readonly Point[]): Plot.Markish[] {
  const heading = middle(points);
  return [
    Plot.line(points, { stroke: PALETTE.purple, strokeWidth: 1.5, className: "trajectory" }),
    heading === undefined
      ? null
      : Plot.dot([heading], {
          x: [heading.at[0]],
          y: [heading.at[1]],
          rotate: degrees(heading.rate),
          symbol: "triangle",
          r: 4,
          fill: PALETTE.purple,
        }),
  ];
}

/** The place half way along a curve, and the direction there. */
function middle(points: readonly Point[]): Arrow | undefined {
  const steps = points.slice(1).map(([x, y], index): Point => {
    const [fromX = 0, fromY = 0] = points[index] ?? [];
    return [x - fromX, y - fromY];
  });
  const half = steps.reduce((sum, step) => sum + Math.hypot(...step), 0) / 2;
  let gone = 0;
  for (const [index, step] of steps.entries()) {
    gone += Math.hypot(...step);
    const at = points[index + 1];
    if (gone >= half && at !== undefined) return { at, rate: step };
  }
  return undefined;
}

function restPointMarks({ shares, stability }: RestPoint): Plot.Markish[] {
  const [x, y] = firstShares(shares);
  const { symbol, fill } = REST_POINTS[stability];
  const place = { x: [x], y: [y], r: 7 };
  return [
    Plot.dot([0], { ...place, fill: PALETTE.paper }),
    Plot.dot([0], { ...place, symbol, fill, stroke: PALETTE.ink, strokeWidth: 1.75, className: "rest-point" }),
  ];
}
