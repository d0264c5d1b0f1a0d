import { expect } from "chai";
import { describe, it } from "mocha";

import { inverse } from "#game/rest-points/inverse.ts";

import { integers } from "./support/cube.ts";

describe("rest-points/inverse", () => {
  it("inverts random matrices up to 6 x 6 (seed 351)", () => {
    const draw = integers(351, 100);
    for (let run = 0; run < 200; run++) {
      const size = 1 + (run % 6);
      const matrix = Array.from({ length: size }, () => Array.from({ length: size }, draw));
      const found = inverse(matrix);
      if (found === undefined) continue;
      const scale = Math.max(...found.flat().map(Math.abs)) * 100;
      matrix.forEach((row, i) =>
        row.forEach((_, j) => {
          const product = row.reduce((sum, value, k) => sum + value * (found[k]?.[j] ?? 0), 0);
          expect(product).to.be.closeTo(i === j ? 1 : 0, 1e-13 * scale);
        }),
      );
    }
  });

  it("needs pivots, and refuses what is singular or not finite", () => {
    expect(
      inverse([
        [0, 2],
        [4, 0],
      ]),
    ).to.deep.equal([
      [0, 0.25],
      [0.5, 0],
    ]);
    expect(
      inverse([
        [1, 2],
        [2, 4],
      ]),
    ).to.equal(undefined);
    expect(inverse([[0]])).to.equal(undefined);
    expect(inverse([[Number.NaN]])).to.equal(undefined);
    expect(inverse([[Infinity]])).to.equal(undefined);
  });
});
