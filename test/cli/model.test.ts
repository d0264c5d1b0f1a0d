import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { modelArgument, modelCommand } from "#cli/model.ts";

import { alliance, refusal, shell, temporaryFolders } from "./support/alliance.ts";

describe("cli/model", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("prints a game file, and writes the same bytes with --out", async () => {
    const cwd = folders.create();
    const [printed, written] = await Promise.all([
      alliance(["model", "two-party", "--set", "F=5.3", "--set", "Vs=5,Vr=5,Ds=5,Dr=5"], { cwd }),
      alliance(["model", "two-party", "--set", "F=5.3,Vs=5,Vr=5,Ds=5,Dr=5", "--out", "deep/game.json"], { cwd }),
    ]);
    expect(written).to.deep.equal({ code: 0, stdout: "", stderr: "" });
    expect(printed.code).to.equal(0);
    expect(readFileSync(join(cwd, "deep", "game.json"), "utf8")).to.equal(printed.stdout);
    const { players, payoffs } = JSON.parse(printed.stdout);
    expect(players).to.have.length(2);
    expect(payoffs[1]).to.deep.equal({ profile: ["cooperate", "defect"], payoff: [50.8, 49.7] });
  });

  it("feeds the analysis through a pipe, also when that has to wait for it", async () => {
    // The writer starts two processes, one after the other, the reader one.
    const writer = "{ alliance --version >&2; alliance model two-party --set Ds=3,Dr=3; }";
    const line = `set -o pipefail; ${writer} 2> /dev/null | alliance analyze - --json`;
    const { code, stdout, stderr } = await shell(line, folders.create());
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    expect(JSON.parse(stdout).restPoints).to.have.length(5);
  });

  it("warns of a value outside its range, and takes it", async () => {
    const { code, stdout, stderr } = await alliance(["model", "two-party", "--set", "theta=2"], {
      cwd: folders.create(),
    });
    expect(code).to.equal(0);
    expect(stderr).to.match(/^warning: theta = 2 is outside its range, from 0 to 1 .*\n$/);
    expect(JSON.parse(stdout).payoffs[0].payoff).to.deep.equal([13, 88]);
  });

  it("refuses what it does not know, and then writes nothing", async () => {
    const folder = folders.create();
    for (const [args, message] of [
      [["two-party", "--set", "Q=1"], /no parameter "Q"/],
      [["two-party", "--set", "f=1"], /did you mean F/],
      [["two-party", "--set", "F=x"], /F: not a decimal number: "x"/],
      [["two-party", "--set", "F=NaN"], /F: not a decimal number/],
      [["two-party", "--set", "F=1e400"], /F: 1e400 is too large/],
      [["two-party", "--set", "F=0.0000000000000000001"], /more than 18 digits/],
      [["two-party", "--set", "F"], /is not SYMBOL=VALUE/],
      [["two-party", "--set", "F=1", "--set", "F=2"], /F is set twice/],
      [["two-party", "--set", "toString=1"], /no parameter/],
      [["two-party", "--version", "9"], /Allowed choices are table/],
      [["three-party"], /Allowed choices are two-party/],
      [["two-party", "more"], /too many arguments/],
    ] as const) {
      const { code, text } = await refusal(modelCommand(), [...args, "--out", join(folder, "game.json")]);
      expect(code, args.join(" ")).to.equal(2);
      expect(text, args.join(" ")).to.match(message);
    }
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it("says which models there are", () => {
    expect(modelArgument().argChoices).to.deep.equal(["two-party"]);
  });
});
