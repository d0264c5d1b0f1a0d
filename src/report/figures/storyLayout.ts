import * as Plot from "@observablehq/plot";
import type { StoryKind } from "#domain/story.ts";
import { PALETTE } from "#report/svg/palette.ts";
import type { DotSymbol } from "#report/svg/symbols.ts";
import type { Day } from "./storyData.ts";

/** All parts of the figure share the horizontal scale, so that an event can be followed from its deal to its members. */
export const WIDTH = 1020;
export const LEFT = 226;
export const RIGHT = 148;

/** Steps are equally far apart, whatever the time between them. */
export function stepScale(steps: number): Plot.ScaleOptions {
  return { domain: [0.5, steps + 0.5], label: null, axis: null };
}

export function stepAt(step: number, steps: number): number {
  return LEFT + ((step - 0.5) / steps) * (WIDTH - LEFT - RIGHT);
}

/** Every other day is shaded. */
export function dayBands(days: readonly Day[]): Plot.Markish {
  return Plot.rect(
    days.filter((_, index) => index % 2 === 1),
    { x1: ({ from }: Day) => from - 0.5, x2: ({ to }: Day) => to + 0.5, fill: PALETTE.mist, className: "day" },
  );
}

interface EventLook {
  readonly kind: StoryKind;
  readonly label: string;
  readonly symbol: DotSymbol;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
}

/** The events of a deal that are marked; shapes differ as well as colours. */
export const EVENTS: readonly EventLook[] = [
  { kind: "match", label: "matched", symbol: "diamond", fill: PALETTE.paper, stroke: PALETTE.ink, strokeWidth: 1.25 },
  { kind: "sign", label: "signed", symbol: "circle", fill: PALETTE.paper, stroke: PALETTE.ink, strokeWidth: 1.25 },
  {
    kind: "record",
    label: "anchored on chain",
    symbol: "square",
    fill: PALETTE.ink,
    stroke: PALETTE.ink,
    strokeWidth: 1.25,
  },
  {
    kind: "deliver",
    label: "delivered",
    symbol: "triangle",
    fill: PALETTE.sky,
    stroke: PALETTE.ink,
    strokeWidth: 1.25,
  },
  { kind: "settle", label: "settled", symbol: "circle", fill: PALETTE.green, stroke: PALETTE.green, strokeWidth: 1.25 },
  { kind: "default", label: "defaulted", symbol: "times", fill: "none", stroke: PALETTE.purple, strokeWidth: 3 },
  {
    kind: "tamper",
    label: "tampered with",
    symbol: "star",
    fill: PALETTE.orange,
    stroke: PALETTE.ink,
    strokeWidth: 1.25,
  },
];

export function lookOf(kind: StoryKind): EventLook | undefined {
  return EVENTS.find((event) => event.kind === kind);
}
