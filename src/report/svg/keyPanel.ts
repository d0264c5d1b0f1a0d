/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import { PALETTE } from "./palette.ts";
import type { DotSymbol } from "./symbols.ts";

/** One entry of a key: a sample as it looks in the figure, what it is, and details below. */
export interface KeyEntry {
  readonly sample:
    | { readonly kind: "symbol"; readonly symbol: DotSymbol; readonly colour: string; readonly fill: string }
    | { readonly kind: "line"; readonly colour: string; readonly width: number; readonly dash?: string }
    | { readonly kind: "fill"; readonly colour: string }
    | { readonly kind: "none" };
  readonly text: string;
  readonly details?: string;
}

const LINE = 17;
const GAP = 7;
const TEXT_AT = 30;

/** A key drawn next to what it explains, one entry below the other. */
export function keyPanel(document: Document, entries: readonly KeyEntry[], width: number): Element {
  let bottom = 10;
  const placed = entries.map((entry) => {
    const y = bottom;
    bottom += LINE + (entry.details === undefined ? 0 : LINE - 2) + GAP;
    return { ...entry, y, indent: entry.sample.kind === "none" ? 0 : TEXT_AT };
  });
  const words = { x: "indent", y: "y", text: "text", textAnchor: "start" } as const;
  return Plot.plot({
    document,
    width,
    height: bottom + 10,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    marks: [
      ...placed.map(({ sample, y }) => sampleMark(sample, y)),
      Plot.text(
        placed.filter(({ indent }) => indent > 0),
        words,
      ),
      Plot.text(
        placed.filter(({ indent }) => indent === 0),
        { ...words, fontWeight: "bold" },
      ),
      Plot.text(
        placed.filter(({ details }) => details !== undefined),
        {
          x: "indent",
          y: ({ y }: { y: number }) => y + LINE - 1,
          text: "details",
          textAnchor: "start",
          fill: PALETTE.grey,
        },
      ),
    ],
  });
}

function sampleMark(sample: KeyEntry["sample"], y: number): Plot.Markish {
  switch (sample.kind) {
    case "symbol":
      return Plot.dot([y], {
        x: 11,
        y: [y],
        r: 6,
        symbol: sample.symbol,
        fill: sample.fill,
        stroke: sample.colour,
        strokeWidth: 1.5,
      });
    case "line":
      return Plot.link([y], {
        x1: 0,
        x2: 22,
        y1: [y],
        y2: [y],
        stroke: sample.colour,
        strokeWidth: sample.width,
        ...(sample.dash === undefined ? {} : { strokeDasharray: sample.dash }),
      });
    case "fill":
      return Plot.rect([y], { x1: 0, x2: 22, y1: [y - 7], y2: [y + 7], fill: sample.colour, stroke: PALETTE.line });
    case "none":
      return null;
  }
}
