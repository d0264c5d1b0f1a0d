import { readFileSync } from "node:fs";

import { expect } from "chai";
import { describe, it } from "mocha";

import { phasePortrait } from "#report/figures/phasePortrait.ts";
import { newDocument, sampleInput } from "./support/sampleInput.ts";

const README = readFileSync(new URL("../../src/report/README.md", import.meta.url), "utf8");

describe("README of src/report", () => {
  it("tells the truth in its example", () => {
    const game = sampleInput().situations[4]?.measurement;
    if (game === undefined) throw new Error("no fifth situation");
    expect(README).to.contain(`> ${phasePortrait(game, newDocument()).caption}`);
  });

  it("stays short", () => {
    expect(README.trimEnd().split("\n").length).to.be.at.most(30);
  });
});
