import { expect } from "chai";
import { Command } from "commander";
import { after, before, describe, it } from "mocha";

import { analyzeCommand } from "#cli/analyze.ts";
import { auditCommand } from "#cli/audit.ts";
import { basinsCommand } from "#cli/basins.ts";
import { convertCommand } from "#cli/convert.ts";
import { doctorCommand } from "#cli/doctor.ts";
import { withExamples } from "#cli/examples.ts";
import { finiteCommand } from "#cli/finite.ts";
import { measureCommand } from "#cli/measure.ts";
import { modelCommand } from "#cli/model.ts";
import { reportCommand } from "#cli/report.ts";
import { simulateCommand } from "#cli/simulate.ts";
import { storyCommand } from "#cli/story.ts";
import { thresholdCommand } from "#cli/threshold.ts";

import { alliance, temporaryFolders } from "./support/alliance.ts";
import type { Run } from "./support/alliance.ts";

const COMMANDS = [
  reportCommand(),
  storyCommand(),
  measureCommand(),
  modelCommand(),
  convertCommand(),
  analyzeCommand(),
  simulateCommand(),
  basinsCommand(),
  thresholdCommand(),
  finiteCommand(),
  auditCommand(),
  doctorCommand(),
];

/** The whole help of a command, as `--help` prints it. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

/** The examples in a help text, in their order. */
function examplesIn(help: string): string[] {
  return [...help.matchAll(/^ {2}\$ (alliance .+)$/gm)].map(([, example = ""]) => example);
}

/** Two processes at a time: the tests are given two cores. */
async function inPairs<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await action(item);
  };
  await Promise.all([worker(), worker()]);
}

describe("cli/examples", () => {
  const folders = temporaryFolders();
  const runs = new Map<string, { example: string; run: Run }[]>();

  before(async function () {
    this.timeout(240_000);
    await inPairs(COMMANDS, async (command) => {
      const cwd = folders.create();
      const done: { example: string; run: Run }[] = [];
      runs.set(command.name(), done);
      for (const example of examplesIn(helpOf(command))) {
        done.push({ example, run: await alliance(example.split(" ").slice(1), { cwd }) });
      }
    });
  });
  after(() => folders.remove());

  it("stand after the help of a command", () => {
    const help = helpOf(withExamples(new Command("x"), ["alliance x --a", "alliance x --b"]));
    expect(help).to.match(/\n\nExamples:\n {2}\$ alliance x --a\n {2}\$ alliance x --b\n$/);
  });

  it("are there for every command that there is", async () => {
    const { stdout } = await alliance(["--help"], { cwd: folders.create() });
    const [, list = ""] = /^Commands:\n([^]*?)\n\n/m.exec(stdout) ?? [];
    const names = [...list.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== "help");
    expect(names).to.deep.equal(COMMANDS.map((command) => command.name()));
    for (const [name, done] of runs) {
      expect(done.length, name).to.be.within(2, 4);
      expect(
        done.some(({ example }) => example.startsWith(`alliance ${name}`)),
        name,
      ).to.equal(true);
    }
  });

  for (const command of COMMANDS) {
    it(`of ${command.name()} do from an empty folder, one after the other, what they say`, () => {
      for (const { example, run } of runs.get(command.name()) ?? []) {
        // The story leaves a record behind that was tampered with: the audit must find it.
        expect(run.code, `${example}\n${run.stdout}${run.stderr}`).to.equal(
          example.startsWith("alliance audit") ? 5 : 0,
        );
        expect(run.stdout + run.stderr, example).not.to.match(/unexpected error|Warning:|undefined|\[object/);
        if (!example.includes("--out")) expect(run.stdout.length, example).to.be.greaterThan(0);
      }
    });
  }

  it("with --json print one document on standard output, and nothing else", () => {
    const printed = [...runs.values()].flat().filter(({ example }) => example.endsWith("--json"));
    expect(printed.length).to.be.at.least(5);
    for (const { example, run } of printed) {
      const document: unknown = JSON.parse(run.stdout);
      expect(document, example).to.be.an("object");
      expect(run.stdout, example).to.equal(`${JSON.stringify(document, null, 2)}\n`);
      expect(run.stdout, "numbers that JSON cannot hold").not.to.match(/: null\b|\bnull,/);
    }
  });

  it("report progress on standard error only", () => {
    const story = runs.get("story")?.find(({ example }) => example.endsWith("--json"));
    expect(story?.run.stderr).to.match(/^story: six members join$/m);
    const measured = runs.get("measure")?.find(({ example }) => example.endsWith("--json"));
    expect(measured?.run.stderr.match(/^playing /gm)).to.have.length(4);
  });
});
