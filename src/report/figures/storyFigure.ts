/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import type { Story } from "#domain/story.ts";
import { makeFigure, type Figure } from "#report/figure.ts";
import type { Panel } from "#report/svg/composeSvg.ts";
import { PALETTE } from "#report/svg/palette.ts";
import { change, exactTokens, type Token } from "#report/text/amounts.ts";
import { timestamp } from "#report/text/moments.ts";
import { count, list } from "#report/text/sentences.ts";
import type { Cell } from "#report/text/toCsv.ts";
import { dealLanes, lanesHeight } from "./dealLanes.ts";
import { memberPanel, PANEL } from "./memberPanel.ts";
import { daysOf, memberSeries, totalAt, type MemberSeries } from "./storyData.ts";
import { LEFT, RIGHT, stepScale, WIDTH } from "./storyLayout.ts";

const AXIS = 46;
/** Of the range of values: air for labels. */
const AIR = 0.22;

/** How the members of an alliance fared, step by step, and which event of which deal it came from. */
export function storyFigure(story: Story, token: Token, document: Document): Figure {
  const days = daysOf(story.steps);
  const members = memberSeries(story, token);
  const options = {
    days,
    steps: story.steps.length,
    domain: domainOf(members),
    guides: story.steps.flatMap(({ kind }, index) => (kind === "default" ? [index + 1] : [])),
    token,
  };
  const top = lanesHeight(story);
  const panels: Panel[] = [
    { plot: dealLanes(story, days, document), x: 0, y: 0 },
    ...members.map((series, index) => ({ plot: memberPanel(series, options, document), x: 0, y: top + index * PANEL })),
    { plot: stepAxis(story.steps.length, token, document), x: 0, y: top + members.length * PANEL },
  ];
  const caption = captionOf(members, token);
  return makeFigure({
    name: "story",
    title: "What every member owned, step by step",
    description: caption,
    caption: `${caption} The line is a member's total balance counted from its first, the band below it the part that was locked.`,
    width: WIDTH,
    height: top + members.length * PANEL + AXIS,
    panels,
    columns: [
      "step",
      "time",
      "block",
      "transaction",
      "kind",
      "actor",
      "deal",
      "text",
      "member",
      ...COLUMNS.map((name) => `${name}_${token.symbol}`),
    ],
    rows: rowsOf(story, token),
  });
}

const COLUMNS = ["wallet", "available", "locked", "total"];

function captionOf(members: readonly MemberSeries[], token: Token): string {
  const outcome = ({ name, first, last }: MemberSeries): string => `${name} ${change(last - first, token)}`;
  const winners = members.filter(({ first, last }) => last > first).map(outcome);
  const losers = members.filter(({ first, last }) => last < first).map(outcome);
  const gained =
    winners.length === 0 ? "Nobody gained" : `${count(winners.length, "member")} gained (${list(winners)})`;
  const lost = losers.length === 0 ? "nobody lost" : `${count(losers.length, "member")} lost (${list(losers)})`;
  return `${gained}, ${lost}, in ${token.symbol}.`;
}

function domainOf(members: readonly MemberSeries[]): readonly [number, number] {
  const values = members.flatMap(({ holdings }) => holdings.flatMap(({ change: total, free }) => [total, free]));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const air = AIR * (high - low || 1);
  return [low - air, high + air];
}

/** The titles of both axes; the vertical one stands below the names, where its numbers end. */
function stepAxis(steps: number, { symbol }: Token, document: Document): Element {
  return Plot.plot({
    document,
    width: WIDTH,
    height: AXIS,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 1,
    marginBottom: AXIS - 2,
    x: stepScale(steps),
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.axisX({
        ticks: Math.min(steps, 10),
        tickFormat: (step: number) => (Number.isInteger(step) && step > 0 ? String(step) : ""),
        label: "Step, in the order of the chain (shaded: every other day; time is not to scale)",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.text([symbol], {
        frameAnchor: "bottom-left",
        text: [`Change of the total balance,\n${symbol} since the first`],
        textAnchor: "end",
        lineAnchor: "top",
        dx: -12,
        dy: 8,
        fill: PALETTE.grey,
        fontSize: 11,
      }),
    ],
  });
}

function rowsOf({ members, steps }: Story, token: Token): readonly (readonly Cell[])[] {
  return steps.flatMap((step, index) =>
    members.map(({ name }): readonly Cell[] => {
      const balance = step.balances[name] ?? { wallet: "0", available: "0", locked: "0" };
      const amounts = [balance.wallet, balance.available, balance.locked].map(BigInt);
      return [
        index + 1,
        timestamp(step.time),
        step.block,
        step.transaction ?? "",
        step.kind,
        step.actor,
        step.dealId ?? "",
        step.text,
        name,
        ...[...amounts, totalAt(step, name)].map((units) => exactTokens(units, token)),
      ];
    }),
  );
}
