import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { provenanceSection } from "#report/page/provenanceSection.ts";
import { sampleInput } from "../support/sampleInput.ts";

describe("provenanceSection", () => {
  const { situations } = sampleInput();
  const tables = (markup: string): readonly HTMLTableElement[] => [
    ...new JSDOM(markup).window.document.querySelectorAll("table"),
  ];

  it("tells gas, chains, parameters and contracts, same contracts once", () => {
    const found = tables(provenanceSection(situations).markup);
    expect(found.map((table) => table.tBodies[0]?.rows.length)).to.deep.equal([12, 5, 5, 3]);
    const [gas, runs, parameters, contracts] = found.map((table) => table.tBodies[0]?.rows[1]?.textContent ?? "");
    expect(gas).to.contain("retailer").and.to.contain("569,376");
    expect(runs)
      .to.contain("31337")
      .and.to.contain("0.8.37")
      .and.to.contain("4 runs, 40 transactions")
      .and.to.contain('"runs":200');
    expect(parameters).to.contain("5.3");
    expect(contracts).to.contain("Deals").and.to.contain("all 5");
  });

  it("names the experiments whose contracts differ", () => {
    const changed = situations.map((situation, index) => {
      const { measurement } = situation;
      const { provenance } = measurement;
      const contracts = provenance.contracts.map((contract) =>
        index === 2 ? { ...contract, codeHash: "0xother" } : contract,
      );
      return { ...situation, measurement: { ...measurement, provenance: { ...provenance, contracts } } };
    });
    const last = tables(provenanceSection(changed).markup).at(-1);
    expect(last?.tBodies[0]?.rows.length).to.equal(6);
    expect(last?.textContent).to.contain("0xotherSituation 3");
  });
});
