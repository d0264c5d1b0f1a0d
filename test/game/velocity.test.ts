import { analyze } from "#game/analyze.ts";
import { gapsOf } from "#game/gaps.ts";
import { velocity, velocityInto } from "#game/velocity.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { field, forAll, gapQuad, share, stateOf, twoByTwo } from "./support/twoByTwo.ts";

describe("velocity", () => {
  it("is the field of the two-party paper, in both forms (seed 31)", () => {
    forAll(31, 200, [gapQuad, share, share], (quad, x, y) => {
      const game = twoByTwo(...quad);
      const expected = field(quad, x, y);
      const out = new Float64Array(2);
      velocityInto(gapsOf(game), x, y, out);
      velocity(game, stateOf(x, y)).forEach((rate, i) => {
        expect(rate).to.be.closeTo(expected[i] ?? Number.NaN, 1e-14);
        expect(out[i]).to.be.closeTo(rate, 1e-14);
      });
    });
  });

  it("has a hand-computed value: x = 1/2, y = 1/4, gaps 1, 2, 3, 4", () => {
    expect(velocity(twoByTwo(1, 2, 3, 4), stateOf(0.5, 0.25))).to.deep.equal([0.375, 0.5625]);
  });

  it("is zero at every rest point (seed 32)", () => {
    forAll(32, 100, [gapQuad], (quad) => {
      const game = twoByTwo(...quad);
      for (const { shares } of analyze(game).restPoints) {
        for (const rate of velocity(game, shares)) expect(Math.abs(rate)).to.be.below(1e-14);
      }
    });
  });

  it("is defined outside the square for loops, but refuses such a state", () => {
    const out = { 0: 0, 1: 0 };
    velocityInto(gapsOf(twoByTwo(1, 1, 1, 1)), 2, -1, out);
    expect(out).to.deep.equal({ 0: -2, 1: -2 });
    expectRefusal(() => velocity(twoByTwo(1, 1, 1, 1), stateOf(2, 0.5)), "usage", /\[0,1\]/);
  });
});
