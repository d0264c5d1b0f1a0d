import { expect } from "chai";
import { describe, it } from "mocha";

import { polynomialRoots } from "#game/rest-points/polynomialRoots.ts";

import { integers } from "./support/cube.ts";

/** Coefficients of the product of (l - root). */
function product(roots: readonly number[]): number[] {
  return roots.reduce<number[]>(
    (c, root) => [...c, 0].map((value, i) => value - root * (i === 0 ? 0 : (c[i - 1] ?? 0))),
    [1],
  );
}

describe("rest-points/polynomialRoots", () => {
  it("finds given real roots of any size (seed 401)", () => {
    const draw = integers(401, 1000);
    for (let run = 0; run < 200; run++) {
      const scale = 10 ** ((run % 7) - 3);
      const roots = Array.from({ length: 4 + (run % 3) }, (_, k) => (draw() / 2000 + 2 * k - 5) * scale);
      const found = polynomialRoots(product(roots)).toSorted((a, b) => a[0] - b[0]);
      roots.forEach((root, k) => {
        expect(found[k]?.[0]).to.be.closeTo(root, 1e-8 * scale);
        expect(found[k]?.[1]).to.equal(0);
      });
    }
  });

  it("finds roots of unity, pairs on the imaginary axis, and multiple roots", () => {
    const unity = polynomialRoots([1, 0, 0, 0, 0, 0, -1]);
    for (const [x, y] of unity) {
      expect(Math.hypot(x, y)).to.be.closeTo(1, 1e-14);
      expect(Math.cos(6 * Math.atan2(y, x))).to.be.closeTo(1, 1e-14);
    }
    expect(new Set(unity.map(([x, y]) => Math.round((3 * Math.atan2(y, x)) / Math.PI + 6) % 6)).size).to.equal(6);
    // (l^2 + 1)(l^2 + 4)
    for (const [x, y] of polynomialRoots([1, 0, 5, 0, 4])) {
      expect(x).to.be.closeTo(0, 1e-14);
      expect(Math.min(Math.abs(Math.abs(y) - 1), Math.abs(Math.abs(y) - 2))).to.be.below(1e-14);
    }
    for (const [x, y] of polynomialRoots(product([1, 1, -1, -1]))) {
      expect(Math.abs(Math.abs(x) - 1) + Math.abs(y)).to.be.below(1e-6);
    }
    expect(polynomialRoots([1, 0, 0, 0, 0])).to.deep.equal([0, 0, 0, 0].map(() => [0, 0]));
    for (const [x, y] of polynomialRoots([1, 0, -1, 0, 0]))
      expect(Number.isFinite(x) && Number.isFinite(y)).to.equal(true);
  });
});
