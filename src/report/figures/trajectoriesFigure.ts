/// <reference lib="dom" />
import type { Trajectory } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { simulate } from "#game/simulate.ts";
import { makeFigure, type Figure } from "#report/figure.ts";
import { rounded } from "#report/text/amounts.ts";
import type { Cell } from "#report/text/toCsv.ts";
import { seriesOf, type Series } from "./shareSeries.ts";
import { sharePanel, PANEL_HEIGHT, PANEL_WIDTH } from "./sharePanel.ts";

export interface TrajectoriesInput {
  readonly name: string;
  readonly title: string;
  readonly game: Game;
  /** As published: forward Euler without a clamp, with `step`. */
  readonly euler: Trajectory;
  /** In months. */
  readonly step: number;
  /** The month whose Euler state is no longer finite. */
  readonly overflowMonth: number | undefined;
  /** In months; an Euler run that overflows ends before. */
  readonly until: number;
}

/** How far outside [0,1] a figure goes, at most, after a run that leaves it. */
const BEYOND = 0.5;
const AIR = 0.08;

/** Of the exact run, per month. */
const STATES = 10;

/** The exact run from the same start beside the published one, on one scale. */
export function trajectoriesFigure(input: TrajectoriesInput, document: Document): Figure {
  const { name, title, game, euler, step, overflowMonth } = input;
  const until = Math.max(...euler.times, input.until);
  const exact = exactRun(game, euler, until);
  const runs = { exact: seriesOf(game, exact), euler: seriesOf(game, euler) };
  const shared = {
    domain: domainOf(runs.euler),
    until,
    strategy: game.players[0]?.strategies[0] ?? "",
  };
  const caption = captionOf(runs.exact, runs.euler, input);
  return makeFigure({
    name,
    title: `${title}: exact, and as published`,
    description: caption,
    caption,
    width: 2 * PANEL_WIDTH,
    height: PANEL_HEIGHT,
    panels: [
      {
        plot: sharePanel(
          { ...shared, heading: "Exact", remark: "stays in [0, 1]", series: runs.exact, dots: false },
          document,
        ),
        x: 0,
        y: 0,
      },
      {
        plot: sharePanel(
          {
            ...shared,
            remark: remarkOf(runs.euler, overflowMonth),
            heading: `Euler, step ${step} month, as published`,
            series: runs.euler,
            dots: true,
            overflow: overflowMonth,
          },
          document,
        ),
        x: PANEL_WIDTH,
        y: 0,
      },
    ],
    columns: ["method", "month", "player", "strategy", "share"],
    rows: [...rowsOf("exact", game, exact), ...rowsOf("euler", game, euler)],
  });
}

function exactRun(game: Game, { states }: Trajectory, until: number): Trajectory {
  const at = Array.from({ length: Math.round(until * STATES) + 1 }, (_, index) => Math.min(index / STATES, until));
  return simulate(game, { start: states[0] ?? [], until, at: [...new Set(at)], method: { kind: "exact" } });
}

function domainOf(series: readonly Series[]): readonly [number, number] {
  const shares = series.flatMap(({ points }) => points.map(([, share]) => share));
  const [low, high] = [Math.min(0, ...shares), Math.max(1, ...shares)];
  return [low < 0 ? Math.max(low - AIR, -BEYOND) : 0, high > 1 ? Math.min(high + AIR, 1 + BEYOND) : 1];
}

/** The month of the first state outside [0,1], of either population; infinite when there is none. */
function leavingMonth(series: readonly Series[]): number {
  return Math.min(...series.map(({ leaves }) => leaves ?? Infinity));
}

function remarkOf(euler: readonly Series[], overflowMonth: number | undefined): string {
  const month = leavingMonth(euler);
  if (month === Infinity) return "stays in [0, 1]";
  return `leaves [0, 1] in month ${month} (ringed)${overflowMonth === undefined ? "" : `, overflows in month ${overflowMonth}`}`;
}

function captionOf(
  exact: readonly Series[],
  euler: readonly Series[],
  { step, overflowMonth }: TrajectoriesInput,
): string {
  const ends = exact.map(({ name, points }) => `${name} at ${share(points.at(-1)?.[1])}`).join(", ");
  const until = rounded(exact[0]?.points.at(-1)?.[0] ?? 0, 0);
  return `Exactly, after ${until} months: ${ends}. ${eulerWords(euler, step, overflowMonth)}`;
}

function eulerWords(euler: readonly Series[], step: number, overflowMonth: number | undefined): string {
  const first = leavingMonth(euler);
  const method = `Euler's method with a step of ${step} month`;
  if (first === Infinity) {
    const ends = euler.map(({ name, points }) => `${name} at ${share(points.at(-1)?.[1])}`).join(", ");
    return `${method} stays in [0, 1]: ${ends}.`;
  }
  const overflow = overflowMonth === undefined ? "" : ` and overflows in month ${overflowMonth}`;
  return `${method} leaves [0, 1] in month ${first}${overflow}: states outside [0, 1] are no shares.`;
}

function share(value: number | undefined): string {
  return value === undefined ? "no share" : rounded(value, 3);
}

function rowsOf(method: string, { players }: Game, { times, states }: Trajectory): readonly (readonly Cell[])[] {
  return times.flatMap((time, index) =>
    players.flatMap(({ name, strategies }, player) =>
      strategies.map((strategy, number): readonly Cell[] => [
        method,
        time,
        name,
        strategy,
        states[index]?.[player]?.[number] ?? "",
      ]),
    ),
  );
}
