import { degenerateFate } from "#game/degenerateFate.ts";
import { logistic } from "#game/logOdds.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import {
  forAll,
  magnitudes,
  quads,
  scaled,
  share,
  sharesOf,
  stateOf,
  twoByTwo,
  type Quad,
} from "./support/twoByTwo.ts";

const WITH_ZERO = quads([-1, 0, 1]).filter((quad) => quad.includes(0) && quad.some((sign) => sign !== 0));

function fate([c1, c2, c3, c4]: Quad, x: number, y: number): readonly [number, number] {
  const { u, v } = degenerateFate({ c1, c2, c3, c4 }, { u: Math.log(x / (1 - x)), v: Math.log(y / (1 - y)) });
  return [logistic(u), logistic(v)];
}

describe("degenerateFate", () => {
  it("is where the integrated orbit arrives, in all 64 patterns with a zero (seed 51)", () => {
    forAll(51, 12, [magnitudes, share, share], (sizes, s, t) => {
      const [x, y] = [0.1 + 0.8 * s, 0.1 + 0.8 * t];
      for (const signs of WITH_ZERO) {
        const quad = scaled(signs, sizes);
        const run = simulate(twoByTwo(...quad), {
          start: stateOf(x, y),
          until: 3000,
          at: [3000],
          method: { kind: "exact" },
        });
        const [endX, endY] = sharesOf(run.states[0]);
        const [fateX, fateY] = fate(quad, x, y);
        const distance = Math.hypot(endX - fateX, endY - fateY);
        expect(distance, `${quad.join()} from ${x}, ${y} to ${endX}, ${endY}`).to.be.below(2e-4);
      }
    });
  });

  it("has closed forms where only one gap moves each population", () => {
    // x' = x(1-x)(1-y), y' = y(1-y)(1-x): ln x - ln y is constant.
    expect(fate([1, 1, 0, 0], 0.25, 0.5)[0]).to.be.closeTo(0.5, 1e-15);
    expect(fate([1, 1, 0, 0], 0.25, 0.5)[1]).to.equal(1);
    expect(fate([1, 1, 0, 0], 0.6, 0.2)[1]).to.be.closeTo(1 / 3, 1e-15);
    expect(fate([1, 1, 0, 0], 0.3, 0.3)).to.deep.equal([1, 1]);
    // x' = x(1-x)(1-y), y' = -y(1-y)(1-x): x y is constant.
    expect(fate([1, -1, 0, 0], 0.4, 0.5)[0]).to.equal(1);
    expect(fate([1, -1, 0, 0], 0.4, 0.5)[1]).to.be.closeTo(0.2, 1e-15);
    // x' = x(1-x)(1-y), y' = y(1-y) x: (1-x) y is constant.
    expect(fate([1, 0, 0, 1], 0.4, 0.5)[0]).to.be.closeTo(0.7, 1e-15);
  });

  it("leaves the population alone that never has a preference", () => {
    expect(fate([0, -1, 0, 3], 0.2, 0.9)).to.deep.equal([0.2, 0]);
    expect(fate([0, -1, 0, 3], 0.3, 0.1)[1]).to.equal(1);
    expect(fate([0, -1, 0, 3], 0.25, 0.125)[1]).to.equal(0.125);
  });

  it("lets the edge catch only what starts on its side, c1 > c3 = 0 and c2 > 0 > c4", () => {
    // The edge y = 1 attracts below x = 1/2; the rest tends to (1,0).
    expect(fate([1, 1, 0, -1], 0.1, 0.9)[1]).to.equal(1);
    expect(fate([1, 1, 0, -1], 0.1, 0.9)[0]).to.be.within(0.1, 0.5);
    expect(fate([1, 1, 0, -1], 0.4, 0.1)).to.deep.equal([1, 0]);
    expect(fate([1, 1, 0, -1], 0.6, 0.9)).to.deep.equal([1, 0]);
    // At its end: x(1-x)/y = 1/4 through (x, 4x(1-x)).
    expect(fate([1, 1, 0, -1], 0.2, 0.64 + 1e-9)[0]).to.be.closeTo(0.5, 1e-3);
    expect(fate([1, 1, 0, -1], 0.2, 0.64 - 1e-9)).to.deep.equal([1, 0]);
  });
});
