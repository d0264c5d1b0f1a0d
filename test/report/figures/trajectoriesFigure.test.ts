import { expect } from "chai";
import { describe, it } from "mocha";

import { trajectoriesFigure } from "#report/figures/trajectoriesFigure.ts";
import type { Figure } from "#report/figure.ts";
import { expectSound, marksIn, readCsv, textsIn } from "../support/inspect.ts";
import { newDocument, sampleInput } from "../support/sampleInput.ts";

function figureOf(number: number): Figure {
  const situation = sampleInput().situations[number - 1];
  if (situation === undefined) throw new Error(`no situation ${number}`);
  const { title, measurement, judgement } = situation;
  const { euler, overflowMonth } = judgement;
  return trajectoriesFigure(
    { name: "runs", title, game: measurement, euler, step: 1, overflowMonth, until: 30 },
    newDocument(),
  );
}

describe("trajectoriesFigure", () => {
  it("shows an overflow, the month, and where the run left the shares", () => {
    const figure = figureOf(4);
    expectSound(figure);
    expect(textsIn(figure.svg)).to.include("leaves [0, 1] in month 1 (ringed), overflows in month 9");
    expect(marksIn(figure.svg, "overflow").length).to.equal(1);
    expect(marksIn(figure.svg, "leaves").length).to.equal(2);
    expect(figure.caption).to.contain("supplier at 0.000, retailer at 1.000").and.to.contain("overflows in month 9");
  });

  it("keeps to [0,1] where the run does", () => {
    const figure = figureOf(1);
    expect(textsIn(figure.svg).filter((text) => text === "stays in [0, 1]")).to.have.length(2);
    expect(marksIn(figure.svg, "outside")).to.deep.equal([]);
    expect(marksIn(figure.svg, "state").length).to.equal(2 * 31);
  });

  it("gives both runs in full: the exact one ten times a month, the published one as published", () => {
    const rows = readCsv(figureOf(3).csv).slice(1);
    const exact = rows.filter(([method]) => method === "exact");
    expect(exact.length).to.equal(301 * 2 * 2);
    expect(exact.every(([, , , , share]) => Number(share) >= 0 && Number(share) <= 1)).to.equal(true);
    const euler = sampleInput().situations[2]?.judgement.euler;
    const published = rows.filter(
      ([method, , player, strategy]) => method === "euler" && player === "retailer" && strategy === "cooperate",
    );
    expect(published.map(([, , , , share]) => Number(share))).to.deep.equal(
      euler?.states.map((state) => state[1]?.[0]),
    );
  });
});
