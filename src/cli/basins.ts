import { Command } from "commander";

import { basins } from "#game/basins.ts";

import { describeState } from "./analyze.ts";
import { withExamples } from "./examples.ts";
import { readGameInput } from "./gameInput.ts";
import { printResult } from "./output.ts";

/** `alliance basins GAME`: from how many of all starts each outcome is reached. */
export function basinsCommand(): Command {
  const command = new Command("basins")
    .description("say from what share of all starts each stable outcome is reached")
    .argument("<game>", "game file, JSON or .nfg, or - for standard input")
    .option("--json", "print the basins as JSON")
    .action((path: string, options: { json?: boolean }) => {
      const result = basins(readGameInput(path));
      printResult(options.json, result, () =>
        [
          ...result.attractors.map(
            ({ shares, share, error }) => `${describeState(shares)} attracts ${share} of all starts (error ${error})`,
          ),
          `method: ${result.method}`,
        ].join("\n"),
      );
    });
  return withExamples(command, [
    "alliance model two-party --set Ds=3,Dr=3 --out game.json",
    "alliance basins game.json",
  ]);
}
