import { expect } from "chai";
import { describe, it } from "mocha";

import { LEDGER_LINES } from "#report/figures/ledgerLines.ts";
import { sampleInput } from "../support/sampleInput.ts";

describe("LEDGER_LINES", () => {
  it("lists every line that a measurement uses, once", () => {
    const lines = LEDGER_LINES.map(([line]) => line);
    expect(new Set(lines).size).to.equal(lines.length);
    const used = sampleInput().situations.flatMap(({ measurement }) =>
      measurement.components.flatMap((component) => Object.keys(component.lines)),
    );
    expect(lines).to.include.members([...new Set(used), "gas"]);
  });
});
