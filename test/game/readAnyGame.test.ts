import { readAnyGame } from "#game/readAnyGame.ts";
import { writeNfg } from "#game/nfg/writeNfg.ts";
import { writeGame } from "#game/writeGame.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { readdirSync, readFileSync } from "node:fs";
import { expectRefusal } from "./support/refusal.ts";
import { twoByTwo } from "./support/twoByTwo.ts";

const GAMES = new URL("../golden/games/", import.meta.url);

describe("readAnyGame", () => {
  it("tells the forms apart by what they say", () => {
    const game = twoByTwo(1, 2, 3, 4);
    for (const text of [writeNfg(game), `\uFEFF\n ${writeNfg(game)}`, writeGame(game)]) {
      expect(readAnyGame(text, "g")).to.deep.equal({ game, warnings: [] });
    }
    expectRefusal(() => readAnyGame("NFGX", "g"), "usage", /g is not JSON/);
    expectRefusal(() => readAnyGame("NFG", "g"), "usage", /g: line 1 column 4/);
    expectRefusal(() => readAnyGame("", "g"), "usage", /g is empty/);
  });

  it("reads the same game from both files of every example", () => {
    const files = readdirSync(GAMES).filter((file) => file.endsWith(".json"));
    expect(files.length).to.be.at.least(12);
    for (const file of files) {
      const [json, nfg] = [file, file.replace(".json", ".nfg")].map((path) =>
        readAnyGame(readFileSync(new URL(path, GAMES), "utf8"), path),
      );
      expect(nfg, file).to.deep.equal(json);
      expect(json?.warnings).to.deep.equal([]);
    }
  });
});
