import { expect } from "chai";
import { describe, it } from "mocha";

import { payoffsFigure } from "#report/figures/payoffsFigure.ts";
import type { SituationInput } from "#report/input.ts";
import { expectSound, marksIn, readCsv, textsIn } from "../support/inspect.ts";
import { newDocument, offByOneUnit, sampleInput } from "../support/sampleInput.ts";

const TOKEN = { symbol: "AST", decimals: 18 };

function first(input: { readonly situations: readonly SituationInput[] }): SituationInput {
  const [situation] = input.situations;
  if (situation === undefined) throw new Error("no situation");
  return situation;
}

describe("payoffsFigure", () => {
  const situation = first(sampleInput());
  const figure = payoffsFigure("payoffs", situation, TOKEN, newDocument());
  const lines = situation.measurement.components.flatMap((component) => Object.values(component.lines));

  it("has a bar for each line of the ledger, each measured payoff and each of the formula", () => {
    expectSound(figure);
    expect(marksIn(figure.svg, "bar").length).to.equal(lines.length + 2 * 8);
    expect(figure.caption).to.contain("All 8 measured payoffs equal Table II to the last unit.");
    expect(textsIn(figure.svg).filter((text) => text.startsWith("= "))).to.have.length(8);
  });

  it("marks a payoff that is off by one unit, in words and signs", () => {
    const off = payoffsFigure("payoffs", first(offByOneUnit(sampleInput())), TOKEN, newDocument());
    expectSound(off);
    expect(off.caption).to.contain("1 measured payoff of 8 differs from Table II");
    expect(textsIn(off.svg)).to.include.members(["50.500000\u2026", "\u2260 50.5"]);
    expect(readCsv(off.csv)).to.deep.include([
      "cooperate / cooperate",
      "supplier",
      "difference",
      "1",
      "0.000000000000000001",
    ]);
  });

  it("gives all lines, sums, formulas and differences as data", () => {
    const rows = readCsv(figure.csv).slice(1);
    expect(rows.length).to.equal(lines.length + 3 * 8);
    expect(rows).to.deep.include(["cooperate / defect", "retailer", "penalty", "-5000000000000000000", "-5"]);
    expect(rows.filter(([, , line]) => line === "difference").every(([, , , units]) => units === "0")).to.equal(true);
  });
});
