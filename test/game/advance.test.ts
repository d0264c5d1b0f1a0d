import { advance, type Trial } from "#game/advance.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";

const OPTIONS = { until: 10, firstStep: 1, maxSteps: 100 };

/** A number that grows by the size of the step; `error` says how wrong a step of a size is thought to be. */
const counting =
  (error: (size: number) => number) =>
  (point: number, size: number): Trial<number> => ({
    end: point + size,
    error: error(size),
    estimate: size / 100,
    pointAt: (fraction) => point + fraction * size,
  });

describe("advance", () => {
  it("refuses to go on when steps are used up, the error is no number, or time stands still", () => {
    expectRefusal(
      () =>
        advance(
          0,
          counting(() => 0.6),
          { ...OPTIONS, maxSteps: 3 },
        ),
      "usage",
      /after 3 steps/,
    );
    expectRefusal(
      () =>
        advance(
          0,
          counting(() => Number.NaN),
          OPTIONS,
        ),
      "usage",
      /stopped at time 0 of 10/,
    );
    expectRefusal(
      () =>
        advance(
          0,
          counting(() => 2),
          { ...OPTIONS, maxSteps: 1e4 },
        ),
      "usage",
      /shorter time/,
    );
    expectRefusal(
      () =>
        advance(
          0,
          counting(() => Infinity),
          { ...OPTIONS, maxSteps: 1e4 },
        ),
      "usage",
      /stopped/,
    );
  });

  it("reports every accepted step, the last exactly at the end", () => {
    const run = advance(
      0,
      counting((size) => size),
      OPTIONS,
    );
    expect(run.times[0]).to.equal(0);
    expect(run.times.at(-1)).to.equal(10);
    expect(run.end).to.be.closeTo(10, 1e-12);
    expect(run.points).to.have.length(run.steps + 1);
    run.times.forEach((time, i) => expect(run.points[i]).to.be.closeTo(time, 1e-12));
    // Accepted steps are at most 1 long, and the estimate is a hundredth of the longest.
    run.times.slice(1).forEach((time, i) => expect(time - (run.times[i] ?? 0)).to.be.at.most(1 + 1e-12));
    expect(run.errorEstimate).to.be.within(0.009, 0.01);
  });

  it("makes steps at most 5 times longer and shorter, and counts those that it rejects", () => {
    const sizes: number[] = [];
    const run = advance(
      0,
      (point, size) => {
        sizes.push(size);
        return counting((step) => (step > 1 ? 1e9 : 0))(point, size);
      },
      { ...OPTIONS, until: 40 },
    );
    expect(sizes.slice(0, 5)).to.deep.equal([1, 5, 1, 5, 1]);
    expect(run.rejectedSteps).to.be.above(0);
    expect(run.steps + run.rejectedSteps).to.equal(sizes.length);
  });

  it("reports the times asked for and no others, also when there is no time at all", () => {
    const at = [0, 0.25, 3, 9.5, 10];
    const run = advance(
      0,
      counting((size) => size),
      { ...OPTIONS, at },
    );
    expect(run.times).to.deep.equal(at);
    at.forEach((time, i) => expect(run.points[i]).to.be.closeTo(time, 1e-12));
    const none = advance(
      7,
      counting(() => 0),
      { ...OPTIONS, until: 0 },
    );
    expect(none).to.deep.include({ times: [0], points: [7], end: 7, steps: 0, errorEstimate: 0 });
  });
});
