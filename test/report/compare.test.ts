import { expect } from "chai";
import { describe, it } from "mocha";

import { compare, isSame } from "#report/compare.ts";
import { offByOneUnit, sampleInput } from "./support/sampleInput.ts";

describe("compare", () => {
  const [situation] = sampleInput().situations;
  if (situation === undefined) throw new Error("no situation");

  it("puts every measured cell beside the formula's", () => {
    const cells = compare(situation);
    expect(cells.map(({ profile, player }) => `${profile.join(" ")} ${player}`)).to.deep.equal([
      "cooperate cooperate supplier",
      "cooperate cooperate retailer",
      "cooperate defect supplier",
      "cooperate defect retailer",
      "defect cooperate supplier",
      "defect cooperate retailer",
      "defect defect supplier",
      "defect defect retailer",
    ]);
    // Table II with Table IV: 50+9+4-12.5, 50+3+4+5-12.5, 50+6-5, 50.
    expect(cells.map(({ measured }) => measured)).to.deep.equal(
      [50.5, 50.5, 49.5, 51, 51, 49.5, 50, 50].map((tokens) => BigInt(tokens * 10) * 10n ** 17n),
    );
    expect(cells.every(({ difference }) => difference === 0n)).to.equal(true);
  });

  it("sees one unit in 10^20", () => {
    const [first] = offByOneUnit(sampleInput()).situations;
    expect(first && compare(first).map(({ difference }) => difference)).to.deep.equal([1n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]);
  });

  it("takes nothing that is missing for equal", () => {
    const { measurement, expectedUnits } = situation;
    const unmeasured = { ...measurement, components: measurement.components.slice(1) };
    expect(compare({ measurement: unmeasured, expectedUnits })[0]).to.include({
      measured: undefined,
      difference: undefined,
    });
    const [, ...known] = expectedUnits;
    expect(compare({ measurement, expectedUnits: known })[0]).to.include({
      expected: undefined,
      difference: undefined,
    });
  });

  it("finds cells by profile, whatever their order", () => {
    const { measurement, expectedUnits } = situation;
    const turned = { measurement, expectedUnits: [...expectedUnits].reverse() };
    expect(compare(turned)).to.deep.equal(compare(situation));
    expect(isSame(["a", "b"], ["a"])).to.equal(false);
  });
});
