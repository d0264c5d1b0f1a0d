import { Command, Option } from "commander";

import type { Limit, Trajectory } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { State } from "#domain/game.ts";
import type { Dynamics, DynamicsName } from "#game/dynamics/dynamics.ts";
import { simulate } from "#game/simulate.ts";
import type { SimulateOptions } from "#game/simulate.ts";

import { describeState } from "./analyze.ts";
import { withExamples } from "./examples.ts";
import { readGameInput } from "./gameInput.ts";
import { parseNumber, parseNumbers, parseState } from "./options.ts";
import { alignColumns, printResult } from "./output.ts";

interface SimulateArguments {
  readonly start: State;
  readonly until: number;
  readonly dynamics: DynamicsName;
  readonly mutation?: number;
  readonly eta?: number;
  readonly beta?: number;
  readonly method: "exact" | "euler";
  readonly step?: number;
  readonly at?: number[];
  readonly json?: boolean;
}

/** `alliance simulate GAME`: where the populations go from a start. */
export function simulateCommand(): Command {
  const command = new Command("simulate")
    .description("follow the populations of a game from a start")
    .argument("<game>", "game file, JSON or .nfg, or - for standard input")
    .requiredOption(
      "--start <shares>",
      "shares of the first strategies, as in 0.5,0.5; or all shares as JSON",
      parseState,
    )
    .requiredOption("--until <time>", "time of the end; the start is time 0", parseNumber)
    .addOption(
      new Option("--dynamics <name>", "how shares answer to payoffs")
        .choices(Object.keys(READERS))
        .default("replicator"),
    )
    .option("--mutation <share>", "of what is bred, for replicator-mutator", parseNumber)
    .option("--eta <noise>", "in units of payoff, for logit", parseNumber)
    .option("--beta <intensity>", "of selection, per unit of payoff, for imitation", parseNumber)
    .addOption(
      new Option("--method <name>", "exact: adaptive, within [0,1]; euler: explicit, unclamped, until it overflows")
        .choices(["exact", "euler"])
        .default("exact"),
    )
    .option("--step <time>", "step of Euler's method", parseNumber)
    .option("--at <times>", "report these times only, as in 0,1,2.5", parseNumbers)
    .option("--json", "print the trajectory as JSON")
    .action((path: string, options: SimulateArguments) => {
      const method = methodOf(options);
      const dynamics = dynamicsOf(options);
      const { start, until, at } = options;
      const trajectory = simulate(readGameInput(path), {
        start,
        until,
        dynamics,
        method,
        ...(at === undefined ? {} : { at }),
      });
      printResult(options.json, trajectory, () => describe(trajectory));
    });
  return withExamples(command, [
    "alliance model two-party --set Ds=3,Dr=3 --out game.json",
    "alliance simulate game.json --start 0.5,0.5 --until 30",
    "alliance simulate game.json --start 0.5,0.5 --until 30 --method euler --step 1 --json",
    "alliance simulate game.json --start 0.2,0.4 --until 10 --at 0,5,10 --dynamics logit --eta 0.5",
  ]);
}

type Parameter = "mutation" | "eta" | "beta";

/** The parameter that dynamics need, and how they are made of it. */
const READERS: Record<DynamicsName, Dynamics | { name: Parameter; make: (value: number) => Dynamics }> = {
  "replicator": { kind: "replicator" },
  "maynard-smith": { kind: "maynard-smith" },
  "replicator-mutator": { name: "mutation", make: (mutation) => ({ kind: "replicator-mutator", mutation }) },
  "logit": { name: "eta", make: (noise) => ({ kind: "logit", noise }) },
  "smith": { kind: "smith" },
  "bnn": { kind: "bnn" },
  "imitation": { name: "beta", make: (intensity) => ({ kind: "imitation", intensity }) },
};

function dynamicsOf(options: SimulateArguments): Dynamics {
  const reader = READERS[options.dynamics];
  const needed = "name" in reader ? reader.name : undefined;
  const parameters: readonly Parameter[] = ["mutation", "eta", "beta"];
  for (const name of parameters) {
    if ((options[name] !== undefined) === (name === needed)) continue;
    const message = `the ${options.dynamics} dynamics ${name === needed ? `need --${name}` : `have no --${name}`}`;
    throw new AllianceError(message, {
      kind: "usage",
      hint: name === needed ? `give it, as in --${name} 0.1` : "leave it out, or choose other --dynamics",
    });
  }
  return "name" in reader ? reader.make(options[reader.name] ?? Number.NaN) : reader;
}

function methodOf({ method, step }: SimulateArguments): SimulateOptions["method"] {
  if (method === "exact" && step === undefined) return { kind: "exact" };
  if (method === "euler" && step !== undefined) return { kind: "euler", step };
  throw new AllianceError(method === "euler" ? "Euler's method needs a step" : "the exact method chooses its steps", {
    kind: "usage",
    hint: "give --method euler --step 1, or leave both out",
  });
}

function describe({ times, states, limit, status, steps }: Trajectory): string {
  const pairs = (states[0] ?? []).every((shares) => shares.length === 2);
  const cells = (shares: readonly number[]) => (pairs ? shares.slice(0, 1) : shares).map(String);
  const header = (states[0] ?? []).flatMap((shares, i) =>
    cells(shares).map((_, strategy) => (pairs ? `share ${i + 1}` : `share ${i + 1}.${strategy + 1}`)),
  );
  const rows = times.map((time, i) => [String(time), ...(states[i] ?? []).flatMap(cells)]);
  return [
    alignColumns([["time", ...header], ...rows]),
    `${status} after ${steps} steps; limit: ${describeLimit(limit)}`,
  ].join("\n");
}

/** The shares of the first strategies where that says all. */
function describePoint(state: State): string {
  return state.every((shares) => shares.length === 2) ? describeState(state) : JSON.stringify(state);
}

function describeLimit(limit: Limit): string {
  switch (limit.kind) {
    case "point":
      return `the point ${describePoint(limit.shares)}`;
    case "closed-orbit":
      return `a closed orbit of period ${limit.period}`;
    case "left-domain":
      return `none: it left [0,1]${limit.overflow ? " and overflowed" : ""} at step ${limit.step}`;
    case "unresolved":
      return `unresolved: ${limit.reason}`;
  }
}
