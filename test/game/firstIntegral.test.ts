import { firstIntegral } from "#game/firstIntegral.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { field, forAll, gapQuad, share, stateOf, twoByTwo } from "./support/twoByTwo.ts";

describe("firstIntegral", () => {
  it("has a hand-computed value", () => {
    const value = firstIntegral(twoByTwo(1, 2, 3, 4))(stateOf(0.5, 0.25));
    expect(value).to.be.closeTo(2 * Math.log(0.5) - 4 * Math.log(0.5) - Math.log(0.25) + 3 * Math.log(0.75), 1e-15);
  });

  it("has a gradient orthogonal to the field (seed 34)", () => {
    forAll(34, 200, [gapQuad, share, share], (quad, x, y) => {
      const H = firstIntegral(twoByTwo(...quad));
      const h = 1e-6;
      const slope = (dx: number, dy: number): number =>
        (H(stateOf(x + dx, y + dy)) - H(stateOf(x - dx, y - dy))) / (2 * h);
      const [fx, fy] = field(quad, x, y);
      expect(slope(h, 0) * fx + slope(0, h) * fy).to.be.closeTo(0, 1e-5);
    });
  });

  it("drifts by less than 1e-8 of its size along exact orbits (seed 35)", () => {
    forAll(35, 150, [gapQuad, share, share], (quad, x, y) => {
      const game = twoByTwo(...quad);
      const H = firstIntegral(game);
      const at = [0.1, 1, 3, 10, 30];
      const run = simulate(game, { start: stateOf(x, y), until: 30, at, method: { kind: "exact" } });
      const start = H(stateOf(x, y));
      const scale = Math.max(1, ...quad.map(Math.abs));
      for (const state of run.states) {
        const size = Math.max(scale, ...state.flat().map((s) => scale * Math.abs(Math.log(s))));
        expect(Math.abs(H(state) - start) / size).to.be.below(1e-8);
      }
    });
  });

  it("leaves out what a zero gap multiplies, also on the boundary", () => {
    expect(firstIntegral(twoByTwo(0, 0, 0, 0))(stateOf(0, 1))).to.equal(0);
    expect(firstIntegral(twoByTwo(1, 0, 0, 0))(stateOf(0, 0))).to.equal(Infinity);
  });
});
