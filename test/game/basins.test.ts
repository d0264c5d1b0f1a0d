import { basins } from "#game/basins.ts";
import { simulate } from "#game/simulate.ts";
import type { Game } from "#domain/game.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { forAll, magnitudes, sharesOf, stateOf, twoByTwo, unitPoints, type Quad } from "./support/twoByTwo.ts";

/** Share of the basin of the corner where the first population's share is 1. */
function shareOfOne(game: Game): number {
  const found = basins(game).attractors.find(({ shares }) => shares[0]?.[0] === 1);
  return found?.share ?? Number.NaN;
}

/** q [1 + (1-q) pi cot(pi q)]: basin of (1,1) where both gain -g q against defectors, g (1-q) against cooperators. */
function symmetricBasin(q: number): number {
  return q === 0.5 ? 0.5 : q * (1 + ((1 - q) * Math.PI) / Math.tan(Math.PI * q));
}

/** The first population's share after a long run, and in the limit. */
function endAndLimit(quad: Quad, [x, y]: readonly [number, number]): readonly [number, number] {
  const method = { kind: "exact", rtol: 1e-7, atol: 1e-7 } as const;
  const { states, limit } = simulate(twoByTwo(...quad), { start: stateOf(x, y), until: 400, at: [400], method });
  return [sharesOf(states[0])[0], sharesOf(limit.kind === "point" ? limit.shares : undefined)[0]];
}

describe("basins", () => {
  it("refuses games that are not two by two", () => {
    expectRefusal(() => basins({ ...twoByTwo(1, 1, 1, 1), symmetric: true }), "usage");
  });

  it("agrees with the closed form of symmetric games; 0.92241640176425... in Situation 5", () => {
    expect(shareOfOne(twoByTwo(-0.5, -0.5, 2.5, 2.5))).to.be.closeTo(0.9224164017642575, 1e-14);
    for (const q of [0.001, 0.1, 0.25, 1 / 3, 0.5, 0.8, 0.99]) {
      // The closed form wants the saddle at q: the basin of (1,1) shrinks as q grows.
      expect(shareOfOne(twoByTwo(-q, -q, 1 - q, 1 - q)), `q = ${q}`).to.be.closeTo(symmetricBasin(q), 1e-13);
    }
  });

  it("agrees with counted limits of simulated starts, and with their final states", () => {
    const points = unitPoints(46);
    for (const quad of [
      [-1, -0.3, 2, 0.4],
      [2, 0.5, -0.2, -1],
    ] satisfies Quad[]) {
      const share = shareOfOne(twoByTwo(...quad));
      const runs = Array.from({ length: 3000 }, () => endAndLimit(quad, points.next().value ?? [0.5, 0.5]));
      const fraction = runs.filter(([, limit]) => limit === 1).length / runs.length;
      expect(fraction).to.be.closeTo(share, 3.5 * Math.sqrt((share * (1 - share)) / runs.length));
      for (const [end, limit] of runs) expect(Math.round(end)).to.equal(limit);
    }
  });

  it("states an error that its own change of variable keeps (seed 47)", () => {
    forAll(47, 40, [magnitudes], ([a, b, c, d]) => {
      const [one, other] = basins(twoByTwo(-a, -b, c, d)).attractors;
      expect((one?.share ?? 0) + (other?.share ?? 0)).to.be.closeTo(1, 1e-15);
      expect(one?.error).to.be.within(Number.EPSILON, 1e-12);
      // The same game with its populations changed over integrates along the other share.
      const changed = shareOfOne(twoByTwo(-b, -a, d, c));
      expect(shareOfOne(twoByTwo(-a, -b, c, d))).to.be.closeTo(changed, 1e-12);
      // Relabelling the second population's strategies keeps the first one's share.
      expect(shareOfOne(twoByTwo(c, b, -a, -d))).to.be.closeTo(shareOfOne(twoByTwo(-a, -b, c, d)), 1e-12);
    });
  });

  it("does not lose precision when one population is a million times faster", () => {
    // Its share then passes the saddle at once: what decides is the slow share's side of its rest point.
    const slow = shareOfOne(twoByTwo(-1e-6, -1e6, 2e-6, 3e6));
    const fast = shareOfOne(twoByTwo(-1e6, -1e-6, 3e6, 2e-6));
    expect(basins(twoByTwo(-1e-6, -1e6, 2e-6, 3e6)).attractors[0]?.error).to.be.below(1e-13);
    expect(slow).to.be.closeTo(fast, 1e-12);
    expect(slow).to.be.closeTo(0.75, 1e-5);
  });

  it("gives everything to a global attractor, nothing where none attracts or a gap is zero", () => {
    const global = basins(twoByTwo(1, -1, 1, -1));
    expect(global.attractors).to.deep.equal([
      {
        shares: [
          [1, 0],
          [0, 1],
        ],
        share: 1,
        error: 0,
      },
    ]);
    expect(global.method).to.match(/every interior start/);
    expect(basins(twoByTwo(1, -1, -1, 1)))
      .to.deep.include({ attractors: [] })
      .and.property("method")
      .to.match(/closed/);
    const quad: Quad = [0, -1, 1, 1];
    expect(basins(twoByTwo(...quad)).method).to.match(/is zero/);
  });
});
