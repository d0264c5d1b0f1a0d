import { Argument, Command, Option } from "commander";

import { writeGame } from "#game/writeGame.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";

import { withExamples } from "./examples.ts";
import { writeOutput } from "./files.ts";
import { parseSet } from "./options.ts";
import { note, printResult } from "./output.ts";

interface ModelOptions {
  readonly set?: Record<string, string>;
  readonly out?: string;
}

/** `alliance model NAME`: the payoff table of a published model, as a game file. */
export function modelCommand(): Command {
  const command = new Command("model")
    .description("print the game file of a published model")
    .addArgument(modelArgument())
    .addOption(new Option("--version <version>", "version of the model").choices(["table"]).default("table"))
    .option("--set <symbol=value,...>", "parameters that differ from the published ones", parseSet)
    .option("--out <file>", "write the file there instead of printing it")
    .option("--json", "the same: a game file is JSON")
    .action((_name: string, options: ModelOptions) => {
      const { parameters, warnings } = parseParameters(options.set ?? {});
      for (const warning of warnings) note(`warning: ${warning}`);
      const text = writeGame(twoPartyGame(parameters));
      if (options.out === undefined) printResult(false, undefined, () => text.trimEnd());
      else writeOutput(options.out, text);
    });
  return withExamples(command, [
    "alliance model two-party",
    "alliance model two-party --set F=5.3,Vs=5,Vr=5,Ds=5,Dr=5 --out situation2.json",
  ]);
}

/** The name of a published model. */
export function modelArgument(): Argument {
  return new Argument("<name>", "the model").choices(["two-party"]);
}
