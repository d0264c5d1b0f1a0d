import { readFileSync, readdirSync } from "node:fs";

import { expect } from "chai";
import { describe, it } from "mocha";

import { finitePopulations } from "#game/finite/finite.ts";
import { pairwise, symmetricGame } from "./support/games.ts";

const FOLDER = new URL("../../../src/game/finite/", import.meta.url);
const README = readFileSync(new URL("README.md", FOLDER), "utf8");

describe("README of src/game/finite", () => {
  it("tells the truth in its example", () => {
    const [, a, b, c, d, said] =
      /payoffs \(\((.+), (.+)\), \((.+), (.+)\)\).* probability ([\d.]+)\./.exec(README) ?? [];
    const table = [
      [Number(a), Number(b)],
      [Number(c), Number(d)],
    ];
    const { fixation } = finitePopulations(symmetricGame(table), pairwise([100], 1), { seed: 1 });
    const hawk = fixation.find(({ mutant }) => mutant === "s0");
    expect(hawk?.probability.toFixed(5)).to.equal(said);
  });

  it("lists every source that the code names, and no other", () => {
    const code = ["../random.ts", ...readdirSync(FOLDER).filter((file) => file.endsWith(".ts"))]
      .map((file) => readFileSync(new URL(file, FOLDER), "utf8"))
      .join();
    const cited = [...code.matchAll(/\[[A-Z]\w+\d{4}\]/g)].map(([key]) => key);
    const listed = [...README.matchAll(/^- (\[[A-Z]\w+\d{4}\])/gm)].map(([, key]) => key);
    expect(listed).to.deep.equal([...new Set(cited)].toSorted());
  });

  it("stays short", () => {
    expect(README.trimEnd().split("\n").length).to.be.at.most(30);
  });
});
