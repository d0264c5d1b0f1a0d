import { hasConstantOfMotion } from "#game/matrix/hasConstantOfMotion.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { bigints, type Matrix } from "./support/games.ts";

/** Five that beat the next two each: zero-sum. */
const FIVE: Matrix = Array.from({ length: 5 }, (_, i) =>
  Array.from({ length: 5 }, (_x, j) => [0, -1, -1, 1, 1][(j - i + 5) % 5] ?? 0),
);

describe("matrix/hasConstantOfMotion", () => {
  it("is known for up to three strategies, and for zero-sum games of more", () => {
    const all = [0, 1, 2, 3, 4];
    const shifted = FIVE.map((row) => row.map((value, j) => value + j));
    const bent = FIVE.map((row, i) => row.map((value, j) => (i === 4 && j === 4 ? 1 : value)));
    expect([FIVE, shifted, bent].map((a) => hasConstantOfMotion(bigints(a), all))).to.deep.equal([true, true, false]);
    expect(hasConstantOfMotion(bigints(bent), [0, 1, 4])).to.equal(true);
    expect(hasConstantOfMotion(bigints(bent), [0, 1, 2, 3])).to.equal(true);
  });
});
