import { interpolate, trialStep, type Field } from "#game/dormandPrince.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

/** A pendulum whose rates are swapped halfway: u' = v, v' = -u, solved by cosine and sine. */
const ROTATION: Field = { du: (_, v) => v, dv: (u) => -u };
/** u' = u v, v' = v: u = exp(e^t - 1), v = e^t from 1, 1; both variables matter to the first rate. */
const GROWTH: Field = { du: (u, v) => u * v, dv: (_, v) => v };

function growthError(h: number): readonly [number, number, number] {
  const from = { u: 1, v: 1 };
  const step = trialStep(GROWTH, from, h);
  const exact = (t: number): number => Math.exp(Math.expm1(t));
  const middle = interpolate(from, step, h, 0.4);
  return [step.end.v - Math.exp(h), step.error.v, middle.u - exact(0.4 * h)];
}

describe("trialStep", () => {
  it("errs in the sixth power of its size, estimates in the fifth, and interpolates with an error in the fifth", () => {
    const [end, estimate, middle] = growthError(0.1);
    const [endHalf, estimateHalf, middleHalf] = growthError(0.05);
    expect(Math.log2(end / endHalf)).to.be.closeTo(6, 0.2);
    expect(Math.log2(estimate / estimateHalf)).to.be.closeTo(5, 0.2);
    expect(Math.log2(middle / middleHalf)).to.be.closeTo(5, 0.2);
    expect(Math.abs(estimate)).to.be.above(10 * Math.abs(end));
  });

  it("turns by the angle of the step", () => {
    const { end, startRate, endRate } = trialStep(ROTATION, { u: 1, v: 0 }, 0.1);
    expect(end.u).to.be.closeTo(Math.cos(0.1), 1e-9);
    expect(end.v).to.be.closeTo(-Math.sin(0.1), 1e-9);
    expect(startRate).to.deep.equal({ u: 0, v: -1 });
    expect(endRate).to.deep.equal({ u: end.v, v: -end.u });
  });

  it("is exact for constant rates, and its interpolation meets both ends", () => {
    const from = { u: 2, v: -1 };
    const step = trialStep({ du: () => 3, dv: () => -4 }, from, 2);
    expect(step.end.u).to.be.closeTo(8, 1e-14);
    expect(step.end.v).to.be.closeTo(-9, 1e-14);
    expect(Math.abs(step.error.u) + Math.abs(step.error.v)).to.be.below(1e-14);
    expect(interpolate(from, step, 2, 0)).to.deep.equal(from);
    expect(interpolate(from, step, 2, 1).u).to.be.closeTo(8, 1e-14);
    expect(interpolate(from, step, 2, 0.5).v).to.be.closeTo(-5, 1e-14);
  });
});
