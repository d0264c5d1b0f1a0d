import { eulerTrajectory } from "#game/eulerTrajectory.ts";
import { gapsOf } from "#game/gaps.ts";
import { readState } from "#game/readState.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { field, sharesOf, stateOf, twoByTwo, type Quad } from "./support/twoByTwo.ts";

type Options = Parameters<typeof eulerTrajectory>[2];

function run(quad: Quad, x: number, y: number, options: Options) {
  return eulerTrajectory(gapsOf(twoByTwo(...quad)), readState(stateOf(x, y)), options);
}

describe("eulerTrajectory", () => {
  it("refuses more steps than it would keep", () => {
    expectRefusal(() => run([1, 1, 1, 1], 0.5, 0.5, { until: 1, step: 1e-9 }), "usage", /1000000000 Euler steps/);
  });

  it("adds the step times the field, one state a step", () => {
    const { times, states, steps, status, errorEstimate } = run([-1, 2, 3, -4], 0.3, 0.6, { until: 2, step: 0.25 });
    expect(times).to.deep.equal([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
    let [x, y] = [0.3, 0.6];
    for (const state of states) {
      expect(sharesOf(state)[0]).to.be.closeTo(x, 1e-14);
      expect(sharesOf(state)[1]).to.be.closeTo(y, 1e-14);
      const [dx, dy] = field([-1, 2, 3, -4], x, y);
      [x, y] = [x + 0.25 * dx, y + 0.25 * dy];
    }
    expect({ steps, status, errorEstimate }).to.deep.equal({ steps: 8, status: "completed", errorEstimate: 0 });
  });

  it("shortens the last step to end in time, but not for a rounding of the quotient", () => {
    expect(run([1, 1, 1, 1], 0.5, 0.5, { until: 1, step: 0.4 }).times).to.deep.equal([0, 0.4, 0.8, 1]);
    const sevenths = run([1, 1, 1, 1], 0.5, 0.5, { until: 2.1, step: 0.7 });
    expect(2.1 / 0.7).to.be.above(3);
    expect([sevenths.times.length, sevenths.times.at(-1)]).to.deep.equal([4, 2.1]);
    expect(run([1, 1, 1, 1], 0.5, 0.5, { until: 0, step: 1 }).times).to.deep.equal([0]);
  });

  it("stops before the state that is not finite, and counts its step", () => {
    const { states, status, limit } = run([0.5, -2.5, 4.5, -3.5], 0.5, 0.5, { until: 30, step: 1 });
    let [x, y, step] = [0.5, 0.5, 0];
    while (Number.isFinite(x) && Number.isFinite(y)) {
      const [dx, dy] = field([0.5, -2.5, 4.5, -3.5], x, y);
      [x, y, step] = [x + dx, y + dy, step + 1];
    }
    expect(limit).to.deep.equal({ kind: "left-domain", step, overflow: true });
    expect(status).to.equal("overflow");
    expect(states).to.have.length(step);
    expect(states.at(-1)?.flat().every(Number.isFinite)).to.equal(true);
  });

  it("says when it first left the square without overflowing, also when it came back", () => {
    const { states, limit } = run([0.8, 0.8, 1.8, 1.8], 0.5, 0.5, { until: 30, step: 1 });
    const outside = states.findIndex((state) => sharesOf(state).some((share) => share < 0 || share > 1));
    expect(outside).to.be.above(0);
    expect(limit).to.deep.equal({ kind: "left-domain", step: outside, overflow: false });
  });

  it("names the attracting corner that it is near at the end, and nothing when it is near none", () => {
    const slow = run([-0.5, -0.5, -0.5, -0.5], 0.5, 0.5, { until: 30, step: 1 });
    expect(slow.limit).to.deep.equal({
      kind: "point",
      shares: [
        [0, 1],
        [0, 1],
      ],
    });
    expect(run([-0.5, -0.5, -0.5, -0.5], 0.5, 0.5, { until: 3, step: 1 }).limit.kind).to.equal("unresolved");
    // Beside a source: near a corner, but not an attracting one.
    expect(run([1, 1, 1, 1], 1e-9, 1e-9, { until: 1, step: 0.1 }).limit.kind).to.equal("unresolved");
    // On a rest point it stays.
    expect(run([-1, -1, 1, 1], 0.5, 0.5, { until: 9, step: 1 }).limit).to.deep.equal({
      kind: "point",
      shares: stateOf(0.5, 0.5),
    });
  });

  it("samples lines between its steps at the times asked for, up to an overflow", () => {
    const steps = run([1, 1, 1, 1], 0.5, 0.5, { until: 2, step: 1 }).states.map((state) => sharesOf(state)[0]);
    const sampled = run([1, 1, 1, 1], 0.5, 0.5, { until: 2, step: 1, at: [0, 0.5, 1, 2] });
    expect(sampled.times).to.deep.equal([0, 0.5, 1, 2]);
    const [a = 0, b = 0, c = 0] = steps;
    expect(sampled.states.map((state) => sharesOf(state)[0])).to.deep.equal([a, (a + b) / 2, b, c]);
    const cut = run([0.5, -2.5, 4.5, -3.5], 0.5, 0.5, { until: 30, step: 1, at: [1, 29] });
    expect(cut.times).to.deep.equal([1]);
    expect(cut.status).to.equal("overflow");
  });
});
