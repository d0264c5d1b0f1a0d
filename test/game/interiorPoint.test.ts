import { gapsOf } from "#game/gaps.ts";
import { indifference, interiorPoint } from "#game/interiorPoint.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { field, forAll, gapQuad, sharesOf, twoByTwo } from "./support/twoByTwo.ts";

describe("interiorPoint", () => {
  it("is X5 = (1/6, 1/6) in Situation 5 of the two-party model: saddle, eigenvalues +-5/12", () => {
    const point = interiorPoint(gapsOf(twoByTwo(-0.5, -0.5, 2.5, 2.5)));
    expect(point).to.include({ nash: true, strict: false, trace: 0, stability: "saddle" });
    expect(point?.shares).to.deep.equal([
      [1 / 6, 5 / 6],
      [1 / 6, 5 / 6],
    ]);
    expect(point?.determinant).to.be.closeTo(-25 / 144, 1e-16);
    expect(point?.eigenvalues[0]?.[0]).to.be.closeTo(5 / 12, 1e-15);
    expect(point?.eigenvalues[1]?.[0]).to.be.closeTo(-5 / 12, 1e-15);
  });

  it("is a centre with imaginary eigenvalues in matching pennies", () => {
    const point = interiorPoint(gapsOf(twoByTwo(1, -1, -1, 1)));
    expect(point).to.deep.include({
      determinant: 0.25,
      stability: "centre",
      eigenvalues: [
        [0, 0.5],
        [0, -0.5],
      ],
    });
    expect(sharesOf(point?.shares)).to.deep.equal([0.5, 0.5]);
  });

  it("exists exactly when both products of a population's gaps are negative, and the field vanishes there (seed 15)", () => {
    forAll(15, 300, [gapQuad], (quad) => {
      const [c1, c2, c3, c4] = quad;
      const point = interiorPoint(gapsOf(twoByTwo(...quad)));
      expect(point !== undefined).to.equal(c1 * c3 < 0 && c2 * c4 < 0);
      if (point === undefined) return;
      const [dx, dy] = field(quad, ...sharesOf(point.shares));
      expect(Math.abs(dx) + Math.abs(dy)).to.be.below(1e-14);
      const det = (-c1 * c2 * c3 * c4) / ((c3 - c1) * (c4 - c2));
      expect(point.determinant).to.be.closeTo(det, 1e-13 * Math.abs(det));
      expect(point.stability).to.equal((c3 - c1) * (c4 - c2) > 0 ? "saddle" : "centre");
    });
  });

  it("keeps a share and its complement each to the last digit", () => {
    const point = interiorPoint(gapsOf(twoByTwo(-1e-40, -1e40, 1e40, 1)));
    expect(point?.shares).to.deep.equal([
      [1, 1e-40],
      [1e-80, 1],
    ]);
  });

  it("needs both weights for indifference", () => {
    expect(indifference(-3n, 1n)).to.deep.equal([0.75, 0.25]);
    for (const [off, on] of [
      [0n, 1n],
      [1n, 0n],
      [0n, 0n],
      [1n, 2n],
      [-1n, -2n],
    ] as const) {
      expect(indifference(off, on)).to.equal(undefined);
    }
  });
});
