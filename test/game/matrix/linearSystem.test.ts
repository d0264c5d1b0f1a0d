import { determinant, solveUniquely } from "#game/matrix/linearSystem.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { bigints, matrix } from "./support/games.ts";

describe("matrix/linearSystem", () => {
  it("solves what has one solution, and says nothing of what has none or many", () => {
    expect(
      solveUniquely(
        bigints([
          [2, 1, 5],
          [1, -1, 1],
        ]),
        2,
      ),
    ).to.deep.equal({ numerators: [6n, 3n], denominator: 3n });
    expect(
      solveUniquely(
        bigints([
          [1, 1, 2],
          [2, 2, 4],
        ]),
        2,
      ),
    ).to.equal(undefined);
    expect(
      solveUniquely(
        bigints([
          [1, 1, 2],
          [1, 1, 3],
        ]),
        2,
      ),
    ).to.equal(undefined);
    expect(solveUniquely(bigints([[1, 1, 2]]), 2)).to.equal(undefined);
    expect(
      solveUniquely(
        bigints([
          [0, 2, 2],
          [1, 0, 3],
          [1, 1, 4],
        ]),
        2,
      ),
    ).to.deep.equal({ numerators: [6n, 2n], denominator: 2n });
    expect(
      solveUniquely(
        bigints([
          [0, 2, 2],
          [1, 0, 3],
          [1, 1, 5],
        ]),
        2,
      ),
    ).to.equal(undefined);
  });

  it("has determinants as they are expanded by a row (seed 51)", () => {
    const expand = (rows: readonly (readonly bigint[])[]): bigint =>
      rows.length === 0
        ? 1n
        : (rows[0] ?? []).reduce(
            (sum, value, j) =>
              sum + (j % 2 ? -1n : 1n) * value * expand(rows.slice(1).map((row) => row.filter((_, k) => k !== j))),
            0n,
          );
    for (const size of [0, 1, 2, 3, 4]) {
      forAll(51, 80, [matrix(size, size, 3)], (rows) => {
        expect(determinant(bigints(rows))).to.equal(expand(bigints(rows)));
      });
    }
  });

  it("gives solutions that solve, with a positive denominator (seed 52)", () => {
    forAll(52, 300, [matrix(4, 5, 4)], (rows) => {
      const solution = solveUniquely(bigints(rows), 4);
      expect(solution === undefined).to.equal(determinant(bigints(rows.map((row) => row.slice(0, 4)))) === 0n);
      if (solution === undefined) return;
      expect(solution.denominator > 0n).to.equal(true);
      for (const row of bigints(rows)) {
        const left = solution.numerators.reduce((sum, value, i) => sum + value * (row[i] ?? 0n), 0n);
        expect(left).to.equal((row[4] ?? 0n) * solution.denominator);
      }
    });
  });
});
