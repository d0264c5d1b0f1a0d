import type { Command } from "commander";

/** Adds examples to the help of a command. Each is run by a test, in order, from an empty folder. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  return command.addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ ${example}`).join("\n")}`);
}
