import { expect } from "chai";
import { describe, it } from "mocha";

import { solveFace } from "#game/rest-points/solveFace.ts";

import { cornersOf, integers, randomEquations } from "./support/cube.ts";

const nothing = { points: [], continua: [], degenerate: [], unresolved: [], border: [] };

describe("rest-points/solveFace", () => {
  it("takes a corner for a rest point", () => {
    const { points, ...rest } = solveFace([]);
    expect(points).to.have.length(1);
    expect(points[0]?.shares).to.deep.equal([]);
    expect(rest).to.deep.equal({ continua: [], degenerate: [], unresolved: [], border: [] });
  });

  it("finds an edge at rest exactly where the gap is 0", () => {
    expect(solveFace([[0n, 0n]])).to.deep.include({ points: [], continua: [[[0, 1]]], unresolved: [] });
    expect(solveFace([[0n, 0n]]).degenerate).to.have.length(1);
    expect(solveFace([[1n, 1n]])).to.deep.equal(nothing);
    expect(solveFace([[-1n, -1n]])).to.deep.equal(nothing);
  });

  it("solves two equations: each population's share follows from the other's gap", () => {
    const matching = [cornersOf(2, (_x, y = 0) => 4 * y - 1), cornersOf(2, (x = 0) => 2 - 5 * x)];
    const { points } = solveFace(matching);
    expect(points.map(({ shares }) => shares.map(([share]) => share))).to.deep.equal([[0.4, 0.25]]);
    expect(solveFace([cornersOf(2, (_x, y = 0) => 4 * y - 1), cornersOf(2, (x = 0) => 2 + x)])).to.deep.equal(nothing);
    // Indifferent at the border only.
    expect(solveFace([cornersOf(2, (_x, y = 0) => 4 * y), cornersOf(2, (x = 0) => 2 - 5 * x)])).to.deep.equal(nothing);
  });

  it("finds lines and whole squares at rest", () => {
    const idle = cornersOf(2, () => 0);
    const first = solveFace([idle, cornersOf(2, (x = 0) => 2 - 5 * x)]);
    expect(first).to.deep.include({ points: [], continua: [[[0.4, 0.4], [0, 1]]], unresolved: [] }); // prettier-ignore
    const second = solveFace([cornersOf(2, (_x, y = 0) => 4 * y - 1), idle]);
    expect(second).to.deep.include({ points: [], continua: [[[0, 1], [0.25, 0.25]]], unresolved: [] }); // prettier-ignore
    expect(solveFace([idle, cornersOf(2, () => 3)])).to.deep.equal(nothing);
    expect(solveFace([idle, idle])).to.deep.include({ continua: [[[0, 1], [0, 1]]], unresolved: [] }); // prettier-ignore
    for (const face of [first, second]) expect(face.degenerate).to.have.length(1);
  });

  it("names a population without preference among three or more, unless another one never rests", () => {
    for (const m of [3, 4]) {
      const [, ...others] = randomEquations(m, integers(381, 5));
      const signs = others.map((_, i) => cornersOf(m, (...x) => (x[(i + 2) % m] ?? 0) * 2 - 1));
      const idle = cornersOf(m, () => 0);
      const named = solveFace([idle, ...signs]);
      expect(named.degenerate.join()).to.match(/never has a preference/);
      expect(named.unresolved).to.deep.equal(named.degenerate);
      expect(solveFace([idle, ...signs.slice(1), cornersOf(m, (...x) => 1 + (x[0] ?? 0))])).to.deep.equal(nothing);
    }
  });

  it("hands three populations, and more, to their own solvers", () => {
    for (const m of [3, 4, 5, 6]) {
      // Population i is indifferent where i+1 has the share 1/(i+2): one solution.
      const equations = Array.from({ length: m }, (_, i) =>
        cornersOf(m, (...x) => (i + 2) * (x[(i + 1) % m] ?? 0) - 1),
      );
      const { points, unresolved } = solveFace(equations);
      expect(unresolved).to.deep.equal([]);
      expect(points).to.have.length(1);
      points[0]?.shares.forEach(([share], k) => expect(share).to.be.closeTo(1 / (((k + m - 1) % m) + 2), 1e-16));
    }
  });
});
