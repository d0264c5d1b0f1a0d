import { Command, Option } from "commander";

import { writeNfg } from "#game/nfg/writeNfg.ts";
import { writeGame } from "#game/writeGame.ts";

import { withExamples } from "./examples.ts";
import { writeOutput } from "./files.ts";
import { readGameInput } from "./gameInput.ts";
import { printResult } from "./output.ts";

interface ConvertOptions {
  readonly to: "nfg" | "json";
  readonly out?: string;
}

/** `alliance convert GAME --to nfg`: the same game in Gambit's form, or in ours. */
export function convertCommand(): Command {
  const command = new Command("convert")
    .description("write a game as a Gambit .nfg file, or as a game file in JSON")
    .argument("<game>", "game file, JSON or .nfg, or - for standard input")
    .addOption(new Option("--to <form>", "the form to write").choices(["nfg", "json"]).makeOptionMandatory())
    .option("--out <file>", "write the file there instead of printing it")
    .action((path: string, options: ConvertOptions) => {
      const game = readGameInput(path);
      const text = options.to === "nfg" ? writeNfg(game) : writeGame(game);
      if (options.out === undefined) printResult(false, undefined, () => text.trimEnd());
      else writeOutput(options.out, text);
    });
  return withExamples(command, [
    "alliance model two-party --out game.json",
    "alliance convert game.json --to nfg --out game.nfg",
    "alliance convert game.nfg --to json",
    "alliance analyze game.nfg",
  ]);
}
