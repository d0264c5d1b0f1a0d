import type { Dynamics } from "#game/dynamics/dynamics.ts";
import { eulerDynamics } from "#game/dynamics/eulerDynamics.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { eulerTrajectory } from "#game/eulerTrajectory.ts";
import { gapsOf } from "#game/gaps.ts";
import { readState } from "#game/readState.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { onePopulation, rockPaperScissors } from "../support/games.ts";
import { expectRefusal } from "../support/refusal.ts";
import { forAll, gapQuad, share, sharesOf, stateOf, twoByTwo } from "../support/twoByTwo.ts";

const REPLICATOR: Dynamics = { kind: "replicator" };
const RPS = populationsOf(rockPaperScissors(1, 1));
const OPTIONS = { start: [[0.5, 0.25, 0.25]], until: 1, step: 0.5 };

describe("eulerDynamics", () => {
  it("takes the steps of the two-by-two code (seed 91)", () => {
    forAll(91, 60, [gapQuad, share, share], (quad, x, y) => {
      const game = twoByTwo(...quad);
      const options = { until: 2.3, step: 0.1 };
      const known = eulerTrajectory(gapsOf(game), readState(stateOf(x, y)), options);
      const found = eulerDynamics(populationsOf(game), REPLICATOR, { ...options, start: stateOf(x, y) });
      expect(found.times).to.deep.equal(known.times);
      known.states.forEach((state, i) => {
        const [p, q] = sharesOf(state);
        const [a, b] = sharesOf(found.states[i]);
        expect(a).to.be.closeTo(p, 1e-12);
        expect(b).to.be.closeTo(q, 1e-12);
      });
      if (known.limit.kind === "left-domain") expect(found.limit).to.deep.equal(known.limit);
    });
  });

  it("by hand: rock, paper, scissors from (1/2, 1/4, 1/4) with step 1/2, and between steps on a line", () => {
    const { states, limit, steps } = eulerDynamics(RPS, REPLICATOR, OPTIONS);
    expect(steps).to.equal(2);
    // Payoffs 0, 1/4, -1/4.
    expect(states[1]).to.deep.equal([[0.5, 0.28125, 0.21875]]);
    expect(limit.kind).to.equal("unresolved");
    const some = eulerDynamics(RPS, REPLICATOR, { ...OPTIONS, at: [0.25, 0.5, 1] });
    expect(some.times).to.deep.equal([0.25, 0.5, 1]);
    expect(some.states[0]).to.deep.equal([[0.5, 0.265625, 0.234375]]);
    expect(some.states.slice(1)).to.deep.equal(states.slice(1));
  });

  it("shortens the last step, and stays at a rest point", () => {
    expect(eulerDynamics(RPS, REPLICATOR, { ...OPTIONS, step: 0.4 }).times).to.deep.equal([0, 0.4, 0.8, 1]);
    const short = eulerDynamics(RPS, REPLICATOR, { ...OPTIONS, until: 0.5, step: 0.4 }).states;
    const [[p = 0, q = 0, rest = 0] = []] = short[1] ?? [];
    expect(short[2]?.[0]?.[0]).to.be.closeTo(p + 0.1 * p * (rest - q), 1e-15);
    expect(eulerDynamics(RPS, REPLICATOR, { ...OPTIONS, until: 0 }).times).to.deep.equal([0]);
    const hawks = populationsOf(onePopulation([[-3.5, 3], [0, 1.5]])); // prettier-ignore
    const still = eulerDynamics(hawks, REPLICATOR, { start: [[0.3, 0.7]], until: 500, step: 1 });
    expect(still.limit).to.deep.equal({ kind: "point", shares: [[0.3, 0.7]] });
    for (const state of still.states) expect(state).to.deep.equal([[0.3, 0.7]]);
  });

  it("leaves [0,1] without a clamp and may overflow, at steps that it names", () => {
    const smith = eulerDynamics(populationsOf(onePopulation([[1, 1], [0, 0]])), { kind: "smith" }, { start: [[0, 1]], until: 6, step: 3 }); // prettier-ignore
    // x' is the other share: from (0, 1) to (3, -2), and on by 3 times -2.
    expect(smith.states.map(([shares = []]) => shares[0])).to.deep.equal([0, 3, -3]);
    expect(smith.limit).to.deep.equal({ kind: "left-domain", step: 1, overflow: false });
    const wild = eulerDynamics(RPS, REPLICATOR, { start: [[0.6, 0.3, 0.1]], until: 1e4, step: 50 });
    expect(wild.status).to.equal("overflow");
    expect(wild.limit).to.deep.include({ kind: "left-domain", overflow: true, step: wild.steps + 1 });
    for (const one of wild.states.flat(2)) expect(Number.isFinite(one)).to.equal(true);
    expect(eulerDynamics(RPS, REPLICATOR, { start: [[0.6, 0.3, 0.1]], until: 1e4, step: 50, at: [0, 1e4] }).times).to.deep.equal([0]); // prettier-ignore
  });

  it("refuses more steps than can be kept", () => {
    expectRefusal(() => eulerDynamics(RPS, REPLICATOR, { ...OPTIONS, step: 1e-9 }), "usage", /1000000000 Euler steps/);
  });
});
