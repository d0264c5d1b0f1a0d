import { Command, Option } from "commander";

import type { Limit, Trajectory } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { State } from "#domain/game.ts";
import { readGame } from "#game/readGame.ts";
import { simulate } from "#game/simulate.ts";
import type { SimulateOptions } from "#game/simulate.ts";

import { describeState } from "./analyze.ts";
import { withExamples } from "./examples.ts";
import { readInput } from "./files.ts";
import { parseNumber, parseNumbers, parseState } from "./options.ts";
import { alignColumns, printResult } from "./output.ts";

interface SimulateArguments {
  readonly start: State;
  readonly until: number;
  readonly method: "exact" | "euler";
  readonly step?: number;
  readonly at?: number[];
  readonly json?: boolean;
}

/** `alliance simulate GAME`: where the populations go from a start. */
export function simulateCommand(): Command {
  const command = new Command("simulate")
    .description("follow the populations of a game from a start")
    .argument("<game>", "game file, or - for standard input")
    .requiredOption(
      "--start <shares>",
      "shares of the first strategies, as in 0.5,0.5; or all shares as JSON",
      parseState,
    )
    .requiredOption("--until <time>", "time of the end; the start is time 0", parseNumber)
    .addOption(new Option("--dynamics <name>", "the dynamics").choices(["replicator"]).default("replicator"))
    .addOption(
      new Option("--method <name>", "exact: adaptive, in log-odds; euler: explicit, unclamped, until it overflows")
        .choices(["exact", "euler"])
        .default("exact"),
    )
    .option("--step <time>", "step of Euler's method", parseNumber)
    .option("--at <times>", "report these times only, as in 0,1,2.5", parseNumbers)
    .option("--json", "print the trajectory as JSON")
    .action((path: string, options: SimulateArguments) => {
      const method = methodOf(options);
      const { text, source } = readInput(path);
      const { start, until, at } = options;
      const trajectory = simulate(readGame(text, source), {
        start,
        until,
        method,
        ...(at === undefined ? {} : { at }),
      });
      printResult(options.json, trajectory, () => describe(trajectory));
    });
  return withExamples(command, [
    "alliance model two-party --set Ds=3,Dr=3 --out game.json",
    "alliance simulate game.json --start 0.5,0.5 --until 30",
    "alliance simulate game.json --start 0.5,0.5 --until 30 --method euler --step 1 --json",
    "alliance simulate game.json --start 0.2,0.4 --until 10 --at 0,5,10",
  ]);
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
  const rows = times.map((time, i) => [String(time), ...(states[i] ?? []).map(([first]) => String(first))]);
  return [
    alignColumns([["time", ...(states[0] ?? []).map((_, i) => `share ${i + 1}`)], ...rows]),
    `${status} after ${steps} steps; limit: ${describeLimit(limit)}`,
  ].join("\n");
}

function describeLimit(limit: Limit): string {
  switch (limit.kind) {
    case "point":
      return `the point ${describeState(limit.shares)}`;
    case "closed-orbit":
      return `a closed orbit of period ${limit.period}`;
    case "left-domain":
      return `none: it left [0,1]${limit.overflow ? " and overflowed" : ""} at step ${limit.step}`;
    case "unresolved":
      return `unresolved: ${limit.reason}`;
  }
}
