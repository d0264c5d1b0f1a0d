import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { finiteCommand } from "#cli/finite.ts";
import { writeGame } from "#game/writeGame.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

const HAWK_DOVE = JSON.stringify({
  title: "hawk-dove",
  symmetric: true,
  players: ["row", "column"].map((name) => ({ name, strategies: ["hawk", "dove"] })),
  payoffs: [
    { profile: ["hawk", "hawk"], payoff: [-0.5, -0.5] },
    { profile: ["hawk", "dove"], payoff: [2, 0] },
    { profile: ["dove", "hawk"], payoff: [0, 2] },
    { profile: ["dove", "dove"], payoff: [0, 0] },
  ],
});

describe("cli/finite", () => {
  const folders = temporaryFolders();
  let cwd: string;
  before(() => {
    cwd = folders.create();
    writeFileSync(join(cwd, "game.json"), writeGame(twoPartyGame(parseParameters({ Ds: "3", Dr: "3" }).parameters)));
    writeFileSync(join(cwd, "hawks.json"), HAWK_DOVE);
  });
  after(() => folders.remove());

  it("prints the exact results of one population from standard input, for programs", async () => {
    const args = ["finite", "-", "--size", "100", "--mutation", "0.001", "--json"];
    const { code, stdout, stderr } = await alliance(args, { cwd, input: HAWK_DOVE });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    const result = JSON.parse(stdout);
    expect(result.process).to.deep.equal({ sizes: [100], rule: "pairwise", beta: 1, mutation: 0.001 });
    const hawk = result.fixation.find(({ mutant }: { mutant: string }) => mutant === "hawk");
    expect(hawk.probability).to.be.closeTo(0.8641155742462664, 3e-15);
    expect(result.stationary.states).to.have.length(101);
    expect(Object.keys(result)).to.include.members(["smallMutation", "meanField", "populations", "strategies"]);
  }).timeout(20_000);

  it("sets finite populations beside the mean field of the same game, for people", async () => {
    const args = ["finite", "game.json", "--size", "10,12", "--process", "moran", "--walk", "5000", "--runs", "20"];
    const { code, stdout } = await alliance([...args, "--seed", "3"], { cwd });
    expect(code).to.equal(0);
    expect(stdout).to.match(/^mutant +among +fixation +neutral .*simulated, 95 %\n/);
    expect(stdout.match(/ fixed, \d+ lost, \d+ unresolved\)$/gm)).to.have.length(8);
    expect(stdout).to.match(/^cooperate, cooperate +[\d.e-]+$/m);
    expect(stdout).to.match(/^10 of 143 states, by the elimination/m);
    expect(stdout).to.match(/ visited states, 5000 steps, seed 3; total variation from the exact one 0\.\d+$/m);
    expect(stdout).to.match(/^mean field rests at +stability\n\(0, 0\) +ess$/m);
  }).timeout(20_000);

  it("says what is not computed or not available instead of leaving it out", async () => {
    const { stdout } = await alliance(["finite", "hawks.json", "--mutation", "0"], { cwd });
    expect(stdout).to.match(/^long-run distribution: not computed: without mutation/m);
    expect(stdout).to.match(/^mean field/m);
    expect(stdout).not.to.match(/undefined|NaN/);
    const wide = await alliance(["finite", "game.json", "--size", "100"], { cwd });
    expect(wide.stdout).to.match(/not computed: the populations have 10201 states/);
  }).timeout(20_000);

  it("writes what no double holds as a power of e", async () => {
    const { stdout } = await alliance(["finite", "hawks.json", "--size", "3000"], { cwd });
    expect(stdout).to.match(/^dove +hawk +e\^-\d+/m);
  }).timeout(20_000);

  it("refuses options that make no sense, with exit code 2", async () => {
    const hawks = join(cwd, "hawks.json");
    for (const [args, message] of [
      [["--size", "1"], /a population of 1 members/],
      [["--size", "5,5"], /sizes: 2 given for one population/],
      [["--size", "x"], /not a finite number/],
      [["--beta", "NaN"], /not a finite number/],
      [["--mutation", "2"], /mutation probability is 2/],
      [["--fitness", "exp"], /pairwise comparison has no fitness/],
      [["--process", "wright-fisher"], /Allowed choices are pairwise, moran/],
      [["--walk", "0"], /number of steps is 0/],
      [["--runs", "1.5"], /number of runs is 1\.5/],
      [["--seed", "-1"], /not a whole number/],
    ] as const) {
      const { code, text } = await refusal(finiteCommand(), [hawks, ...args]);
      expect(code, args.join(" ")).to.equal(2);
      expect(text).to.match(message);
    }
  });
});
