/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import type { Measurement } from "#domain/measurement.ts";
import { compare, isSame, type PayoffCell } from "#report/compare.ts";
import { makeFigure, type Figure } from "#report/figure.ts";
import type { SituationInput } from "#report/input.ts";
import { PALETTE, PLAYER_COLOURS, PLAYER_TINTS } from "#report/svg/palette.ts";
import { asNumber, change, exactTokens, tokens, type Token } from "#report/text/amounts.ts";
import { count } from "#report/text/sentences.ts";
import { shorten } from "#report/text/shorten.ts";
import type { Cell } from "#report/text/toCsv.ts";
import { LEDGER_LINES } from "./ledgerLines.ts";

const LABELS = 156;
const PANEL = 212;
const ROW = 29;
const TOP = 40;
const BOTTOM = 44;
/** Of the range of values, on either side: room for the numbers. */
const AIR = 0.42;

/** Characters of a payoff; the table beside the figure shows the rest. */
const LONGEST = 10;

interface Bar {
  readonly row: string;
  readonly player: number;
  readonly amount: number;
  readonly text: string;
  readonly look: "line" | "measured" | "formula";
  /** Part of a cell that is not what the formula says. */
  readonly wrong: boolean;
}

interface Column {
  readonly profile: readonly string[];
  readonly bars: readonly Bar[];
}

const MEASURED = "measured payoff";
const FORMULA = "Table II";

/** What every payoff is made of, line by line, and the sum beside what the formula says. */
export function payoffsFigure(name: string, situation: SituationInput, token: Token, document: Document): Figure {
  const { measurement, title } = situation;
  const cells = compare(situation);
  const used = LEDGER_LINES.filter(([line]) => measurement.components.some(({ lines }) => lines[line] !== undefined));
  const rows = [...used.map(([, label]) => label), MEASURED, FORMULA];
  const columns = measurement.payoffs.map(({ profile }): Column => ({
    profile,
    bars: [...lineBars(measurement, profile, token), ...sumBars(measurement, cells, profile, token)],
  }));
  const domain = domainOf(columns);
  const height = TOP + rows.length * ROW + BOTTOM;
  const panels = columns.map((column, index) => ({
    plot: columnPlot(
      column,
      { rows, domain, height, token, first: index === 0, players: measurement.players.map((player) => player.name) },
      document,
    ),
    x: index === 0 ? 0 : LABELS + index * PANEL,
    y: 0,
  }));
  const caption = captionOf(cells, measurement, token);
  return makeFigure({
    name,
    title: `${title}: what the payoffs are made of`,
    description: caption,
    caption,
    width: LABELS + columns.length * PANEL,
    height,
    panels,
    columns: ["profile", "player", "line", "units", token.symbol],
    rows: [...lineRows(measurement, token), ...cells.flatMap((cell) => cellRows(cell, token))],
  });
}

function lineBars({ components, players }: Measurement, profile: readonly string[], token: Token): readonly Bar[] {
  return components
    .filter((component) => isSame(component.profile, profile))
    .flatMap(({ player, lines }) =>
      LEDGER_LINES.flatMap(([line, row]): Bar[] => {
        const units = lines[line];
        if (units === undefined) return [];
        const amount = BigInt(units);
        return [
          {
            row,
            player: indexOf(players, player),
            amount: asNumber(amount, token),
            text: change(amount, token),
            look: "line",
            wrong: false,
          },
        ];
      }),
    );
}

function sumBars(
  { players }: Measurement,
  cells: readonly PayoffCell[],
  profile: readonly string[],
  token: Token,
): readonly Bar[] {
  return cells
    .filter((cell) => isSame(cell.profile, profile))
    .flatMap(({ player, measured, expected, difference }) => {
      const wrong = difference !== 0n;
      const bar = (row: string, units: bigint | undefined, look: Bar["look"], sign: string): Bar[] => {
        if (units === undefined) return [];
        const text = `${sign}${shorten(tokens(units, token), LONGEST)}`;
        return [{ row, player: indexOf(players, player), amount: asNumber(units, token), text, look, wrong }];
      };
      return [
        ...bar(MEASURED, measured, "measured", ""),
        ...bar(FORMULA, expected, "formula", wrong ? "\u2260 " : "= "),
      ];
    });
}

function indexOf(players: Measurement["players"], name: string): number {
  return players.findIndex((player) => player.name === name);
}

function domainOf(columns: readonly Column[]): readonly [number, number] {
  const amounts = columns.flatMap(({ bars }) => bars.map(({ amount }) => amount));
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const air = AIR * Math.max(-low, high, 1);
  return [low < 0 ? low - air : -air / 4, high + air];
}

interface ColumnOptions {
  readonly rows: readonly string[];
  readonly domain: readonly [number, number];
  readonly height: number;
  readonly token: Token;
  readonly first: boolean;
  readonly players: readonly string[];
}

function columnPlot(
  { profile, bars }: Column,
  { rows, domain, height, token, first, players }: ColumnOptions,
  document: Document,
): Element {
  const left = first ? LABELS : 0;
  return Plot.plot({
    document,
    width: left + PANEL,
    height,
    marginLeft: left + 6,
    marginRight: 10,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { domain: [...domain], label: null },
    y: { type: "band", domain: [...rows], padding: 0.12, axis: null },
    marks: [
      Plot.ruleY([FORMULA, MEASURED], { y: (row: string) => row, dy: -ROW / 2, stroke: PALETTE.line }),
      Plot.axisX({ ticks: 4, tickSize: 3, label: null }),
      ...[0, 1].flatMap((player) =>
        barMarks(
          bars.filter((bar) => bar.player === player),
          player,
        ),
      ),
      Plot.ruleX([0], { stroke: PALETTE.grey }),
      Plot.text([profile], {
        frameAnchor: "top-left",
        text: [shorten(profile.join(" / "), 28)],
        textAnchor: "start",
        dy: -20,
        fontWeight: "bold",
      }),
      Plot.text([token], { frameAnchor: "bottom", text: [token.symbol], dy: 34, fill: PALETTE.grey }),
      ...(first ? playerKey(players) : []),
      first
        ? Plot.text(rows, {
            x: domain[0],
            y: (row: string) => row,
            dx: -12,
            textAnchor: "end",
            text: (row: string) => row,
          })
        : null,
    ],
  });
}

/** Whose bars are whose, above the names of the rows. */
function playerKey(players: readonly string[]): Plot.Markish[] {
  return players.slice(0, 2).map((name, player) =>
    Plot.text([name], {
      frameAnchor: "top-left",
      text: [`${shorten(name, 14)} (${player === 0 ? "upper" : "lower"})`],
      textAnchor: "end",
      dx: -12,
      dy: player === 0 ? -28 : -12,
      fontWeight: "bold",
      fill: PLAYER_COLOURS[player] ?? PALETTE.ink,
    }),
  );
}

/** The first player's bars are the upper halves of the rows, the second's the lower halves. */
function barMarks(bars: readonly Bar[], player: number): Plot.Markish[] {
  const half = ROW * 0.44;
  const insets = player === 0 ? { insetTop: 0, insetBottom: half } : { insetTop: half, insetBottom: 0 };
  const colour = PLAYER_COLOURS[player] ?? PALETTE.ink;
  const base = { x1: 0, x2: "amount", y: "row", ...insets } as const;
  return [
    Plot.barX(
      bars.filter(({ look }) => look !== "formula"),
      { ...base, fill: colour, className: "bar" },
    ),
    Plot.barX(
      bars.filter(({ look }) => look === "formula"),
      { ...base, fill: PLAYER_TINTS[player] ?? PALETTE.mist, stroke: colour, className: "bar" },
    ),
    ...[true, false].map((positive) =>
      Plot.text(
        bars.filter(({ amount }) => amount >= 0 === positive),
        {
          x: "amount",
          y: "row",
          dy: player === 0 ? -6.5 : 6.5,
          dx: positive ? 4 : -4,
          textAnchor: positive ? "start" : "end",
          text: "text",
          fontSize: 11,
          fill: (bar: Bar) => (bar.wrong ? PALETTE.purple : PALETTE.ink),
        },
      ),
    ),
  ];
}

function captionOf(cells: readonly PayoffCell[], { players }: Measurement, token: Token): string {
  const wrong = cells.filter(({ difference }) => difference !== 0n);
  const [first, second] = players.map(({ name }) => name);
  const found =
    wrong.length === 0
      ? `All ${count(cells.length, "measured payoff")} equal Table II to the last unit.`
      : `${count(wrong.length, "measured payoff")} of ${cells.length} ${wrong.length === 1 ? "differs" : "differ"} from Table II (marked \u2260).`;
  return `${found} Bars add up to the payoff, in ${token.symbol} a month: the upper ones are the ${first ?? ""}'s, the lower ones the ${second ?? ""}'s.`;
}

function lineRows({ components }: Measurement, token: Token): readonly (readonly Cell[])[] {
  return components.flatMap(({ profile, player, lines }) =>
    LEDGER_LINES.flatMap(([line]): (readonly Cell[])[] => {
      const units = lines[line];
      return units === undefined ? [] : [[profile.join(" / "), player, line, units, exactTokens(BigInt(units), token)]];
    }),
  );
}

function cellRows(
  { profile, player, measured, expected, difference }: PayoffCell,
  token: Token,
): readonly (readonly Cell[])[] {
  const amounts = { measured, "table II": expected, difference };
  return Object.entries(amounts).map(([line, units]) => [
    profile.join(" / "),
    player,
    line,
    units === undefined ? "" : String(units),
    units === undefined ? "" : exactTokens(units, token),
  ]);
}
