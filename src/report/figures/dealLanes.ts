/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import type { Story, StoryDeal, StoryStep } from "#domain/story.ts";
import { PALETTE } from "#report/svg/palette.ts";
import { textWidth } from "#report/svg/placeLabels.ts";
import { words } from "#report/text/sentences.ts";
import { shorten } from "#report/text/shorten.ts";
import type { Day } from "./storyData.ts";
import { dayBands, EVENTS, LEFT, lookOf, RIGHT, stepAt, stepScale, WIDTH } from "./storyLayout.ts";

const LANE = 27;
const TOP = 64;
const KEY_AT = 12;
const DAYS_AT = 38;
/** A date may stand this far right of where its day begins, in pixels. */
const MOST_SHIFT = 24;

interface DealEvent {
  readonly step: number;
  readonly dealId: string;
  readonly kind: StoryStep["kind"];
}

/** The marked events of all deals; those without a lane are not drawn. */
function dealEvents({ steps }: Story): readonly DealEvent[] {
  return steps.flatMap(({ kind, dealId }, index) =>
    dealId !== undefined && lookOf(kind) !== undefined ? [{ step: index + 1, dealId, kind }] : [],
  );
}

export function lanesHeight({ deals }: Story): number {
  return TOP + deals.length * LANE + 6;
}

/** One line per deal with what happened to it, under the days and the key of the symbols. */
export function dealLanes(story: Story, days: readonly Day[], document: Document): Element {
  const { deals, steps } = story;
  return Plot.plot({
    document,
    width: WIDTH,
    height: lanesHeight(story),
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: 6,
    x: stepScale(steps.length),
    y: { type: "band", domain: deals.map(({ dealId }) => dealId), axis: null },
    marks: [
      dayBands(days),
      ...eventMarks(story),
      Plot.text(deals, { x: 0.5, y: "dealId", dx: -10, text: nameOf, textAnchor: "end" }),
      Plot.text(deals, {
        x: steps.length + 0.5,
        y: "dealId",
        dx: 8,
        text: ({ status }: StoryDeal) => words(status),
        textAnchor: "start",
        fontWeight: "bold",
      }),
      ...dayLabels(days, steps.length),
      ...keyMarks(),
    ],
  });
}

function nameOf({ dealId, supplier, retailer }: StoryDeal): string {
  return `Deal ${shorten(dealId, 6)}: ${shorten(supplier, 11)} \u2192 ${shorten(retailer, 11)}`;
}

/** Each deal's time as a line from its first to its last event, and its events on it. */
function eventMarks(story: Story): Plot.Markish[] {
  const events = dealEvents(story);
  const spans = story.deals.flatMap(({ dealId }) => {
    const own = events.filter((event) => event.dealId === dealId && event.kind !== "tamper").map(({ step }) => step);
    return own.length === 0 ? [] : [{ dealId, from: Math.min(...own), to: Math.max(...own) }];
  });
  return [
    Plot.ruleY(spans, { y: "dealId", x1: "from", x2: "to", stroke: PALETTE.grey, strokeWidth: 1.5 }),
    ...EVENTS.map(({ kind, symbol, fill, stroke, strokeWidth }) =>
      Plot.dot(
        events.filter((event) => event.kind === kind),
        { x: "step", y: "dealId", symbol, fill, stroke, strokeWidth, r: 4.5, className: "event" },
      ),
    ),
  ];
}

interface PlacedText {
  readonly x: number;
  readonly text: string;
}

/** Texts in pixels from the corner of the plot; nothing of it belongs to a scale. */
function fixedTexts(texts: readonly PlacedText[], y: number, fill: string = PALETTE.ink): Plot.Markish[] {
  return texts.map(({ x, text }) =>
    Plot.text([text], { frameAnchor: "top-left", dx: x - LEFT, dy: y - TOP, text: [text], textAnchor: "start", fill }),
  );
}

/** The date of each day, as far as there is room, and how long nothing happened before. */
function dayLabels(days: readonly Day[], steps: number): Plot.Markish[] {
  const dates: PlacedText[] = [];
  const gaps: PlacedText[] = [];
  let free = 0;
  for (const { from, label, gap } of days) {
    const x = stepAt(from - 0.5, steps);
    if (x + MOST_SHIFT < free) continue;
    const waited = gap > 1 ? `+${gap} d` : "";
    const at = Math.max(x, free);
    dates.push({ x: at, text: label });
    gaps.push({ x: at, text: waited });
    free = at + Math.max(textWidth(label, 12), textWidth(waited, 12)) + 4;
  }
  return [...fixedTexts(dates, DAYS_AT), ...fixedTexts(gaps, DAYS_AT + 14, PALETTE.grey)];
}

function keyMarks(): Plot.Markish[] {
  let x = LEFT;
  return EVENTS.flatMap(({ label, symbol, fill, stroke, strokeWidth }) => {
    const at = x;
    x += 24 + textWidth(label, 12);
    const place = { frameAnchor: "top-left", dx: at - LEFT + 5, dy: KEY_AT - TOP } as const;
    return [
      Plot.dot([0], { ...place, symbol, fill, stroke, strokeWidth, r: 4.5, className: "key" }),
      ...fixedTexts([{ x: at + 16, text: label }], KEY_AT),
    ];
  });
}
