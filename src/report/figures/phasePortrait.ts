/// <reference lib="dom" />
import * as Plot from "@observablehq/plot";
import type { RestPoint } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { makeFigure, type Figure } from "#report/figure.ts";
import { keyPanel, type KeyEntry } from "#report/svg/keyPanel.ts";
import { PALETTE, PLAYER_COLOURS } from "#report/svg/palette.ts";
import { REST_POINTS } from "#report/svg/symbols.ts";
import { percent } from "#report/text/amounts.ts";
import { shorten } from "#report/text/shorten.ts";
import type { Cell } from "#report/text/toCsv.ts";
import { firstShares, phaseData, type PhaseData } from "./phaseData.ts";
import { basinTint, CONTINUUM_TINT, NULLCLINE_DASHES, phaseMarks } from "./phaseMarks.ts";

export interface PhasePortraitOptions {
  /** Name of the files. @default "phase-portrait" */
  readonly name?: string;
  /** @default the title of the game */
  readonly title?: string;
}

const SIDE = 420;
const MARGINS = { marginLeft: 62, marginTop: 18, marginRight: 22, marginBottom: 52 };
const KEY_WIDTH = 236;
const WIDTH = MARGINS.marginLeft + SIDE + MARGINS.marginRight;
const HEIGHT = MARGINS.marginTop + SIDE + MARGINS.marginBottom;

/**
 * All of the dynamics of a two-by-two game in one square: basins, separatrix, rest points by kind, directions, lines of
 * indifference and exact trajectories.
 *
 * @throws AllianceError (usage) for a game that is not two by two
 */
export function phasePortrait(game: Game, document: Document, options: PhasePortraitOptions = {}): Figure {
  const data = phaseData(game);
  const { name = "phase-portrait", title = game.title } = options;
  const caption = captionOf(data);
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    ...MARGINS,
    x: { domain: [0, 1], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      Plot.axisX({ ticks: 5, tickSize: 4, label: axisLabel(game, 0), labelAnchor: "center", labelArrow: "none" }),
      Plot.axisY({ ticks: 5, tickSize: 4, label: axisLabel(game, 1), labelAnchor: "center", labelArrow: "none" }),
      ...phaseMarks(data),
    ],
  });
  return makeFigure({
    name,
    title: `Phase portrait: ${title}`,
    description: caption,
    caption,
    width: WIDTH + KEY_WIDTH,
    height: HEIGHT,
    panels: [
      { plot, x: 0, y: 0 },
      { plot: keyPanel(document, keyOf(game, data), KEY_WIDTH), x: WIDTH, y: MARGINS.marginTop },
    ],
    columns: ["kind", "series", "first_share", "second_share", "first_rate", "second_rate"],
    rows: rowsOf(data),
  });
}

function axisLabel({ players }: Game, player: 0 | 1): string {
  const { name = "", strategies = [] } = players[player] ?? {};
  return `${shorten(name, 24)}: share that plays ${shorten(strategies[0] ?? "", 20)}`;
}

function captionOf({ basins, analysis }: PhaseData): string {
  const [one, other] = basins.attractors;
  if (one === undefined) {
    const centre = analysis.restPoints.find(({ stability }) => stability === "centre");
    if (centre === undefined) return `Basins of corners: ${basins.method}.`;
    return `No corner attracts: every interior orbit closes around the centre ${place(centre)}, and never arrives.`;
  }
  if (other === undefined) return `Every interior start ends at ${place(one)}, the only stable corner.`;
  const saddle = analysis.restPoints.find((point) => point.stability === "saddle" && isInside(point));
  return (
    `Of all starts, ${percent(one.share)} end at ${place(one)} and ${percent(other.share)} at ${place(other)}. ` +
    `The separatrix${saddle === undefined ? "" : ` through the saddle ${place(saddle)}`} divides them.`
  );
}

function isInside({ shares }: Pick<RestPoint, "shares">): boolean {
  return firstShares(shares).every((share) => share > 0 && share < 1);
}

function place({ shares }: Pick<RestPoint, "shares">): string {
  return `(${firstShares(shares)
    .map((share) => Number(share.toPrecision(3)))
    .join(", ")})`;
}

function keyOf(game: Game, data: PhaseData): readonly KeyEntry[] {
  const heading = (text: string): KeyEntry => ({ sample: { kind: "none" }, text });
  return [
    heading("Rest points"),
    ...data.analysis.restPoints.map((point): KeyEntry => {
      const { symbol, fill, label } = REST_POINTS[point.stability];
      return { sample: { kind: "symbol", symbol, fill, colour: PALETTE.ink }, text: `${place(point)} ${label}` };
    }),
    heading("Where starts end"),
    ...basinEntries(data),
    heading("Lines"),
    ...lineEntries(game, data),
  ];
}

function basinEntries({ basins: { attractors }, analysis }: PhaseData): readonly KeyEntry[] {
  if (attractors.length === 0) {
    const text = analysis.continua.length === 0 ? "nowhere: orbits close" : "along the lines drawn";
    return [{ sample: { kind: "fill", colour: PALETTE.paper }, text }];
  }
  return attractors.map((attractor) => ({
    sample: { kind: "fill", colour: basinTint(attractor) },
    text: `at ${place(attractor)}: ${percent(attractor.share)}`,
  }));
}

function lineEntries({ players }: Game, data: PhaseData): readonly KeyEntry[] {
  const { separatrix, indifference, analysis, trajectories } = data;
  const indifferent = indifference.flatMap((share, player): KeyEntry[] => {
    const colour = PLAYER_COLOURS[player % 2] ?? PALETTE.ink;
    const dash = NULLCLINE_DASHES[player % 2] ?? "";
    const text = `${shorten(players[player]?.name ?? "", 18)} indifferent`;
    return share === undefined ? [] : [{ sample: { kind: "line", colour, width: 1.5, dash }, text }];
  });
  const line = (text: string, colour: string, width: number): KeyEntry => ({
    sample: { kind: "line", colour, width },
    text,
  });
  return [
    ...(separatrix.length === 0 ? [] : [line("separatrix", PALETTE.ink, 2.5)]),
    ...indifferent,
    ...(trajectories.length === 0 ? [] : [line("exact trajectories", PALETTE.purple, 1.5)]),
    ...(analysis.continua.length === 0 ? [] : [line("continuum of rest points", CONTINUUM_TINT, 6)]),
  ];
}

function rowsOf(data: PhaseData): readonly (readonly Cell[])[] {
  return [
    ...data.analysis.restPoints.map((point) => ["rest point", point.stability, ...firstShares(point.shares), "", ""]),
    ...data.separatrix.map((point) => ["separatrix", "", ...point, "", ""]),
    ...data.trajectories.flatMap((points, index) => points.map((point) => ["trajectory", index + 1, ...point, "", ""])),
    ...data.arrows.map(({ at, rate }) => ["direction", "", ...at, ...rate]),
  ];
}
