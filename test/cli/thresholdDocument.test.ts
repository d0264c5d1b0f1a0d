import { expect } from "chai";
import { describe, it } from "mocha";

import { documentOfAll, documentOfOne } from "#cli/thresholdDocument.ts";
import type { OneResult } from "#cli/thresholdText.ts";
import { basinSamples } from "#game/threshold/basinSamples.ts";
import { thresholds } from "#game/threshold/thresholds.ts";

import { affineTwoByTwo, exact, gameOf } from "../game/support/affine.ts";

const range = { from: exact(0), fromClosed: true, toClosed: false };
const game = affineTwoByTwo([-4, 1], [-3, 1], [-1, 1], [-0.5, 0]);

function ask(present: string): OneResult {
  const found = thresholds(game, { outcome: [0, 0], present: exact(present), range });
  return { game, present: exact(present), range, found };
}

/** What a reader of the JSON gets. */
const read = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

describe("cli/thresholdDocument", () => {
  it("gives every exact number as a fraction and a double, and leaves out what is not there", () => {
    const result = ask("4.5");
    const samples = basinSamples(game, result.found.outcome, result.found.deciding, [exact(2)]);
    const document = documentOfOne("m", { ...result, samples }, "Exact.");
    expect(read(document)).to.deep.equal(document);
    expect(document).to.deep.include({
      model: "m",
      parameter: "k",
      outcome: [0, 0],
      present: { exact: "9/2", value: 4.5, status: "not-nash" },
      range: { from: { exact: "0", value: 0 }, fromClosed: true, toClosed: false },
      basinAt: [{ at: { exact: "2", value: 2 }, status: "attracting", share: 1, error: 0 }],
      rounding: "Exact.",
    });
    expect(document.gains[3]).to.deep.equal({
      gap: "c4",
      name: '"column" while "row" plays "C"',
      constant: { exact: "1/2", value: 0.5 },
      slope: { exact: "0", value: 0 },
      atPresent: { exact: "1/2", value: 0.5 },
      elasticity: 0,
    });
    expect(document.gains[0]?.zero).to.deep.equal({ exact: "4", value: 4 });
    expect(document.intervals[0]).to.deep.equal({
      fromClosed: false,
      to: { exact: "3", value: 3 },
      toClosed: false,
      status: "attracting",
    });
    expect(document.withinRange[0]).to.deep.include({ from: { exact: "0", value: 0 }, fromClosed: true });
    expect(document.breakpoints[0]).to.deep.include({
      at: { exact: "3", value: 3 },
      below: "attracting",
      here: "nash",
      above: "not-nash",
      vanishing: [{ gap: "c2", name: '"column" while "row" plays "D"' }],
      interior: {
        below: false,
        above: true,
        at: [
          { exact: "0", value: 0 },
          { exact: "1/3", value: 1 / 3 },
        ],
      },
    });
    expect(document.toEss).to.deep.equal({
      kind: "change",
      direction: "decrease",
      to: { exact: "3", value: 3 },
      attained: false,
      change: { exact: "-3/2", value: -1.5 },
      relative: 1 / 3,
    });
  });

  it("names no gap, no interior and no attraction among three populations", () => {
    const three = gameOf(3, (k, _, profile) => (profile === 0 ? k : exact(0)));
    const question = { outcome: [1, 1, 1], present: exact(1), range };
    const document = documentOfOne("m", { game: three, ...question, found: thresholds(three, question) }, "");
    expect(read(document)).to.deep.equal(document);
    expect(document.breakpoints[0]).not.to.have.property("interior");
    expect(document.gains[0]).not.to.have.property("gap");
    expect(document).not.to.have.any.keys("toAttracting", "basinAt");
  });

  it("of all parameters gives the changes and gains of each, in the order given", () => {
    const document = documentOfAll("m", [ask("5"), ask("2")], "Exact.");
    expect(read(document)).to.deep.equal(document);
    expect(document).to.deep.include({ outcome: [0, 0], status: "not-nash" });
    expect(document.parameters.map(({ present }) => present.exact)).to.deep.equal(["5", "2"]);
    expect(document.parameters[1]?.toAttracting).to.deep.equal({ kind: "none" });
    expect(document.parameters[0]?.gains).to.have.length(4);
  });
});
