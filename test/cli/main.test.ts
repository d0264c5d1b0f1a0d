import { readFileSync } from "node:fs";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { EXIT_CODES } from "#domain/errors.ts";

import { alliance, temporaryFolders } from "./support/alliance.ts";

describe("cli/main", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());
  const run = (...args: string[]) => alliance(args, { cwd: folders.create() });

  it("helps: says what it is for, which commands there are, and what the exit codes mean", async () => {
    const { code, stdout, stderr } = await run("--help");
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    expect(stdout).to.match(/^Usage: alliance \[options\] \[command\]\n/);
    for (const [kind, exitCode] of Object.entries(EXIT_CODES)) expect(stdout).to.contain(`${exitCode} ${kind}`);
  });

  it("says its version, and leaves a command's own --version alone", async () => {
    const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
    const [own, models] = await Promise.all([run("--version"), run("model", "two-party", "--version", "table")]);
    expect(own).to.deep.equal({ code: 0, stdout: `${version}\n`, stderr: "" });
    expect(models?.code).to.equal(0);
    expect(JSON.parse(models?.stdout ?? "")).to.have.property("players");
  });

  it("refuses nothing at all, and what it does not know, on standard error with exit code 2", async () => {
    const refused = [[], ["frobnicate"], ["--frobnicate"], ["model", "two-party", "--frobnicate"], ["model"]];
    const runs = await Promise.all(refused.map((args) => run(...args)));
    for (const [i, { code, stdout, stderr }] of runs.entries()) {
      const args = refused[i] ?? [];
      expect({ code, stdout }, args.join(" ")).to.deep.equal({ code: 2, stdout: "" });
      expect(stderr, args.join(" ")).to.match(/Usage|--help/);
      expect(stderr).not.to.match(/\n {4}at /);
    }
  });

  it("says what it takes to be meant", async () => {
    expect((await run("analyse")).stderr).to.match(/Did you mean analyze/);
  });

  it("tells each kind of failure by its exit code and one message with a hint, and prints no result", async () => {
    const cases: [number, string[], RegExp][] = [
      [2, ["model", "two-party", "--set", "Q=1"], /no parameter "Q"/],
      [4, ["analyze", "none.json"], /cannot read none\.json/],
      [6, ["story", "--rpc", "http://127.0.0.1:9"], /no chain answers/],
    ];
    const runs = await Promise.all(cases.map(([, args]) => run(...args)));
    for (const [i, [exitCode, args, message]] of cases.entries()) {
      const { code, stdout, stderr } = runs[i] ?? { code: undefined, stdout: "", stderr: "" };
      expect({ code, stdout }, args.join(" ")).to.deep.equal({ code: exitCode, stdout: "" });
      expect(stderr).to.match(message);
      expect(stderr.split("\n")).to.have.length(3);
      expect(stderr).to.match(/^error: .*\n {2}.*\n$/);
    }
  });
});
