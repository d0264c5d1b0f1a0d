/// <reference lib="dom" />
import type { SymbolType } from "@observablehq/plot";
import type { Stability } from "#domain/analysis.ts";
import { PALETTE } from "./palette.ts";

export type DotSymbol = SymbolType;

interface RestPointLook {
  readonly symbol: DotSymbol;
  readonly fill: string;
  /** As readers of dynamics call it. */
  readonly label: string;
}

/** A disc of which only the left half is filled, the turns around the right half cancelling: stable in one direction. */
const halfDisc: SymbolType = {
  draw(context: CanvasPath, size: number) {
    const radius = Math.sqrt(size / Math.PI);
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.closePath();
    context.moveTo(0, radius);
    context.arc(0, 0, radius, Math.PI / 2, -Math.PI / 2, true);
    context.closePath();
  },
};

/** A ring with a point in the middle: orbits go round it. */
const target: SymbolType = {
  draw(context: CanvasPath, size: number) {
    const radius = Math.sqrt(size / Math.PI);
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.moveTo(radius, 0);
    context.arc(0, 0, radius, 0, 2 * Math.PI, true);
    context.moveTo(radius / 3, 0);
    context.arc(0, 0, radius / 3, 0, 2 * Math.PI);
  },
};

/** Filled: attracts; open: repels; half: saddle; ring with a point: centre; diamond: a zero eigenvalue decides. */
export const REST_POINTS: Readonly<Record<Stability, RestPointLook>> = {
  ess: { symbol: "circle", fill: PALETTE.ink, label: "stable (ESS)" },
  stable: { symbol: "circle", fill: PALETTE.ink, label: "stable (no ESS)" },
  saddle: { symbol: halfDisc, fill: PALETTE.ink, label: "saddle" },
  source: { symbol: "circle", fill: PALETTE.paper, label: "unstable (source)" },
  unstable: { symbol: "circle", fill: PALETTE.paper, label: "unstable" },
  centre: { symbol: target, fill: PALETTE.ink, label: "centre" },
  degenerate: { symbol: "diamond", fill: PALETTE.line, label: "degenerate" },
};
