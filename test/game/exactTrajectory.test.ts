import { exactTrajectory } from "#game/exactTrajectory.ts";
import { gapsOf } from "#game/gaps.ts";
import { readState } from "#game/readState.ts";
import type { State } from "#domain/game.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { forAll, gapQuad, rungeKutta, share, sharesOf, stateOf, twoByTwo, type Quad } from "./support/twoByTwo.ts";

const TOLERANCES = { rtol: 1e-11, atol: 1e-11 };

function run(quad: Quad, start: State, until: number, at?: readonly number[]) {
  const options = { ...TOLERANCES, until, ...(at === undefined ? {} : { at }) };
  return exactTrajectory(gapsOf(twoByTwo(...quad)), readState(start), options);
}

describe("exactTrajectory", () => {
  it("agrees with an independent integration in shares (seed 61)", () => {
    forAll(61, 60, [gapQuad, share, share], (quad, x, y) => {
      const [endX, endY] = sharesOf(run(quad, stateOf(x, y), 2, [2]).states[0]);
      const [expectedX, expectedY] = rungeKutta(quad, [x, y], 2, 4000);
      expect(endX).to.be.closeTo(expectedX, 1e-9);
      expect(endY).to.be.closeTo(expectedY, 1e-9);
    });
  });

  it("keeps shares in [0,1], each with its complement (seed 62)", () => {
    forAll(62, 100, [gapQuad, share, share], (quad, x, y) => {
      const { states, times, steps, status } = run(quad, stateOf(x, y), 50);
      expect(status).to.equal("completed");
      expect(steps).to.be.within(1, 5000);
      expect([times[0], times.at(-1)]).to.deep.equal([0, 50]);
      expect(states[0]).to.deep.equal(stateOf(x, y));
      for (const pair of states.flat()) {
        const [a = -1, b = -1] = pair;
        expect(a >= 0 && b >= 0).to.equal(true);
        expect(a + b).to.be.closeTo(1, 1e-15);
      }
    });
  });

  it("follows the logistic curve where the other population does not matter", () => {
    const { states, times } = run([2, 0, 2, 0], stateOf(0.1, 0.3), 20);
    times.forEach((time, i) => {
      const rest = 1 / (1 + Math.exp(2 * time) / 9);
      expect((states[i]?.[0]?.[1] ?? 0) / rest).to.be.closeTo(1, 1e-12);
      expect(states[i]?.[1]?.[0]).to.be.closeTo(0.3, 1e-15);
    });
  });

  it("holds a share of exactly 0 or 1 while the other moves, and both at a corner", () => {
    const edge = run(
      [-1, 2, 3, -4],
      [
        [1, 0],
        [0.5, 0.5],
      ],
      3,
    );
    for (const state of edge.states) expect(state[0]).to.deep.equal([1, 0]);
    expect(edge.states.at(-1)?.[1]?.[0]).to.be.closeTo(1 / (1 + Math.exp(12)), 1e-12);
    expect(edge.limit).to.deep.equal({
      kind: "point",
      shares: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(edge.steps, "constant rates need few steps").to.be.below(12);
    const other = run(
      [-1, 2, 3, -4],
      [
        [0.5, 0.5],
        [0, 1],
      ],
      3,
    );
    for (const state of other.states) expect(state[1]).to.deep.equal([0, 1]);
    expect(other.states.at(-1)?.[0]?.[0]).to.be.closeTo(1 / (1 + Math.exp(3)), 1e-12);
    expect(
      run(
        [-1, 2, 3, -4],
        [
          [0, 1],
          [1, 0],
        ],
        9,
        [4, 9],
      ).states,
    ).to.deep.equal([
      [
        [0, 1],
        [1, 0],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    ]);
  });

  it("stays at a rest point for ever, however its share is rounded", () => {
    const rest = run([-0.5, -0.5, 2.5, 2.5], stateOf(1 / 6, 1 / 6), 1e6);
    expect(rest.times).to.deep.equal([0, 1e6]);
    expect(rest.states[1]).to.deep.equal(stateOf(1 / 6, 1 / 6));
    expect(rest.limit).to.deep.equal({ kind: "point", shares: stateOf(1 / 6, 1 / 6) });
    expect(run([-1, -1, 1, 1], stateOf(0.5, 0.5), 0).times).to.deep.equal([0]);
  });

  it("stays on the separatrix as long as it runs", () => {
    const { states, limit } = run([-1, -1, 1, 1], stateOf(0.3, 0.7), 1000);
    expect(limit).to.deep.equal({ kind: "point", shares: stateOf(0.5, 0.5) });
    expect(sharesOf(states.at(-1))[0]).to.be.closeTo(0.5, 1e-9);
    expect(sharesOf(states.at(-1))[1]).to.be.closeTo(0.5, 1e-9);
  });

  it("takes payoffs and times of a million", () => {
    const fast = run([-1e6, -2e6, 3e6, 1e6], stateOf(0.3, 0.6), 1e6);
    expect(fast.states.at(-1)).to.deep.equal([
      [1, 0],
      [1, 0],
    ]);
    expect(fast.steps).to.be.below(1000);
    expect(run([1e6, -1e6, -1e6, 1e6], stateOf(0.4, 0.5), 1e6).limit.kind).to.equal("closed-orbit");
  });

  it("repeats closed orbits turn by turn", () => {
    const first = run([1, -1, -1, 1], stateOf(0.1, 0.5), 10, [3]);
    if (first.limit.kind !== "closed-orbit") throw new Error("a centre");
    const { period } = first.limit;
    const later = run([1, -1, -1, 1], stateOf(0.1, 0.5), 1e5 * period + 4, [3 + period, 3 + 1000 * period]);
    for (const state of later.states) expect(sharesOf(state)[0]).to.be.closeTo(sharesOf(first.states[0])[0], 1e-9);
    const long = run([1, -1, -1, 1], stateOf(0.1, 0.5), 20 * period);
    expect([long.times[0], long.times.at(-1)]).to.deep.equal([0, 20 * period]);
    expect(long.states).to.have.length(64 * 20 + 1);
    expect(run([1, -1, -1, 1], stateOf(0.1, 0.5), 0).times).to.deep.equal([0]);
  });

  it("runs as much faster as payoffs are scaled up (seed 63)", () => {
    forAll(63, 60, [gapQuad, share, share], (quad, x, y) => {
      const [c1, c2, c3, c4] = quad;
      const slow = run(quad, stateOf(x, y), 8, [1, 8]);
      const fast = run([4 * c1, 4 * c2, 4 * c3, 4 * c4], stateOf(x, y), 2, [0.25, 2]);
      slow.states.flat(2).forEach((value, i) => expect(fast.states.flat(2)[i]).to.be.closeTo(value, 1e-10));
    });
  });

  it("keeps the digits of tiny shares", () => {
    const { states } = run(
      [1, 1, 1, 1],
      [
        [1e-300, 1],
        [1, 1e-200],
      ],
      100,
      [100],
    );
    expect((states[0]?.[0]?.[0] ?? 0) / (1e-300 * Math.exp(100))).to.be.closeTo(1, 1e-9);
    expect((states[0]?.[1]?.[1] ?? 0) / (1e-200 * Math.exp(-100))).to.be.closeTo(1, 1e-9);
  });
});
