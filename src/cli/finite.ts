import { Command, Option } from "commander";

import type { Game } from "#domain/game.ts";
import type { Fixation } from "#game/finite/fixation.ts";
import { finitePopulations } from "#game/finite/finite.ts";
import type { FiniteAnalysis, NamedFixation, Simulations } from "#game/finite/finite.ts";
import type { Counts, FiniteOptions } from "#game/finite/process.ts";

import { describeState } from "./analyze.ts";
import { withExamples } from "./examples.ts";
import { readGameInput } from "./gameInput.ts";
import { parseNumber, parseNumbers, parseSeed } from "./options.ts";
import { alignColumns, printResult } from "./output.ts";

interface FiniteArguments {
  readonly size: number[];
  readonly process: "pairwise" | "moran";
  readonly fitness?: "exp" | "linear";
  readonly beta: number;
  readonly mutation: number;
  readonly seed: number;
  readonly walk?: number;
  readonly runs?: number;
  readonly limit: number;
  readonly json?: boolean;
}

/** States that are listed for people; `--json` has them all. */
const LISTED = 10;

/** `alliance finite GAME`: what becomes of a game among finitely many members, where chance decides as well. */
export function finiteCommand(): Command {
  const command = new Command("finite")
    .description("play a game in finite populations: fixation, long-run distribution, simulation, mean field")
    .argument(
      "<game>",
      "game file, JSON or .nfg, or - for standard input; symmetric: one population, else one per player",
    )
    .addOption(
      new Option("--size <members>", "members of each population, as in 50,80; one number stands for all")
        .argParser(parseNumbers)
        .default([50], "50"),
    )
    .addOption(
      new Option(
        "--process <name>",
        "pairwise: comparison with the Fermi function; moran: birth by fitness, even death",
      )
        .choices(["pairwise", "moran"])
        .default("pairwise"),
    )
    .addOption(
      new Option(
        "--fitness <form>",
        "of the Moran process: exp(beta payoff), the default, or 1 - beta + beta payoff",
      ).choices(["exp", "linear"]),
    )
    .option("--beta <strength>", "strength of selection per unit of payoff", parseNumber, 1)
    .option("--mutation <probability>", "of taking another strategy by chance", parseNumber, 0.001)
    .option("--walk <steps>", "also simulate this many steps", parseNumber)
    .option("--runs <count>", "also simulate the fate of this many mutants of each kind", parseNumber)
    .option("--limit <steps>", "steps after which such a run is left unresolved", parseNumber, 1_000_000)
    .option("--seed <number>", "of all that is simulated", parseSeed, 1)
    .option("--json", "print all results as JSON")
    .action((path: string, options: FiniteArguments) => {
      const game = readGameInput(path);
      const result = finitePopulations(game, optionsFor(game, options), simulationsOf(options));
      printResult(options.json, result, () => describe(result));
    });
  return withExamples(command, [
    "alliance model two-party --set Ds=3,Dr=3 --out game.json",
    "alliance finite game.json --size 20 --mutation 0.01",
    "alliance finite game.json --size 20,30 --process moran --beta 0.5 --walk 100000 --runs 200 --json",
  ]);
}

/** One size stands for all populations. */
function optionsFor(game: Game, { size, process, fitness, beta, mutation }: FiniteArguments): FiniteOptions {
  const [first = Number.NaN, ...others] = size;
  const sizes = others.length === 0 && !game.symmetric ? game.players.map(() => first) : size;
  const form = fitness ?? (process === "moran" ? "exp" : undefined);
  return { sizes, rule: process, beta, mutation, ...(form === undefined ? {} : { fitness: form }) };
}

function simulationsOf({ seed, walk, runs, limit }: FiniteArguments): Simulations {
  return {
    seed,
    ...(walk === undefined ? {} : { steps: walk }),
    ...(runs === undefined ? {} : { runs: { count: runs, limit } }),
  };
}

function describe(result: FiniteAnalysis): string {
  return [
    describeFixation(result),
    describeSmallMutation(result),
    describeStationary(result),
    ...describeWalk(result),
    describeMeanField(result),
  ].join("\n\n");
}

function describeFixation({ fixation, populations }: FiniteAnalysis): string {
  const header = ["mutant", "among", "fixation", "neutral", "steps if fixed", "steps to the end", "simulated, 95 %"];
  const simulated = fixation.some(({ estimate }) => estimate !== undefined);
  const rows = fixation.map((fate) => [
    populations.length > 1 ? `${fate.mutant} (${fate.population})` : fate.mutant,
    fate.residents.join(", "),
    probability(fate.probability, fate.lnProbability),
    String(fate.neutral),
    stepsOf(fate.conditional),
    stepsOf(fate.unconditional),
    ...(simulated ? [describeEstimate(fate)] : []),
  ]);
  return alignColumns([simulated ? header : header.slice(0, -1), ...rows]);
}

function describeEstimate({ estimate }: NamedFixation): string {
  if (estimate === undefined) return "";
  const [low, high] = estimate.interval;
  return `${low} to ${high} (${estimate.fixed} fixed, ${estimate.lost} lost, ${estimate.unresolved} unresolved)`;
}

function describeSmallMutation({ smallMutation }: FiniteAnalysis): string {
  const rows = smallMutation.map((state) => [
    state.profile.join(", "),
    probability(state.probability, state.lnProbability),
  ]);
  return alignColumns([["all play, as mutations become rare", "share of time"], ...rows]);
}

function describeStationary({ stationary, process }: FiniteAnalysis): string {
  if (stationary.kind === "not-computed") return `long-run distribution: not computed: ${stationary.reason}`;
  const likeliest = stationary.states.toSorted((a, b) => b.probability - a.probability).slice(0, LISTED);
  const rows = likeliest.map((state) => [members(state.counts), String(state.probability)]);
  const title = `members, at mutation ${process.mutation}`;
  const table = alignColumns([[title, "share of time"], ...rows]);
  return `${table}\n${likeliest.length} of ${stationary.states.length} states, by the ${stationary.method}`;
}

function describeWalk({ walk }: FiniteAnalysis): readonly string[] {
  if (walk === undefined) return [];
  const rows = walk.states
    .slice(0, LISTED)
    .map(({ counts, steps }) => [members(counts), String(steps), String(steps / walk.steps)]);
  const table = alignColumns([["members, simulated", "steps", "share of time"], ...rows]);
  const end = `${rows.length} of ${walk.states.length} visited states, ${walk.steps} steps, seed ${walk.seed}`;
  const distance = walk.distance === undefined ? "" : `; total variation from the exact one ${walk.distance}`;
  return [`${table}\n${end}${distance}`];
}

function describeMeanField({ meanField }: FiniteAnalysis): string {
  if (meanField.kind === "not-available") return `mean field: not available: ${meanField.reason}`;
  const rows = meanField.restPoints.map(({ shares, stability }) => [describeState(shares), stability]);
  const table = alignColumns([["mean field rests at", "stability"], ...rows]);
  return [table, ...meanField.continua.map(({ description }) => description), meanField.note].join("\n");
}

/** Numbers of members in the order of the strategies; populations apart by a bar. */
function members(counts: Counts): string {
  return counts.map((population) => population.join(" ")).join(" | ");
}

function probability(value: number, ln: number): string {
  return value > 0 ? String(value) : `e^${ln}`;
}

function stepsOf({ steps, ln }: Fixation["conditional"]): string {
  return steps === undefined ? `e^${ln}` : String(steps);
}
