import { polynomialRoots } from "#game/matrix/polynomialRoots.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";

type Root = readonly [number, number];
const root: fc.Arbitrary<Root> = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 5 }));

function withRoots(roots: readonly Root[]): bigint[] {
  return roots.reduce<bigint[]>(
    (p, [a, b]) => {
      const factor = b === 0 ? [BigInt(-a), 1n] : [BigInt(a * a + b * b), BigInt(-2 * a), 1n];
      return Array.from({ length: p.length + factor.length - 1 }, (_, k) =>
        factor.reduce((sum, f, i) => sum + f * (p[k - i] ?? 0n), 0n),
      );
    },
    [1n],
  );
}

describe("matrix/polynomialRoots", () => {
  it("finds all roots, multiple ones as often as they count, in units of any size (seed 58)", () => {
    const unit = fc.constantFrom(1n, 10n ** 9n, 10n ** 40n);
    forAll(58, 400, [fc.array(root, { maxLength: 5 }), unit], (roots, one) => {
      const expected = roots
        .flatMap(([a, b]): Root[] =>
          b === 0
            ? [[a, 0]]
            : [
                [a, b],
                [a, -b],
              ],
        )
        .toSorted(([a, b], [c, d]) => c - a || d - b);
      const found = polynomialRoots(withRoots(roots), one);
      expect(found).to.have.length(expected.length);
      for (const [a, b] of expected) {
        const near = (found ?? []).filter(([re, im]) => Math.hypot(re * Number(one) - a, im * Number(one) - b) < 1e-6);
        expect(near.length, `${a} ${b}`).to.equal(expected.filter(([c, d]) => c === a && d === b).length);
      }
      for (const [re, im] of found ?? []) expect(Number.isFinite(re) && Number.isFinite(im)).to.equal(true);
    });
  });

  it("gives real and imaginary roots exactly as such, and quadratic ones to the last digits", () => {
    expect(polynomialRoots([3n, 0n, 1n], 1n)).to.deep.equal([
      [0, Math.sqrt(3)],
      [0, -Math.sqrt(3)],
    ]);
    expect(polynomialRoots([0n, 0n, 1n], 1n)).to.deep.equal([
      [0, 0],
      [0, 0],
    ]);
    expect(polynomialRoots([1n, -(10n ** 9n), 1n], 1n)).to.deep.equal([
      [1e9, 0],
      [1e-9, 0],
    ]);
    for (const [, im] of polynomialRoots(
      withRoots([
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
        [5, 0],
      ]),
      1n,
    ) ?? [])
      expect(im).to.equal(0);
  });

  it("says when it does not settle, instead of giving what it has", () => {
    expect(
      polynomialRoots(
        withRoots([
          [1, 1],
          [2, 0],
          [3, 0],
        ]),
        1n,
        1,
      ),
    ).to.equal(undefined);
  });
});
