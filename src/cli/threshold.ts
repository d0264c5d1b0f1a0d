import { Command, InvalidArgumentError } from "commander";

import { AllianceError } from "#domain/errors.ts";
import { basinSamples, sampleValues } from "#game/threshold/basinSamples.ts";
import { compareChanges } from "#game/threshold/smallestChange.ts";
import { thresholds } from "#game/threshold/thresholds.ts";
import type { ParameterSymbol, TwoPartyParameters } from "#models/two-party/parameters.ts";
import { SYMBOLS } from "#models/two-party/parameters.ts";
import { parseParameters, requireSymbol } from "#models/two-party/parseParameters.ts";
import { exactValue, rangeOf, ROUNDING, twoPartyAffine } from "#models/two-party/twoPartyAffine.ts";

import { withExamples } from "./examples.ts";
import { modelArgument } from "./model.ts";
import { parseNumber, parseNumbers, parseSet } from "./options.ts";
import { note, printResult } from "./output.ts";
import { describeAll, describeOne } from "./thresholdText.ts";
import type { OneResult } from "./thresholdText.ts";
import { documentOfAll, documentOfOne } from "./thresholdDocument.ts";

interface ThresholdOptions {
  readonly parameter?: string;
  readonly all?: boolean;
  readonly outcome: number[];
  readonly set?: Record<string, string>;
  readonly samples?: number;
  readonly json?: boolean;
}

/** `alliance threshold MODEL`: at which value of a rule an outcome begins to last, exactly. */
export function thresholdCommand(): Command {
  const command = new Command("threshold")
    .description(
      "find the exact values of a parameter at which an outcome becomes or stops being stable, or attracting",
    )
    .addArgument(modelArgument())
    .requiredOption(
      "--outcome <shares>",
      "1 for each population that plays its first strategy, else 0: 1,1",
      parseNumbers,
    )
    .option("--parameter <symbol>", "the parameter to vary")
    .option("--all", "each parameter alone: the smallest change that makes the outcome last")
    .option("--set <symbol=value,...>", "parameters that differ from the published ones", parseSet)
    .option("--samples <n>", "with --parameter: also the outcome's basin at n values around the thresholds", parseCount)
    .option("--json", "print the thresholds as JSON")
    .action((model: string, options: ThresholdOptions) => {
      const { parameters, warnings } = parseParameters(options.set ?? {});
      const symbol = requireOneQuestion(options);
      const ask = (each: ParameterSymbol): OneResult => answer(parameters, each, options.outcome);
      if (symbol === undefined) {
        const results = SYMBOLS.map(ask).toSorted(bySmallestChange);
        for (const warning of warnings) note(`warning: ${warning}`);
        printResult(options.json, documentOfAll(model, results, ROUNDING), () => describeAll(results, ROUNDING));
        return;
      }
      const result = withSamples(ask(symbol), options);
      for (const warning of warnings) note(`warning: ${warning}`);
      printResult(options.json, documentOfOne(model, result, ROUNDING), () => describeOne(result, ROUNDING));
    });
  return withExamples(command, [
    "alliance threshold two-party --parameter F --outcome 1,1 --set Bs=5,Ds=3",
    "alliance threshold two-party --parameter theta --outcome 1,1 --set Ds=3,Dr=2 --samples 5 --json",
    "alliance threshold two-party --all --outcome 1,1",
  ]);
}

/** To an ESS first, and where that is alike to attracting every start; otherwise in the order of the model. */
function bySmallestChange(a: OneResult, b: OneResult): number {
  const [first, second] = [a.found.toAttracting, b.found.toAttracting];
  const toEss = compareChanges(a.found.toEss, b.found.toEss);
  if (toEss !== 0 || first === undefined || second === undefined) return toEss;
  return compareChanges(first, second);
}

/** The parameter to vary, or undefined for all. */
function requireOneQuestion({ parameter, all, samples }: ThresholdOptions): ParameterSymbol | undefined {
  if ((parameter === undefined) === (all !== true)) {
    throw new AllianceError(`threshold ${all === true ? "with both --all and" : "without"} --parameter`, {
      kind: "usage",
      hint: `name one parameter, as in --parameter F, or ask for --all of ${SYMBOLS.join(" ")}`,
    });
  }
  if (parameter !== undefined) return requireSymbol(parameter);
  if (samples === undefined) return undefined;
  throw new AllianceError("--samples without --parameter", { kind: "usage", hint: "name the parameter to vary" });
}

function answer(parameters: TwoPartyParameters, parameter: ParameterSymbol, outcome: readonly number[]): OneResult {
  const game = twoPartyAffine(parameters, parameter);
  const [present, range] = [exactValue(parameters[parameter]), rangeOf(parameter)];
  return { game, present, range, found: thresholds(game, { outcome, present, range }) };
}

function withSamples(result: OneResult, { samples }: ThresholdOptions): OneResult {
  if (samples === undefined) return result;
  const { game, present, range, found } = result;
  const values = sampleValues(samples, { breakpoints: found.breakpoints, present, range });
  return { ...result, samples: basinSamples(game, found.outcome, found.deciding, values) };
}

/** Enough for any figure. */
const MOST_SAMPLES = 10_000;

function parseCount(text: string): number {
  const count = parseNumber(text);
  if (Number.isInteger(count) && count >= 2 && count <= MOST_SAMPLES) return count;
  throw new InvalidArgumentError(`"${text}" is not a whole number from 2 to ${MOST_SAMPLES}`);
}
