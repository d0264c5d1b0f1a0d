import type { Field } from "#game/dormandPrince.ts";
import { integrate } from "#game/integrate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";

const ROTATION: Field = { du: (_, v) => v, dv: (u) => -u };
const OPTIONS = { from: { u: 1, v: 0 }, until: 10, rtol: 1e-10, atol: 1e-10, firstStep: 0.01, maxSteps: 10_000 };

describe("integrate", () => {
  it("refuses to go on when the steps are used up, a rate is no number, or the time stands still", () => {
    expectRefusal(() => integrate(ROTATION, { ...OPTIONS, maxSteps: 5 }), "usage", /after 5 steps/, /shorter time/);
    const broken: Field = { du: (u) => (u > 1.5 ? Number.NaN : 1), dv: () => 0 };
    expectRefusal(
      () => integrate(broken, OPTIONS),
      "usage",
      /stopped at time 0\.4|stopped at time 0\.2|stopped at time/,
    );
    const jump: Field = { du: (u) => (u < 2 ? 1 : 1e30), dv: () => 0 };
    expectRefusal(() => integrate(jump, { ...OPTIONS, maxSteps: 1e6 }), "usage", /stopped at time/);
  });

  it("ends exactly at the end, after steps of different size, near the solution", () => {
    const { times, points, steps, errorEstimate } = integrate(ROTATION, OPTIONS);
    expect(times[0]).to.equal(0);
    expect(times.at(-1)).to.equal(10);
    expect([times.length, points.length]).to.deep.equal([steps + 1, steps + 1]);
    times.forEach((time, i) => expect(points[i]?.u).to.be.closeTo(Math.cos(time), 1e-8));
    times.slice(1).forEach((time, i) => expect(time).to.be.above(times[i] ?? Infinity));
    expect(errorEstimate).to.be.within(1e-13, 2e-10);
  });

  it("reports exactly the times asked for, between steps and at the ends", () => {
    const at = [0, 0.001, 0.5, 3.3, 9.999, 10];
    const { times, points } = integrate(ROTATION, { ...OPTIONS, at });
    expect(times).to.deep.equal(at);
    at.forEach((time, i) => expect(points[i]?.v).to.be.closeTo(-Math.sin(time), 1e-8));
    expect(integrate(ROTATION, { ...OPTIONS, at: [] }).times).to.deep.equal([]);
    expect(integrate(ROTATION, { ...OPTIONS, at: [4] }).times).to.deep.equal([4]);
  });

  it("rejects steps that err too much, and takes smaller tolerances as an order to be more exact", () => {
    const first = integrate(ROTATION, { ...OPTIONS, firstStep: 0.1 });
    expect(first.rejectedSteps).to.be.above(0);
    expect(first.errorEstimate).to.be.below(2e-10);
    const error = (tolerance: number): number => {
      const run = integrate(ROTATION, { ...OPTIONS, rtol: tolerance, atol: tolerance });
      return Math.abs((run.points.at(-1)?.u ?? 0) - Math.cos(10));
    };
    expect(error(1e-6)).to.be.within(1e-9, 1e-4);
    expect(error(1e-12)).to.be.below(1e-10);
  });

  it("does nothing in no time", () => {
    expect(integrate(ROTATION, { ...OPTIONS, until: 0 })).to.deep.include({ times: [0], steps: 0, errorEstimate: 0 });
  });
});
