import { Command, CommanderError } from "commander";

import { AllianceError, EXIT_CODES } from "#domain/errors.ts";

import { analyzeCommand } from "./analyze.ts";
import { auditCommand } from "./audit.ts";
import { basinsCommand } from "./basins.ts";
import { doctorCommand } from "./doctor.ts";
import { measureCommand } from "./measure.ts";
import { modelCommand } from "./model.ts";
import { note } from "./output.ts";
import { reportCommand } from "./report.ts";
import { simulateCommand } from "./simulate.ts";
import { storyCommand } from "./story.ts";
import { projectVersion } from "./version.ts";

const program = new Command("alliance")
  .description("Supply-chain alliances: rules as contracts, payoffs measured on a chain, the future computed from them")
  .version(projectVersion().version)
  .enablePositionalOptions() // a command has a --version of its own
  .showHelpAfterError("(add --help for what is possible)")
  .addHelpText("after", `\nExit codes: 0 ok, ${exitCodes()}`);

for (const command of [
  reportCommand(),
  storyCommand(),
  measureCommand(),
  modelCommand(),
  analyzeCommand(),
  simulateCommand(),
  basinsCommand(),
  auditCommand(),
  doctorCommand(),
]) {
  program.addCommand(command.copyInheritedSettings(program));
}
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}

function fail(error: unknown): number {
  // Commander has printed its own message, or the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.usage;
  if (error instanceof AllianceError) {
    note(`error: ${error.message}`);
    if (error.hint !== undefined) note(`  ${error.hint}`);
    return error.exitCode;
  }
  note(`unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return EXIT_CODES.unexpected;
}

function exitCodes(): string {
  return Object.entries(EXIT_CODES)
    .map(([kind, code]) => `${code} ${kind}`)
    .join(", ");
}
