/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import { PALETTE, PLAYER_COLOURS, PLAYER_TINTS } from "#report/svg/palette.ts";
import { placeLabels, textWidth, type Label } from "#report/svg/placeLabels.ts";
import { asNumber, change, tokens, type Token } from "#report/text/amounts.ts";
import { shorten } from "#report/text/shorten.ts";
import type { Day, Effect, Holding, MemberSeries } from "./storyData.ts";
import { dayBands, LEFT, lookOf, RIGHT, stepAt, stepScale, WIDTH } from "./storyLayout.ts";

export const PANEL = 108;
const INSET = 5;
const LABEL_SIZE = 11;
/** Labels are tried in this order; the rest after them, the largest first. */
const TELLING = ["default", "settle"];
const WHY: Readonly<Record<string, string>> = { default: "penalty", settle: "price" };

export interface PanelOptions {
  readonly days: readonly Day[];
  readonly steps: number;
  /** Of all members, so that panels can be compared. */
  readonly domain: readonly [number, number];
  /** Steps that are followed through all panels. */
  readonly guides: readonly number[];
  readonly token: Token;
}

/** How one member fared: its total as a line, what is locked as a band hanging below it. */
export function memberPanel(series: MemberSeries, options: PanelOptions, document: Document): Element {
  const { days, steps, domain, guides } = options;
  const player = series.role === "supplier" ? 0 : 1;
  const colour = PLAYER_COLOURS[player];
  return Plot.plot({
    document,
    width: WIDTH,
    height: PANEL,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: INSET,
    marginBottom: INSET,
    x: stepScale(steps),
    y: { domain: [...domain], axis: null },
    marks: [
      dayBands(days),
      Plot.axisY({ ticks: 3, tickSize: 3, label: null, fill: PALETTE.grey, fontSize: 10, tickFormat: signed }),
      Plot.ruleX(guides, { stroke: PALETTE.purple, strokeDasharray: "3 3", strokeOpacity: 0.8 }),
      Plot.ruleY([0], { stroke: PALETTE.line }),
      Plot.areaY(series.holdings, {
        x: "step",
        y1: "free",
        y2: "change",
        curve: "step-after",
        fill: PLAYER_TINTS[player],
        stroke: colour,
        strokeOpacity: 0.35,
        className: "locked",
      }),
      Plot.lineY(series.holdings, { x: "step", y: "change", curve: "step-after", stroke: colour, strokeWidth: 2.25 }),
      ...effectMarks(series.effects, series.holdings),
      ...effectLabels(series, options),
      ...names(series, options, colour),
    ],
  });
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${value}`.replace("-", "\u2212");
}

function levelAt(holdings: readonly Holding[], step: number): number {
  return holdings.find((holding) => holding.step === step)?.change ?? 0;
}

function effectMarks(effects: readonly Effect[], holdings: readonly Holding[]): Plot.Markish[] {
  return effects.flatMap(({ step, kind }) => {
    const look = lookOf(kind);
    if (look === undefined || !TELLING.includes(kind)) return [];
    const { symbol, fill, stroke, strokeWidth } = look;
    return [
      Plot.dot([step], {
        x: [step],
        y: [levelAt(holdings, step)],
        symbol,
        fill,
        stroke,
        strokeWidth,
        r: 4.5,
        className: "effect",
      }),
    ];
  });
}

interface EffectLabel extends Label {
  readonly needed: boolean;
}

/** The amounts that moved, the telling ones first, as far as there is room. */
function effectLabels({ effects, holdings }: MemberSeries, { steps, domain, token }: PanelOptions): Plot.Markish[] {
  const [low, high] = domain;
  const inner = PANEL - 2 * INSET;
  const height = (value: number): number => INSET + ((high - value) / (high - low)) * inner;
  const labels = [...effects].sort(byImportance).map(({ step, units, kind, deed }): EffectLabel => {
    const why = WHY[kind];
    const amount = change(units, token);
    return {
      x: stepAt(step, steps),
      y: height(levelAt(holdings, step)),
      text: `${shorten(why ?? deed, 36)} ${amount}`.trim(),
      shorter: amount,
      above: units > 0n,
      needed: why !== undefined,
    };
  });
  const marks = effects
    .filter(({ kind }) => TELLING.includes(kind))
    .map(({ step }) => ({ x: stepAt(step, steps), y: height(levelAt(holdings, step)), radius: 5 }));
  const frame = { left: LEFT, right: WIDTH - RIGHT, top: INSET, bottom: PANEL - INSET };
  const extent = extentOf(holdings.map(({ step, change: level }) => ({ x: stepAt(step, steps), y: height(level) })));
  const placed = placeLabels(labels, { fontSize: LABEL_SIZE, frame, marks, extent });
  return [...placed.map(labelMark), lockedLabel(holdings, (high - low) / inner, steps)];
}

/** Of a line in steps: it keeps its height until the next place. */
function extentOf(places: readonly { readonly x: number; readonly y: number }[]) {
  return (left: number, right: number): readonly [number, number] => {
    const before = places.findLast(({ x }) => x <= left);
    const inside = places.filter(({ x }) => x > left && x < right);
    const heights = [...(before === undefined ? [] : [before]), ...inside].map(({ y }) => y);
    return [Math.min(...heights), Math.max(...heights)];
  };
}

function labelMark({ x, y, text, needed }: EffectLabel): Plot.Markish {
  return Plot.text([text], {
    frameAnchor: "top-left",
    dx: x - LEFT,
    dy: y - INSET,
    text: [text],
    textAnchor: "middle",
    lineAnchor: "middle",
    fontSize: LABEL_SIZE,
    fontWeight: needed ? "bold" : "normal",
    fill: needed ? PALETTE.ink : PALETTE.grey,
    stroke: PALETTE.paper,
    strokeWidth: 3,
  });
}

/** Names the band, in its lower part, where it is large enough. */
function lockedLabel(holdings: readonly Holding[], pixel: number, steps: number): Plot.Markish {
  const place = lockedPlace(holdings, pixel);
  const width = stepAt(place?.length ?? 0, steps) - stepAt(0, steps);
  if (place === undefined || width < textWidth("locked", LABEL_SIZE)) return null;
  return Plot.text([place], {
    x: "step",
    y: "level",
    text: () => "locked",
    dy: -10,
    fontSize: LABEL_SIZE,
    fill: PALETTE.grey,
  });
}

/** Middle, bottom and length of the longest time in which two lines of text fit in the band beside each other; `pixel`: what a pixel is worth. */
function lockedPlace(
  holdings: readonly Holding[],
  pixel: number,
): { step: number; level: number; length: number } | undefined {
  let [best, run]: [readonly Holding[], readonly Holding[]] = [[], []];
  for (const holding of holdings) {
    run = holding.change - holding.free > 3 * LABEL_SIZE * pixel ? [...run, holding] : [];
    if (run.length > best.length) best = run;
  }
  const middle = best[Math.floor(best.length / 2)];
  return middle === undefined ? undefined : { step: middle.step, level: middle.free, length: best.length };
}

function byImportance(one: Effect, other: Effect): number {
  const telling = Number(TELLING.includes(other.kind)) - Number(TELLING.includes(one.kind));
  if (telling !== 0) return telling;
  const [a, b] = [one, other].map(({ units }) => (units < 0n ? -units : units));
  return a === b ? one.step - other.step : (a ?? 0n) > (b ?? 0n) ? -1 : 1;
}

function names({ name, first, last, holdings }: MemberSeries, options: PanelOptions, colour: string): Plot.Markish[] {
  const { token, domain, steps } = options;
  const gain = last - first;
  const outcome = gain > 0n ? "gained" : gain < 0n ? "lost" : "even";
  const left = { x: 0.5, textAnchor: "end", dx: -52 } as const;
  const middle = (domain[0] + domain[1]) / 2;
  const end = Math.min(Math.max(asNumber(gain, token), domain[0]), domain[1]);
  const right = { x: steps + 0.5, y: [holdings.length === 0 ? 0 : end], textAnchor: "start", dx: 8 } as const;
  return [
    Plot.text([name], { ...left, y: [middle], dy: -8, text: [shorten(name, 20)], fontWeight: "bold", fill: colour }),
    Plot.text([name], {
      ...left,
      y: [middle],
      dy: 8,
      text: [`${tokens(first, token)} \u2192 ${tokens(last, token)}`],
      fill: PALETTE.grey,
    }),
    Plot.text([name], { ...right, text: [`${outcome} ${change(gain, token)}`], fontWeight: "bold", fill: colour }),
  ];
}
