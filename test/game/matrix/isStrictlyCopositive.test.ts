import { isStrictlyCopositive } from "#game/matrix/isStrictlyCopositive.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { bigints, matrix, type Matrix } from "./support/games.ts";

/** Solves in doubles; undefined when singular. */
function solve(rows: readonly (readonly number[])[]): number[] | undefined {
  const work = rows.map((row) => [...row]);
  for (let c = 0; c < work.length; c++) {
    const sizes = work.map((row, i) => (i < c ? -1 : Math.abs(row[c] ?? 0)));
    const p = sizes.indexOf(Math.max(...sizes));
    const [pivot = [], other = []] = [work[p], work[c]];
    if (Math.abs(pivot[c] ?? 0) < 1e-9) return undefined;
    [work[p], work[c]] = [other, pivot];
    work.forEach((row, i) => {
      const factor = i === c ? 0 : (row[c] ?? 0) / (pivot[c] ?? 1);
      work[i] = row.map((value, j) => value - factor * (pivot[j] ?? 0));
    });
  }
  return work.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

/**
 * Another method: the free block is positive definite by its leading minors, and no face of the simplex of the signed
 * elements has a stationary point, the free ones chosen best, where the form is not positive.
 */
function restated(m: Matrix, free: number, size: number): boolean {
  const minor = (k: number): number => {
    if (k === 0) return 1;
    const block = m.slice(0, k).map((row) => row.slice(0, k));
    const expand = (rows: readonly (readonly number[])[]): number =>
      rows.length === 0
        ? 1
        : (rows[0] ?? []).reduce(
            (sum, v, j) => sum + (j % 2 ? -v : v) * expand(rows.slice(1).map((r) => r.filter((_, i) => i !== j))),
            0,
          );
    return expand(block);
  };
  for (let k = 1; k <= free; k++) if (minor(k) <= 0) return false;
  for (let set = 1; set < 2 ** (size - free); set++) {
    const face = Array.from({ length: size }, (_, i) => i).filter((i) => i < free || (set & (1 << (i - free))) !== 0);
    const rows = face.map((i) => [...face.map((j) => m[i]?.[j] ?? 0), i < free ? 0 : -1, 0]);
    const z = solve([...rows, [...face.map((i) => (i < free ? 0 : 1)), 0, 1]]);
    if (z === undefined) continue;
    const inside = face.every((i, k) => i < free || (z[k] ?? 0) > 1e-9);
    if (inside && (z.at(-1) ?? 0) <= 1e-9) return false;
  }
  return true;
}

describe("matrix/isStrictlyCopositive", () => {
  it("knows textbook forms: Horn's is copositive but not strictly, and more of it is", () => {
    const horn = Array.from({ length: 5 }, (_, i) =>
      Array.from({ length: 5 }, (_x, j) => ([1, 4].includes(Math.abs(i - j)) ? -1 : 1)),
    );
    const more = horn.map((row, i) => row.map((value, j) => 100 * value + (i === j ? 1 : 0)));
    const less = horn.map((row, i) => row.map((value, j) => 100 * value - (i === j ? 1 : 0)));
    const all = [0, 1, 2, 3, 4];
    expect([horn, more, less].map((form) => isStrictlyCopositive(bigints(form), all))).to.deep.equal([
      false,
      true,
      false,
    ]);
    // With a free element the form would have to be definite in it.
    expect(isStrictlyCopositive(bigints(more), [0, 1, 2, 3])).to.equal(false);
    expect(isStrictlyCopositive([], [])).to.equal(true);
    // The square of a sum: of rank one, all cofactors zero.
    expect(isStrictlyCopositive(bigints(Array.from({ length: 3 }, () => [1, 1, 1])), [0, 1, 2])).to.equal(true);
    expect(
      isStrictlyCopositive(
        bigints([
          [1, 5],
          [5, 1],
        ]),
        [0, 1],
      ),
    ).to.equal(true);
    expect(
      isStrictlyCopositive(
        bigints([
          [1, 5],
          [5, 1],
        ]),
        [],
      ),
    ).to.equal(false);
    expect(
      isStrictlyCopositive(
        bigints([
          [1, 5],
          [5, 1],
        ]),
        [1],
      ),
    ).to.equal(false);
  });

  it("agrees with the stationary points of all faces (seed 60)", () => {
    let positive = 0;
    const shape = fc
      .integer({ min: 1, max: 4 })
      .chain((size) =>
        fc.tuple(fc.integer({ min: 0, max: size }), matrix(size, size, 3), fc.integer({ min: 0, max: 4 })),
      );
    forAll(60, 2000, [shape], ([free, rows, bonus]) => {
      const size = rows.length;
      const form = rows.map((row, i) => row.map((value, j) => value + (rows[j]?.[i] ?? 0) + (i === j ? 2 * bonus : 0)));
      const signed = form.map((_, i) => i).slice(free);
      const found = isStrictlyCopositive(bigints(form), signed);
      expect(found, JSON.stringify({ form, free })).to.equal(restated(form, free, size));
      if (found) positive++;
    });
    expect(positive).to.be.within(200, 1800);
  });
});
