import { expect } from "chai";
import { describe, it } from "mocha";

import { exactPoint } from "#game/rest-points/exactPoint.ts";
import { mixedBlock } from "#game/rest-points/mixedBlock.ts";
import { Surd } from "#game/rest-points/surd.ts";

import { cornersOf } from "./support/cube.ts";

const half = { on: new Surd(1n), off: new Surd(1n) };
/** All m populations at 1/2, where gap i is the sum of entry [i][j] (2 x_j - 1): the Jacobian is entry / 2. */
function block(entries: readonly (readonly number[])[], singular = false) {
  const gaps = entries.map((row) =>
    cornersOf(row.length, (...x) => row.reduce((total, entry, j) => total + entry * (2 * (x[j] ?? 0) - 1), 0)),
  );
  return mixedBlock(
    exactPoint(
      entries.map(() => half),
      singular,
    ),
    gaps,
    1n,
  );
}

describe("rest-points/mixedBlock", () => {
  it("names what two and three populations do among themselves", () => {
    const saddle = block([[0, 2], [2, 0]]); // prettier-ignore
    expect(saddle).to.deep.equal({ kind: "saddle", determinant: -1, eigenvalues: [[1, 0], [-1, 0]] }); // prettier-ignore
    const centre = block([[0, 2], [-2, 0]]); // prettier-ignore
    expect(centre).to.deep.equal({ kind: "centre", determinant: 1, eigenvalues: [[0, 1], [0, -1]] }); // prettier-ignore
    const cycle = block([[0, 2, 0], [0, 0, 2], [-2, 0, 0]]); // prettier-ignore
    expect(cycle.kind).to.equal("saddle");
    expect(cycle.determinant).to.be.closeTo(-1, 1e-15);
    expect(block([])).to.deep.equal({ kind: "none", determinant: 1, eigenvalues: [] });
    expect(block([[0, 2, 0], [2, 0, 2], [0, 2, 0]], true)).to.deep.include({ kind: "singular", determinant: 0 }); // prettier-ignore
  });

  it("multiplies slopes by x (1 - x) of the population that moves", () => {
    const third = { on: new Surd(1n), off: new Surd(2n) };
    const gaps = [cornersOf(2, (_x, y = 0) => 2 * y - 1), cornersOf(2, (x = 0) => 30 * x - 10)];
    const { eigenvalues, determinant } = mixedBlock(exactPoint([third, half], false), gaps, 10n);
    // (2/9)(2/10) and (1/4)(30/10)
    expect(determinant).to.be.closeTo(-(2 / 9) * 0.2 * 0.25 * 3, 1e-16);
    expect(eigenvalues[0]?.[0]).to.be.closeTo(Math.sqrt((2 / 9) * 0.2 * 0.25 * 3), 1e-16);
  });

  it("tells four populations that circle in pairs from those of which one flees", () => {
    const pairs = (a: number, b: number, c: number, d: number) => block([[0, a, 0, 0], [b, 0, 0, 0], [0, 0, 0, c], [0, 0, d, 0]]); // prettier-ignore
    expect(pairs(2, -2, 3, -5).kind).to.equal("imaginary");
    expect(pairs(2, -2, 3, 5).kind).to.equal("unstable"); // an imaginary pair beside a positive one
    expect(pairs(2, 2, 3, 5).kind).to.equal("unstable"); // all real, which its polynomial, even, leaves to doubt
    expect(pairs(1000, -1000, 1, 1).kind).to.equal("unstable"); // by a factor of a thousand, and by its coefficients
    // Real parts of both signs and an even polynomial: (l^2 + 2 l + 5)(l^2 - 2 l + 5) = l^4 + 6 l^2 + 25.
    const quartet = block([[0, 2, 0, 0], [0, 0, 2, 0], [0, -12, 0, 2], [-50, 0, 0, 0]]); // prettier-ignore
    expect(quartet.eigenvalues[0]?.[0]).to.be.closeTo(1, 1e-12);
    expect(quartet.kind).to.equal("unstable");
    const ring = block([[0, 2, 0, 1], [1, 0, 2, 0], [0, -1, 0, 2], [2, 0, 1, 0]]); // prettier-ignore
    const circling = ring.eigenvalues.some(([real]) => Math.abs(real) < 1e-9);
    expect(ring.kind).to.equal(circling ? "unstable" : "saddle");
  });

  it("calls five and six populations a saddle when none of their eigenvalues is imaginary", () => {
    for (const m of [5, 6]) {
      const cycle = Array.from({ length: m }, (_, i) =>
        Array.from({ length: m }, (_, j) => (j === (i + 1) % m ? 2 : j === (i + 2) % m ? 1 : 0)),
      );
      const { kind, eigenvalues } = block(cycle);
      expect(Math.min(...eigenvalues.map(([real]) => Math.abs(real)))).to.be.greaterThan(0.01);
      expect(kind).to.equal("saddle");
    }
    const four = [[0, 2, 0, 1], [0, 0, 2, 0], [2, 0, 0, 1], [1, 0, 0, 0]]; // prettier-ignore
    expect(block(four).kind).to.equal("saddle");
    const besides = [[0, 2, 0, 0, 0, 0], [-2, 0, 0, 0, 0, 0], ...four.map((row) => [0, 0, ...row])]; // prettier-ignore
    expect(block(besides).kind).to.equal("unstable");
    // A pair that circles, and a cycle of three or four apart from it.
    for (const m of [5, 6]) {
      const apart = Array.from({ length: m }, (_, i) =>
        Array.from({ length: m }, (_, j) => {
          if (i < 2 || j < 2) return i + j === 1 ? 2 * (j - i) : 0;
          return j === (i === m - 1 ? 2 : i + 1) ? 2 : 0;
        }),
      );
      expect(block(apart).kind).to.equal("unstable");
    }
  });
});
