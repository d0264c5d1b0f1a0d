import { logistic, logOdds, softplus, stateAt } from "#game/logOdds.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "./support/twoByTwo.ts";

describe("logOdds", () => {
  it("turns shares into the plane and back (seed 33)", () => {
    forAll(33, 300, [fc.double({ min: -700, max: 700, noNaN: true })], (u) => {
      const [x, xRest] = [logistic(u), logistic(-u)];
      expect(logOdds({ x, xRest, y: 0.5, yRest: 0.5 }).u).to.be.closeTo(u, 1e-13 * (1 + Math.abs(u)));
    });
  });

  it("keeps the boundary: infinite log-odds are shares of exactly 0 and 1", () => {
    const point = logOdds({ x: 0, xRest: 1, y: 1, yRest: 0 });
    expect(point).to.deep.equal({ u: -Infinity, v: Infinity });
    expect(stateAt(point)).to.deep.equal([
      [0, 1],
      [1, 0],
    ]);
    expect(stateAt({ u: 1e300, v: -1e300 })).to.deep.equal([
      [1, 0],
      [0, 1],
    ]);
  });

  it("does not cancel near 1", () => {
    expect(stateAt({ u: 50, v: 0 })).to.deep.equal([
      [1, 1 / (1 + Math.exp(50))],
      [0.5, 0.5],
    ]);
  });

  it("has softplus as the integral of the share, without overflow", () => {
    expect(softplus(0)).to.equal(Math.LN2);
    expect(softplus(1e308)).to.equal(1e308);
    expect(softplus(-1e308)).to.equal(0);
    const h = 1e-5;
    for (const u of [-20, -1, 0.3, 4]) {
      expect((softplus(u + h) - softplus(u - h)) / (2 * h)).to.be.closeTo(logistic(u), 1e-9);
    }
  });
});
