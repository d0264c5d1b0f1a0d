import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { convertCommand } from "#cli/convert.ts";
import { writeNfg } from "#game/nfg/writeNfg.ts";
import { writeGame } from "#game/writeGame.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

const GAME = twoPartyGame(parseParameters({}).parameters);

describe("cli/convert", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("writes either form from either, to a file or to standard output", async () => {
    const cwd = folders.create();
    const [nfg, json, file] = await Promise.all([
      alliance(["convert", "-", "--to", "nfg"], { cwd, input: writeGame(GAME) }),
      alliance(["convert", "-", "--to", "json"], { cwd, input: writeNfg(GAME) }),
      alliance(["convert", "-", "--to", "nfg", "--out", "deep/game.nfg"], { cwd, input: writeNfg(GAME) }),
    ]);
    expect(nfg).to.deep.equal({ code: 0, stdout: writeNfg(GAME), stderr: "" });
    expect(json).to.deep.equal({ code: 0, stdout: writeGame(GAME), stderr: "" });
    expect(file).to.deep.equal({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(cwd, "deep", "game.nfg"), "utf8")).to.equal(writeNfg(GAME));
  });

  it("refuses another form, a missing one, and a file that is no game, and then writes nothing", async () => {
    const folder = folders.create();
    const path = join(folder, "game.nfg");
    writeFileSync(path, "NFG 1 R\n");
    for (const [args, message] of [
      [[path], /required option '--to <form>'/],
      [[path, "--to", "efg"], /Allowed choices are nfg, json/],
      [[path, "--to", "json"], /line 2 column 1: expected the title/],
    ] as const) {
      const { code, text } = await refusal(convertCommand(), [...args, "--out", join(folder, "out")]);
      expect({ code, text }).to.deep.include({ code: 2 });
      expect(text).to.match(message);
    }
    expect(readdirSync(folder)).to.deep.equal(["game.nfg"]);
  });
});
