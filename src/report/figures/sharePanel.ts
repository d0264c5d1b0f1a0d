/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import { clipToBand, type Point } from "#report/svg/clipToBand.ts";
import { PALETTE, PLAYER_COLOURS } from "#report/svg/palette.ts";
import type { DotSymbol } from "#report/svg/symbols.ts";
import { shorten } from "#report/text/shorten.ts";
import { coincide, type Series } from "./shareSeries.ts";

export const PANEL_WIDTH = 480;
export const PANEL_HEIGHT = 316;
const MARGINS = { marginLeft: 60, marginTop: 46, marginRight: 92, marginBottom: 48 };
const RIGHT_EDGE = PANEL_WIDTH - MARGINS.marginLeft - MARGINS.marginRight;
const HALO = { fill: PALETTE.ink, stroke: PALETTE.paper, strokeWidth: 4 } as const;
const INNER = PANEL_HEIGHT - MARGINS.marginTop - MARGINS.marginBottom;

export interface SharePanelInput {
  readonly heading: string;
  /** What became of the run, below the heading. */
  readonly remark: string;
  readonly series: readonly Series[];
  readonly domain: readonly [number, number];
  readonly until: number;
  /** Whose share it is. */
  readonly strategy: string;
  /** Marks every state of a stepwise run. */
  readonly dots: boolean;
  readonly overflow?: number | undefined;
}

interface Look {
  readonly dash: string;
  readonly symbol: DotSymbol;
  readonly width: number;
}

/** The second is drawn over the first; both can be seen where they coincide. */
const LOOKS: readonly Look[] = [
  { dash: "none", symbol: "circle", width: 4.5 },
  { dash: "7 5", symbol: "square", width: 2 },
];

/** Shares over months; what lies outside [0,1] is greyed, cut at the border, and marked. */
export function sharePanel(input: SharePanelInput, document: Document): Element {
  const { heading, remark, series, domain, until, strategy } = input;
  return Plot.plot({
    document,
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    ...MARGINS,
    x: { domain: [0, until], label: null },
    y: { domain: [...domain], label: null },
    marks: [
      ...outsideMarks(input),
      Plot.axisX({ ticks: 6, tickSize: 4, label: "Months", labelAnchor: "center", labelArrow: "none" }),
      Plot.axisY({
        ticks: 5,
        tickSize: 4,
        label: `Share that plays ${shorten(strategy, 20)}`,
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.ruleY(
        [0, 1].filter((border) => border >= domain[0] && border <= domain[1]),
        { stroke: PALETTE.line },
      ),
      ...series.flatMap((one) => seriesMarks(one, input)),
      ...overflowMarks(input),
      ...leavingMarks(input),
      ...endLabels(input),
      corner(heading, { dy: -32, fontSize: 13, fontWeight: "bold" }),
      corner(remark, { dy: -16, fill: PALETTE.grey }),
    ],
  });
}

function corner(text: string, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], { frameAnchor: "top-left", textAnchor: "start", text: [text], ...options });
}

function outsideMarks({ domain: [low, high], until, dots }: SharePanelInput): Plot.Markish[] {
  if (low >= 0 && high <= 1) return [];
  const bands = [
    { from: low, to: 0 },
    { from: 1, to: high },
  ];
  return [
    Plot.rect(bands, { x1: 0, x2: until, y1: "from", y2: "to", fill: "#e9ecef", className: "outside" }),
    dots
      ? null
      : Plot.text(
          bands.filter(({ from, to }) => to - from > 0.1),
          {
            x: until / 2,
            y: ({ from, to }: (typeof bands)[number]) => (from + to) / 2,
            text: () => "outside [0, 1]: no share",
            fill: PALETTE.grey,
          },
        ),
  ];
}

function seriesMarks({ player, points }: Series, { domain, dots }: SharePanelInput): Plot.Markish[] {
  const { dash, width } = LOOKS[player % 2] ?? { dash: "none", width: 2 };
  const colour = PLAYER_COLOURS[player % 2] ?? PALETTE.ink;
  const inside = points.filter(([, share]) => share >= domain[0] && share <= domain[1]);
  const lines = clipToBand(points, domain).map((piece) =>
    Plot.line(piece, {
      stroke: colour,
      strokeWidth: dots ? 1.25 : width,
      strokeDasharray: dash,
      className: "share",
    }),
  );
  if (!dots) return lines;
  return [
    ...lines,
    Plot.dot(inside, { ...stateLook(player), className: "state" }),
    ...[domain[0], domain[1]].map((border, index) => offScale(points, border, index === 1, colour)),
  ];
}

/** States beyond the border of the figure, as triangles that point to them. */
function offScale(points: readonly Point[], border: number, above: boolean, colour: string): Plot.Markish {
  const gone = points.filter(([, share]) => (above ? share > border : share < border));
  return Plot.dot(gone, {
    x: ([month]: Point) => month,
    y: gone.map(() => border),
    symbol: "triangle",
    rotate: above ? 0 : 180,
    r: 3.5,
    dy: above ? 5 : -5,
    fill: colour,
    className: "off-scale",
  });
}

function overflowMarks({ overflow }: SharePanelInput): Plot.Markish[] {
  if (overflow === undefined) return [];
  return [
    Plot.ruleX([overflow], { stroke: PALETTE.ink, strokeWidth: 1.5, strokeDasharray: "2 2", className: "overflow" }),
    Plot.text([overflow], {
      x: [overflow],
      frameAnchor: "top",
      text: ["overflow"],
      textAnchor: "start",
      lineAnchor: "top",
      dx: 5,
      dy: 4,
      fontWeight: "bold",
      ...HALO,
    }),
  ];
}

/** Rings the first states outside [0,1]. */
function leavingMarks({ series, domain }: SharePanelInput): Plot.Markish[] {
  const inset = 0.04 * (domain[1] - domain[0]);
  const rings = series.flatMap(({ leaves, points }) => {
    const share = points.find(([month]) => month === leaves)?.[1];
    if (leaves === undefined || share === undefined) return [];
    return [{ month: leaves, share: Math.min(Math.max(share, domain[0] + inset), domain[1] - inset) }];
  });
  const look = { r: 8, stroke: PALETTE.ink, strokeWidth: 1.75, className: "leaves" };
  return [Plot.dot(rings, { x: "month", y: "share", ...look })];
}

interface EndLabel {
  readonly name: string;
  readonly player: number;
  /** Pixels below the top of the frame. */
  readonly at: number;
}

const APART = 17;

/** Names beside the ends of the lines, moved apart where they would touch; a run that overflows has no ends. */
function endLabels({ series, domain, dots, overflow }: SharePanelInput): Plot.Markish[] {
  const [one, other] = series;
  const same = one !== undefined && other !== undefined && coincide(one, other);
  const shown = same ? [{ ...one, name: "both" }] : series;
  const placed = shown.map(({ name, player, points }, index): EndLabel => {
    const share = Math.min(Math.max(points.at(-1)?.[1] ?? 0, domain[0]), domain[1]);
    const at = ((domain[1] - share) / (domain[1] - domain[0])) * INNER;
    return { name, player, at: overflow === undefined ? at : INNER / 2 + index * APART };
  });
  return apart(placed).flatMap(({ name, player, at }) => {
    const colour = same ? PALETTE.ink : (PLAYER_COLOURS[player % 2] ?? PALETTE.ink);
    const place = { dx: RIGHT_EDGE + 12, dy: at };
    return [
      dots && !same ? keySymbol(player, place) : null,
      corner(shorten(name, 12), {
        ...place,
        dx: place.dx + (dots ? 10 : 0),
        lineAnchor: "middle",
        fontWeight: "bold",
        fill: colour,
      }),
    ];
  });
}

function apart(labels: readonly EndLabel[]): readonly EndLabel[] {
  const [top, bottom, ...rest] = [...labels].sort((one, other) => one.at - other.at);
  if (top === undefined || bottom === undefined || rest.length > 0) return labels;
  const push = Math.max(0, APART - (bottom.at - top.at)) / 2;
  return [
    { ...top, at: top.at - push },
    { ...bottom, at: bottom.at + push },
  ];
}

function keySymbol(player: number, place: { dx: number; dy: number }): Plot.Markish {
  return Plot.dot([0], { frameAnchor: "top-left", ...place, ...stateLook(player), className: "key" });
}

function stateLook(player: number) {
  const colour = PLAYER_COLOURS[player % 2] ?? PALETTE.ink;
  const first = player % 2 === 0;
  return {
    symbol: LOOKS[player % 2]?.symbol ?? "circle",
    r: first ? 4 : 2.5,
    fill: first ? PALETTE.paper : colour,
    stroke: colour,
  };
}
