import { isRescaledZeroSum } from "#game/matrix/isRescaledZeroSum.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { bigints, matrix, transposed, type Matrix } from "./support/games.ts";

const ALL = [0, 1, 2];

const interactions = (a: Matrix): [number, number, number][] =>
  ALL.flatMap((i) =>
    ALL.map((j): [number, number, number] => [
      i,
      j,
      (a[i]?.[j] ?? 0) - (a[0]?.[j] ?? 0) - (a[i]?.[0] ?? 0) + (a[0]?.[0] ?? 0),
    ]),
  );

describe("matrix/isRescaledZeroSum", () => {
  it("sees through factors and through what a player cannot influence, and nothing else (seed 62)", () => {
    const factor = fc.integer({ min: 1, max: 5 });
    const added = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 });
    forAll(62, 300, [matrix(3, 3, 5), factor, factor, added, added], (a, p, q, overColumns, overRows) => {
      const first = a.map((row) => row.map((value, j) => p * value + (overColumns[j] ?? 0)));
      const second = transposed(a.map((row, i) => row.map((value) => -q * value + (overRows[i] ?? 0))));
      expect(isRescaledZeroSum(bigints(first), bigints(second), ALL, ALL)).to.equal(true);
      const constant = interactions(a).every(([, , value]) => value === 0);
      const partners = second.map((row) => row.map((value) => -value));
      expect(isRescaledZeroSum(bigints(first), bigints(partners), ALL, ALL)).to.equal(constant);
      const bent = second.map((row, j) => row.map((value, i) => (i === 1 && j === 1 ? value + 1 : value)));
      // One cell changed: no longer, unless that cell alone was all there is to gain.
      const alone = interactions(a).every(([i, j, value]) => value === 0 || (i === 1 && j === 1));
      if (!alone) expect(isRescaledZeroSum(bigints(first), bigints(bent), ALL, ALL)).to.equal(false);
      expect(isRescaledZeroSum(bigints(first), bigints(bent), [0, 2], ALL)).to.equal(true);
    });
  });
});
