import { textOf, toDouble } from "#game/rational.ts";
import type { Rational } from "#game/rational.ts";
import type { AffineGame } from "#game/threshold/affineGame.ts";
import type { BasinSample } from "#game/threshold/basinSamples.ts";
import type { Breakpoint } from "#game/threshold/breakpoints.ts";
import type { Range, Status } from "#game/threshold/partition.ts";
import type { SmallestChange } from "#game/threshold/smallestChange.ts";
import type { Thresholds } from "#game/threshold/thresholds.ts";

import { alignColumns } from "./output.ts";

/** The answer for one parameter, and what was asked. */
export interface OneResult {
  readonly game: AffineGame;
  readonly present: Rational;
  readonly range: Range;
  readonly found: Thresholds;
  readonly samples?: readonly BasinSample[];
}

const WORDS: Readonly<Record<Status, string>> = {
  "not-nash": "not a Nash equilibrium",
  "nash": "a Nash equilibrium, not strict",
  "ess": "an ESS",
  "attracting": "an ESS that attracts every interior start",
};

/** The thresholds of one parameter, for people. */
export function describeOne({ game, present, range, found, samples }: OneResult, rounding: string): string {
  const { parameter } = game;
  const rows = found.withinRange.map((interval) => [rangeText(interval), WORDS[interval.status]]);
  return [
    outcomeText(game, found),
    `${parameter} is ${numberText(present)} now, of ${rangeText(range)}: the outcome is ${WORDS[found.present]}.`,
    "",
    alignLeft([[parameter, "the outcome is"], ...rows]),
    ...found.breakpoints.flatMap((each) => ["", breakpointText(parameter, each)]),
    ...(found.breakpoints.length === 0 ? ["", `No value of ${parameter} changes what the outcome is.`] : []),
    "",
    `Smallest change to an ESS: ${changeText(found.toEss)}.`,
    ...(found.toAttracting === undefined
      ? []
      : [`Smallest change to attract every interior start: ${changeText(found.toAttracting)}.`]),
    ...(samples === undefined ? [] : ["", samplesText(parameter, samples)]),
    "",
    rounding,
  ].join("\n");
}

/** The smallest changes of all parameters, and what each does to the gains, for people. */
export function describeAll(results: readonly OneResult[], rounding: string): string {
  const [first] = results;
  if (first === undefined) return rounding;
  const { gains } = first.found;
  const header = ["parameter", "now", "to an ESS", "to attract every interior start"];
  const names = gains.map(({ gap, name }) => gap ?? name);
  return [
    outcomeText(first.game, first.found),
    `The outcome is ${WORDS[first.found.present]}. The smallest change of one parameter alone, within its range:`,
    "",
    alignLeft([
      header,
      ...results.map(({ game, present, found }) => [
        game.parameter,
        numberText(present),
        changeText(found.toEss),
        found.toAttracting === undefined ? "" : changeText(found.toAttracting),
      ]),
    ]),
    "",
    "What a unit more of each adds to the gains from staying in the outcome, and (elasticity) percent per percent:",
    ...gains.map(({ gap, name, atPresent }) => `${gap ?? name}: ${name}, now ${numberText(atPresent)}`),
    "",
    alignColumns([
      ["parameter", ...names],
      ...results.map(({ game, found }) => [
        game.parameter,
        ...found.gains.map(
          ({ form, elasticity }) =>
            `${numberText(form.slope)}${elasticity === undefined ? "" : ` (${short(elasticity)})`}`,
        ),
      ]),
    ]),
    "",
    rounding,
  ].join("\n");
}

function outcomeText({ players }: AffineGame, { outcome }: Thresholds): string {
  const parts = players.map(
    ({ name, strategies }, k) => `${JSON.stringify(name)} plays ${JSON.stringify(strategies[1 - (outcome[k] ?? 0)])}`,
  );
  return `Outcome (${outcome.join(", ")}): ${parts.join(", ")}.`;
}

function breakpointText(parameter: string, point: Breakpoint): string {
  const { at, below, here, above, vanishing, transition, interior, continua } = point;
  return [
    `At ${parameter} = ${numberText(at)}: below ${WORDS[below]}; there ${WORDS[here]}; above ${WORDS[above]}.`,
    `  Zero there is the gain of ${vanishing.map(({ name }) => name).join(", and of ")}.`,
    `  ${TRANSITIONS[transition]}${interior === undefined ? "" : interiorText(interior)}`,
    ...continua.map((description) => `  ${description}`),
  ].join("\n");
}

const TRANSITIONS: Readonly<Record<Breakpoint["transition"], string>> = {
  transcritical: "Transcritical: the interior rest point passes through a corner.",
  continuum: "The direction along an edge of the state space turns round; at this value the whole edge is at rest.",
  unresolved: "Several edges are at rest at this value; what else passes through the outcome is not decided.",
};

function interiorText({ below, above, at }: NonNullable<Breakpoint["interior"]>): string {
  if (at === undefined) return " There is no interior rest point on either side.";
  const sides = below && above ? "on both sides" : `only ${below ? "below" : "above"}`;
  return ` The interior rest point is there ${sides}, and tends to (${at.map(numberText).join(", ")}).`;
}

function changeText(change: SmallestChange): string {
  if (change.kind === "none") return "none is needed";
  if (change.kind === "never") return `never: ${change.reason}`;
  const { direction, to, attained, relative } = change;
  const size = relative === undefined ? "" : ` (${direction === "increase" ? "+" : "-"}${short(100 * relative)}%)`;
  const beyond = direction === "increase" ? "above" : "below";
  return `${attained ? "to" : beyond} ${numberText(to)}${size}`;
}

function samplesText(parameter: string, samples: readonly BasinSample[]): string {
  return alignColumns([
    [parameter, "basin of the outcome"],
    ...samples.map(({ at, share, unresolved }) => [
      String(toDouble(at)),
      share === undefined ? `unresolved: ${unresolved}` : String(share),
    ]),
  ]);
}

/** `[0, 11/2)`, with the decimals of fractions; one number for a point. */
function rangeText(range: Range): string {
  const lower = range.from === undefined ? "-inf" : numberText(range.from);
  const upper = range.to === undefined ? "inf" : numberText(range.to);
  if (lower === upper) return lower;
  return `${range.fromClosed ? "[" : "("}${lower}, ${upper}${range.toClosed ? "]" : ")"}`;
}

/** A whole number as it is, a fraction with its decimal. */
function numberText(value: Rational): string {
  return value.denominator === 1n ? textOf(value) : `${textOf(value)} = ${toDouble(value)}`;
}

/** Four digits are enough to compare. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Columns for words: all to the left. */
function alignLeft(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
