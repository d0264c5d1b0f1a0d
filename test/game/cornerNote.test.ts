import { analyze } from "#game/analyze.ts";
import { cornerNote } from "#game/cornerNote.ts";
import { CORNERS } from "#game/corners.ts";
import { gapsOf } from "#game/gaps.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { quads, sharesOf, stateOf, twoByTwo, type Quad } from "./support/twoByTwo.ts";

const NEAR = 1e-3;

/** How far orbits get that start at a distance of about NEAR, in units of it. */
function excursion(quad: Quad, [x, y]: readonly [0 | 1, 0 | 1]): number {
  let farthest = 0;
  for (const [p, q] of [
    [NEAR, NEAR],
    [NEAR, NEAR / 4],
    [NEAR / 4, NEAR],
    [NEAR, 0],
    [0, NEAR],
  ] as const) {
    const start = stateOf(x === 1 ? 1 - p : p, y === 1 ? 1 - q : q);
    const run = simulate(twoByTwo(...quad), {
      start,
      until: 40_000,
      method: { kind: "exact", rtol: 1e-6, atol: 1e-6 },
    });
    for (const state of run.states) {
      const [a, b] = sharesOf(state);
      farthest = Math.max(farthest, Math.abs(a - x) / NEAR, Math.abs(b - y) / NEAR);
    }
  }
  return farthest;
}

describe("cornerNote", () => {
  it("calls a degenerate corner stable exactly when integrated orbits stay near it, in all 65 patterns", () => {
    let notes = 0;
    for (const quad of quads([-1, 0, 1])) {
      analyze(twoByTwo(...quad))
        .restPoints.slice(0, 4)
        .forEach(({ note }, i) => {
          const corner = CORNERS[i];
          if (note === undefined || corner === undefined) return;
          notes++;
          const stable = /Lyapunov stable|Every state is a rest point/.test(note);
          const unstable = /unstable/.test(note);
          expect(stable, note).to.equal(!unstable);
          const reach = excursion(quad, corner);
          expect(stable ? reach < 4 : reach > 100, `${quad.join()} ${corner.join()} ${reach} ${note}`).to.equal(true);
        });
    }
    expect(notes).to.equal(65 * 4 - degenerateFreeCorners());
  });

  it("names the population, the strategy that leaves it indifferent, and what decides", () => {
    const game = twoByTwo(0, -1, 1, 1);
    expect(cornerNote(game, gapsOf(game), [0, 0])).to.match(
      /eigenvalue of "row" is zero.*against "D" of "column".*other eigenvalue is negative/,
    );
    const other = twoByTwo(1, 1, 1, 0);
    expect(cornerNote(other, gapsOf(other), [1, 0])).to.match(/eigenvalue of "column" is zero.*against "C" of "row"/);
    const both = twoByTwo(0, 0, 1, 1);
    expect(cornerNote(both, gapsOf(both), [0, 0])).to.match(/"row" is zero.*"column" is zero.*second order.*unstable/);
  });
});

/** Corners of degenerate patterns at which both eigenvalues differ from zero. */
function degenerateFreeCorners(): number {
  return quads([-1, 0, 1])
    .filter((quad) => quad.includes(0))
    .map(
      ([c1, c2, c3, c4]) =>
        [
          [c1, c2],
          [c3, c2],
          [c1, c4],
          [c3, c4],
        ].filter((pair) => !pair.includes(0)).length,
    )
    .reduce((sum, n) => sum + n, 0);
}
