import { interpolate, trialStep } from "#game/dormandPrince.ts";
import { stepperOf, type VectorField } from "#game/dynamics/stepper.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

/** u' = u v, v' = v, and w' = 0. */
const GROWTH: VectorField = (point, out) => {
  out[0] = (point[0] ?? 0) * (point[1] ?? 0);
  out[1] = point[1] ?? 0;
  out[2] = 0;
};
const TOLERANCE = { rtol: 1e-9, atol: 1e-9 };

describe("stepperOf", () => {
  it("steps, estimates and interpolates as the pair for two variables does, to the last digit", () => {
    const start = Float64Array.of(1, 1, 5);
    const trial = stepperOf(GROWTH, 3, TOLERANCE)(start, 0.1);
    const step = trialStep({ du: (u, v) => u * v, dv: (_, v) => v }, { u: 1, v: 1 }, 0.1);
    expect([...trial.end]).to.deep.equal([step.end.u, step.end.v, 5]);
    expect(trial.estimate).to.equal(Math.max(Math.abs(step.error.u), Math.abs(step.error.v)));
    expect(trial.error).to.be.closeTo(Math.abs(step.error.u) / (1e-9 + 1e-9 * step.end.u), 1e-6 * trial.error);
    const between = interpolate({ u: 1, v: 1 }, step, 0.1, 0.3);
    expect([...trial.pointAt(0.3)]).to.deep.equal([between.u, between.v, 5]);
    expect([...start]).to.deep.equal([1, 1, 5]);
  });

  it("goes on from an end with its last stage, and from the same start after a rejection, as if it began anew", () => {
    let calls = 0;
    const counted: VectorField = (point, out) => {
      calls++;
      GROWTH(point, out);
    };
    const step = stepperOf(counted, 3, TOLERANCE);
    const first = step(Float64Array.of(1, 1, 0), 0.1);
    expect(calls).to.equal(7);
    const second = step(first.end, 0.2);
    const again = step(first.end, 0.05);
    expect(calls).to.equal(19);
    const third = step(again.end, 0.05);
    const anew = (from: Float64Array, size: number) => [...stepperOf(GROWTH, 3, TOLERANCE)(from.slice(), size).end];
    expect([...second.end]).to.deep.equal(anew(first.end, 0.2));
    expect([...again.end]).to.deep.equal(anew(first.end, 0.05));
    expect([...third.end]).to.deep.equal(anew(again.end, 0.05));
  });

  it("counts what it settles as an error, and takes rates anew from where it settled", () => {
    const falling: VectorField = (point, out) => void (out[0] = (point[0] ?? 0) - 2);
    const settle = (point: Float64Array): number => {
      const moved = Math.max(0, -(point[0] ?? 0));
      point[0] = Math.max(0, point[0] ?? 0);
      return moved;
    };
    const step = stepperOf(falling, 1, { rtol: 1, atol: 0.5, settle });
    const trial = step(Float64Array.of(0.05), 0.1);
    const outside = 2 - 1.95 * Math.exp(0.1);
    expect([...trial.end]).to.deep.equal([0]);
    expect(trial.estimate).to.be.closeTo(-outside, 1e-8);
    expect(trial.error).to.be.closeTo(-outside / 0.5, 1e-8);
    expect([...trial.pointAt(0.99)]).to.deep.equal([0]);
    expect(step(trial.end, 0.1).error).to.be.closeTo((2 * Math.expm1(0.1)) / 0.5, 1e-6);
  });

  it("thinks nothing worse than what is no number", () => {
    const broken: VectorField = (_, out) => void out.fill(Number.NaN);
    expect(stepperOf(broken, 2, TOLERANCE)(Float64Array.of(1, 1), 0.1).error).to.equal(Infinity);
  });
});
