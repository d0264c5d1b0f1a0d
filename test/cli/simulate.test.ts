import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { simulateCommand } from "#cli/simulate.ts";
import { simulate } from "#game/simulate.ts";
import { writeGame } from "#game/writeGame.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";

import { rockPaperScissors } from "../game/support/games.ts";
import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

describe("cli/simulate", () => {
  const folders = temporaryFolders();
  let cwd: string;
  before(() => {
    cwd = folders.create();
    writeFileSync(
      join(cwd, "bistable.json"),
      writeGame(twoPartyGame(parseParameters({ Ds: "3", Dr: "3" }).parameters)),
    );
    const situation3 = parseParameters({ Vs: "7", F: "3", Ds: "2", Dr: "7" });
    writeFileSync(join(cwd, "overflowing.json"), writeGame(twoPartyGame(situation3.parameters)));
  });
  after(() => folders.remove());

  it("reports the states at the times that were asked for", async () => {
    const args = [
      "simulate",
      "bistable.json",
      "--start",
      "[[0.2,0.8],[0.4,0.6]]",
      "--until",
      "10",
      "--at",
      "0,5,10",
      "--json",
    ];
    const { code, stdout, stderr } = await alliance(args, { cwd });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    const { times, states, status } = JSON.parse(stdout);
    expect(times).to.deep.equal([0, 5, 10]);
    expect(states).to.have.length(3);
    expect(states[0]).to.deep.equal([
      [0.2, 0.8],
      [0.4, 0.6],
    ]);
    expect(status).to.equal("completed");
  });

  it("follows Euler's method until it overflows, with numbers that JSON can hold", async () => {
    const args = ["overflowing.json", "--start", "0.5,0.5", "--until", "30", "--method", "euler", "--step", "1"];
    const [json, text] = await Promise.all([
      alliance(["simulate", ...args, "--json"], { cwd }),
      alliance(["simulate", ...args], { cwd }),
    ]);
    expect(json.code).to.equal(0);
    const { limit, states, status } = JSON.parse(json.stdout);
    expect(status).to.equal("overflow");
    expect(limit).to.include({ kind: "left-domain", overflow: true });
    for (const share of states.flat(2)) expect(share).to.be.a("number");
    expect(text.stdout).to.match(/limit: none: it left \[0,1\] and overflowed at step \d+\n$/);
  });

  it("follows one population with three strategies under the dynamics asked for, with all its shares", async () => {
    const game = rockPaperScissors(2, 1);
    writeFileSync(join(cwd, "rps.json"), writeGame(game));
    const start = [[0.5, 0.25, 0.25]];
    const cases = [
      [["logit", "--eta", "0.5"], { kind: "logit", noise: 0.5 }],
      [["imitation", "--beta", "2"], { kind: "imitation", intensity: 2 }],
    ] as const;
    for (const [more, dynamics] of cases) {
      const args = ["rps.json", "--start", JSON.stringify(start), "--until", "4", "--at", "0,4", "--json"];
      const { code, stdout, stderr } = await alliance(["simulate", ...args, "--dynamics", ...more], { cwd });
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
      const document = JSON.parse(stdout);
      const keys = ["times", "states", "status", "limit", "steps", "rejectedSteps", "errorEstimate"];
      expect(Object.keys(document)).to.deep.equal(keys);
      const options = { start, until: 4, at: [0, 4], dynamics, method: { kind: "exact" } } as const;
      expect(document).to.deep.equal(JSON.parse(JSON.stringify(simulate(game, options))));
    }
    const resting = ["simulate", "rps.json", "--start", "[[1,0,0]]", "--until", "4"];
    const { stdout } = await alliance(resting, { cwd });
    expect(stdout).to.match(/^time +share 1\.1 +share 1\.2 +share 1\.3\n0 +1 +0 +0\n4 +1 +0 +0\n/);
    expect(stdout).to.match(/limit: the point \[\[1,0,0\]\]\n$/);
  }).timeout(60_000);

  it("refuses contradictions and nonsense with exit code 2", async () => {
    const game = join(cwd, "bistable.json");
    const whole = ["--start", "0.5,0.5", "--until", "3"];
    for (const [args, message] of [
      [[game, "--start", "0.5,0.5"], /required option '--until/],
      [[game, "--until", "3"], /required option '--start/],
      [[game, ...whole, "--step", "1"], /chooses its steps/],
      [[game, ...whole, "--method", "euler"], /needs a step/],
      [[game, ...whole, "--method", "euler", "--step", "0"], /step/i],
      [[game, ...whole, "--method", "euler", "--step", "-1"], /step/i],
      [[game, ...whole, "--method", "euler", "--step", "1e-12"], /steps/],
      [[game, ...whole, "--method", "heun"], /Allowed choices are exact, euler/],
      [[game, ...whole, "--dynamics", "best"], /Allowed choices are replicator, maynard-smith/],
      [[game, ...whole, "--dynamics", "logit"], /logit dynamics need --eta/],
      [[game, ...whole, "--dynamics", "imitation", "--eta", "1"], /need --beta|have no --eta/],
      [[game, ...whole, "--dynamics", "smith", "--beta", "1"], /smith dynamics have no --beta/],
      [[game, ...whole, "--mutation", "0.1"], /replicator dynamics have no --mutation/],
      [[game, ...whole, "--dynamics", "logit", "--eta", "-1"], /noise \(eta\) is -1/],
      [[game, ...whole, "--dynamics", "replicator-mutator", "--mutation", "7"], /mutation is 7/],
      [[game, "--start", "0.5,0.5", "--until", "NaN"], /not a finite number/],
      [[game, "--start", "0.5,0.5", "--until", "-1"], /until|time/],
      [[game, "--start", "0.5", "--until", "1"], /2 populations, not 1/],
      [[game, "--start", "2,0.5", "--until", "1"], /not in \[0,1\]/],
      [[game, "--start", "x,0.5", "--until", "1"], /not a finite number/],
      [[game, ...whole, "--at", "1,5"], /out of range/],
      [[game, ...whole, "--at", "2,1"], /out of order/],
    ] as const) {
      const { code, text } = await refusal(simulateCommand(), args);
      expect(code, args.join(" ")).to.equal(2);
      expect(text, args.join(" ")).to.match(message);
    }
  });
});
