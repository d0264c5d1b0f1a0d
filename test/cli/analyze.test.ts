import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { analyzeCommand, describeState } from "#cli/analyze.ts";
import { basinsCommand } from "#cli/basins.ts";
import { finiteCommand } from "#cli/finite.ts";
import { simulateCommand } from "#cli/simulate.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";
import { writeGame } from "#game/writeGame.ts";

import { gameOf } from "../game/rest-points/support/cube.ts";
import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

const GAME = writeGame(twoPartyGame(parseParameters({ Ds: "3", Dr: "3" }).parameters));

describe("cli/analyze", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("prints rest points from standard input, for people and for programs", async () => {
    const cwd = folders.create();
    const [json, text] = await Promise.all([
      alliance(["analyze", "-", "--json"], { cwd, input: GAME }),
      alliance(["analyze", "-"], { cwd, input: GAME }),
    ]);
    expect({ code: json.code, stderr: json.stderr }).to.deep.equal({ code: 0, stderr: "" });
    const { restPoints, continua } = JSON.parse(json.stdout);
    expect(continua).to.deep.equal([]);
    expect(restPoints.map(({ stability }: { stability: string }) => stability)).to.have.members([
      "ess",
      "ess",
      "source",
      "source",
      "saddle",
    ]);
    expect(text.stdout.split("\n")).to.have.length(1 + 5 + 1);
    expect(text.stdout).to.match(/^rest point +stability +nash +eigenvalues +trace +determinant\n/);
    expect(text.stdout).to.match(/^\(1, 1\) +ess +strict /m);
  });

  it("prints for three populations how far the rest points are proven to be all", async () => {
    const cwd = folders.create();
    const follow = gameOf(3, (firsts, player) => (firsts[player] === firsts[(player + 1) % 3] ? 1 : 0));
    const idle = gameOf(3, () => 0);
    const [json, text, open] = await Promise.all([
      alliance(["analyze", "-", "--json"], { cwd, input: writeGame(follow) }),
      alliance(["analyze", "-"], { cwd, input: writeGame(follow) }),
      alliance(["analyze", "-"], { cwd, input: writeGame(idle) }),
    ]);
    expect(JSON.parse(json.stdout).certificate).to.deep.equal({
      complete: true,
      faces: 27,
      found: 9,
      bound: 16,
      nashCount: 3,
      oddNash: true,
      degenerateFaces: [],
      unresolved: [],
    });
    expect(text.stdout).to.match(/^Complete: 9 isolated rest points on 27 faces, of at most 16\.$/m);
    expect(text.stdout).to.match(/^Nash equilibria: 3, an odd number as in every regular game\.$/m);
    expect(open.stdout).to.match(/^Nash equilibria: 8 isolated ones found\.$/m);
    expect(open.stdout).to.match(/^degenerate \(\*, \*, \*\): every state on it is a rest point$/m);
  });

  it("writes a state as the shares of the first strategies", () => {
    expect(
      describeState([
        [0.25, 0.75],
        [1, 0],
      ]),
    ).to.equal("(0.25, 1)");
  });

  const hostile: Record<string, string | Buffer> = {
    "nothing": "",
    "a NUL": "a\0b",
    "a NUL in a name": GAME.replace("supplier", "sup\\u0000plier\0"),
    "one megabyte of noise": randomBytes(1_000_000),
    "one megabyte of brackets": "[".repeat(1_000_000),
    "NaN": GAME.replace("50.5", "NaN"),
    "a number beyond all": GAME.replace("50.5", "1e400"),
    "null for a number": GAME.replace("50.5", "null"),
    "a profile twice": GAME.replace('["cooperate","defect"],"payoff"', '["cooperate","cooperate"],"payoff"'),
    "an unknown strategy": GAME.replace('["cooperate","defect"],"payoff"', '["cooperate","deflect"],"payoff"'),
    "a profile too few": GAME.replace(/,\s*\{"profile":\["defect","defect"\].*\}/, ""),
    "a list": "[]",
    "null": "null",
    "a string": '"game"',
    "two documents": GAME + GAME,
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`refuses ${name} in every command that reads a game, with exit code 2 and a message`, async () => {
      const path = join(folders.create(), "game.json");
      writeFileSync(path, text);
      for (const [command, ...more] of [
        [analyzeCommand()],
        [basinsCommand()],
        [finiteCommand()],
        [simulateCommand(), "--start", "0.5,0.5", "--until", "1"],
      ] as const) {
        const { code, text: said } = await refusal(command, [path, ...more]);
        expect(code, said.slice(0, 300)).to.equal(2);
        expect(said).to.contain(path);
        expect(said.length).to.be.lessThan(1000);
      }
    });
  }

  it("refuses a file that is not there with exit code 4", async () => {
    expect((await refusal(analyzeCommand(), [join(folders.create(), "none")])).code).to.equal(4);
    expect((await refusal(analyzeCommand(), [folders.create()])).code).to.equal(4);
  });
});
