import { CORNERS, cornerEigenvalues, cornerState } from "#game/corners.ts";
import { gapsOf } from "#game/gaps.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { field, forAll, gapQuad, twoByTwo } from "./support/twoByTwo.ts";

describe("corners", () => {
  it("come in the order X1 to X4 of the two-party paper", () => {
    expect(CORNERS).to.deep.equal([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(cornerState([1, 0])).to.deep.equal([
      [1, 0],
      [0, 1],
    ]);
  });

  it("have the eigenvalues of the paper's Jacobians", () => {
    const gaps = gapsOf(twoByTwo(1, 2, 3, 4));
    expect(CORNERS.map((corner) => cornerEigenvalues(gaps, corner))).to.deep.equal([
      [1, 2],
      [3, -2],
      [-1, 4],
      [-3, -4],
    ]);
  });

  it("have no negative zero among them", () => {
    const gaps = gapsOf(twoByTwo(0, 0, 0, 0));
    for (const value of CORNERS.flatMap((corner) => cornerEigenvalues(gaps, corner)))
      expect(Object.is(value, 0)).to.equal(true);
  });

  it("have the field's derivatives as eigenvalues (seed 12)", () => {
    forAll(12, 100, [gapQuad], (quad) => {
      const gaps = gapsOf(twoByTwo(...quad));
      const h = 1e-6;
      for (const [x, y] of CORNERS) {
        const [inX, inY] = [x === 1 ? 1 - h : h, y === 1 ? 1 - h : h];
        const numeric = [field(quad, inX, y)[0] / (inX - x), field(quad, x, inY)[1] / (inY - y)];
        cornerEigenvalues(gaps, [x, y]).forEach((value, i) => expect(numeric[i]).to.be.closeTo(value, 1e-4));
      }
    });
  });
});
