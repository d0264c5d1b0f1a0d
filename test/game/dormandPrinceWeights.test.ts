import { curvature, denseOutput, embedded, fifth, fourth, sixth, third, weighted } from "#game/dormandPrinceWeights.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

/** Times of the stages, as fractions of the step, from the paper. */
const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1] as const;

describe("dormandPrinceWeights", () => {
  it("puts every stage where constant rates lead", () => {
    const ends = [third(1, 1), fourth(1, 1, 1), fifth(1, 1, 1, 1), sixth(1, 1, 1, 1, 1), weighted(1, 1, 1, 1, 1)];
    ends.forEach((end, i) => expect(end).to.be.closeTo(NODES[i + 2] ?? Number.NaN, 1e-14));
  });

  it("integrates powers of time up to t^4 without error, and t^3 with none between the two orders", () => {
    const rates = (power: number) => NODES.map((node) => node ** power);
    for (let power = 0; power <= 4; power++) {
      const [k1 = 0, , k3 = 0, k4 = 0, k5 = 0, k6 = 0, k7 = 0] = rates(power);
      expect(weighted(k1, k3, k4, k5, k6)).to.be.closeTo(1 / (power + 1), 1e-14);
      if (power <= 3) expect(embedded(k1, k3, k4, k5, k6, k7)).to.be.closeTo(0, 1e-15);
      else expect(Math.abs(embedded(k1, k3, k4, k5, k6, k7))).to.be.above(1e-5);
    }
  });

  it("interpolates powers of time up to t^4 without error", () => {
    for (let power = 0; power <= 3; power++) {
      const [k1 = 0, , k3 = 0, k4 = 0, k5 = 0, k6 = 0, k7 = 0] = NODES.map((node) => (2 * node) ** power);
      const course = {
        start: 1,
        end: 1 + 2 * weighted(k1, k3, k4, k5, k6),
        startRate: k1,
        endRate: k7,
        dense: curvature(k1, k3, k4, k5, k6, k7),
      };
      for (const s of [0, 0.3, 0.5, 0.9, 1]) {
        expect(denseOutput(course, 2, s)).to.be.closeTo(1 + (2 * s) ** (power + 1) / (power + 1), 1e-12);
      }
    }
  });
});
