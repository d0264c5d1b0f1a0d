import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { situationSection } from "#report/page/situationSection.ts";
import type { ReportInput } from "#report/input.ts";
import { offByOneUnit, sampleInput } from "../support/sampleInput.ts";

function cellsOf(input: ReportInput): readonly Element[] {
  const [situation] = input.situations;
  if (situation === undefined) throw new Error("no situation");
  const { markup } = situationSection(situation, "one", [], { symbol: "AST", decimals: 18 });
  return [...new JSDOM(markup).window.document.querySelectorAll("tbody tr:first-child > *")];
}

describe("situationSection", () => {
  it("puts measured payoffs beside Table II with the difference in units", () => {
    const cells = cellsOf(sampleInput());
    expect(cells.map((cell) => cell.textContent)).to.deep.equal([
      "cooperate / cooperate",
      "50.5",
      "50.5",
      "0",
      "50.5",
      "50.5",
      "0",
    ]);
    expect(cells.filter((cell) => cell.classList.contains("bad"))).to.deep.equal([]);
  });

  it("highlights a difference of one unit", () => {
    const [, measured, expected, difference] = cellsOf(offByOneUnit(sampleInput()));
    expect([measured?.textContent, expected?.textContent]).to.deep.equal(["50.500000000000000001", "50.5"]);
    expect([difference?.textContent, difference?.className]).to.deep.equal(["\u2260 +1", "number bad"]);
  });

  it("says so when a payoff is missing", () => {
    const input = sampleInput();
    const [first] = input.situations;
    if (first === undefined) throw new Error("no situation");
    const measurement = { ...first.measurement, components: first.measurement.components.slice(1) };
    const cells = cellsOf({ ...input, situations: [{ ...first, measurement }] });
    expect(cells.slice(1, 4).map((cell) => cell.textContent)).to.deep.equal(["missing", "50.5", "unknown"]);
    expect(cells[3]?.classList.contains("bad")).to.equal(true);
  });
});
