import { expect } from "chai";
import { describe, it } from "mocha";

import { characteristic } from "#game/rest-points/characteristic.ts";

import { integers } from "./support/cube.ts";

/** By cofactors, restated. */
function determinant(matrix: readonly (readonly number[])[]): number {
  const [first, ...rest] = matrix;
  if (first === undefined) return 1;
  return first.reduce(
    (sum, value, k) => sum + (k % 2 === 0 ? value : -value) * determinant(rest.map((row) => row.toSpliced(k, 1))),
    0,
  );
}

describe("rest-points/characteristic", () => {
  it("has the values of det(l - A) for every l, on random matrices with a zero diagonal (seed 391)", () => {
    const draw = integers(391, 3);
    for (let run = 0; run < 100; run++) {
      const size = 1 + (run % 6);
      const matrix = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => (i === j ? 0 : draw())),
      );
      const coefficients = characteristic(matrix);
      expect(coefficients).to.have.length(size + 1);
      expect([coefficients[0], coefficients[1]]).to.deep.equal([1, 0]);
      for (const l of [-2, -1, 0, 1, 3]) {
        const shifted = matrix.map((row, i) => row.map((value, j) => (i === j ? l : -value)));
        const value = coefficients.reduce((sum, c) => sum * l + c, 0);
        expect(value).to.be.closeTo(determinant(shifted), 1e-8);
      }
    }
  });
});
