import { characteristicPolynomial, multiply } from "#game/matrix/characteristicPolynomial.ts";
import { determinant } from "#game/matrix/linearSystem.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { bigints, matrix } from "./support/games.ts";

describe("matrix/characteristicPolynomial", () => {
  it("is det(z - M) at every z (seed 59)", () => {
    for (const size of [0, 1, 2, 3, 5]) {
      forAll(59, 60, [matrix(size, size, 9)], (rows) => {
        const p = characteristicPolynomial(bigints(rows));
        expect(p).to.have.length(size + 1);
        for (const z of [-3n, 0n, 1n, 7n]) {
          const shifted = bigints(rows).map((row, i) => row.map((value, j) => (i === j ? z : 0n) - value));
          expect(p.reduceRight((sum, value) => sum * z + value, 0n)).to.equal(determinant(shifted));
        }
      });
    }
  });

  it("multiplies rows by columns", () => {
    expect(
      multiply(
        bigints([[1, 2]]),
        bigints([
          [3, 4],
          [5, 6],
        ]),
      ),
    ).to.deep.equal([[13n, 16n]]);
  });
});
