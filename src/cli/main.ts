import { Command, CommanderError } from "commander";

import { AllianceError, EXIT_CODES } from "#domain/errors.ts";

import { note } from "./output.ts";
import { projectVersion } from "./version.ts";

/** In the order of the help. Each is loaded when it is needed: what a chain takes, an analysis should not wait for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  report: async () => (await import("./report.ts")).reportCommand(),
  story: async () => (await import("./story.ts")).storyCommand(),
  measure: async () => (await import("./measure.ts")).measureCommand(),
  model: async () => (await import("./model.ts")).modelCommand(),
  convert: async () => (await import("./convert.ts")).convertCommand(),
  analyze: async () => (await import("./analyze.ts")).analyzeCommand(),
  simulate: async () => (await import("./simulate.ts")).simulateCommand(),
  basins: async () => (await import("./basins.ts")).basinsCommand(),
  threshold: async () => (await import("./threshold.ts")).thresholdCommand(),
  finite: async () => (await import("./finite.ts")).finiteCommand(),
  audit: async () => (await import("./audit.ts")).auditCommand(),
  doctor: async () => (await import("./doctor.ts")).doctorCommand(),
};

const program = new Command("alliance")
  .description("Supply-chain alliances: rules as contracts, payoffs measured on a chain, the future computed from them")
  .version(projectVersion().version)
  .enablePositionalOptions() // a command has a --version of its own
  .showHelpAfterError("(add --help for what is possible)")
  .addHelpText("after", `\nExit codes: 0 ok, ${exitCodes()}`);

const [, , named = ""] = process.argv;
for (const name of Object.hasOwn(COMMANDS, named) ? [named] : Object.keys(COMMANDS)) {
  const command = await COMMANDS[name]?.();
  if (command !== undefined) program.addCommand(command.copyInheritedSettings(program));
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
