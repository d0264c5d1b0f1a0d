import { rootSigns, splitRoots } from "#game/matrix/rootSigns.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";

type Root = readonly [number, number];
/** Real roots, and upper halves of complex pairs. */
const root: fc.Arbitrary<Root> = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2 }));

function withRoots(roots: readonly Root[], lead: bigint): bigint[] {
  return roots.reduce<bigint[]>(
    (p, [a, b]) => {
      const factor = b === 0 ? [BigInt(-a), 1n] : [BigInt(a * a + b * b), BigInt(-2 * a), 1n];
      return Array.from({ length: p.length + factor.length - 1 }, (_, k) =>
        factor.reduce((sum, f, i) => sum + f * (p[k - i] ?? 0n), 0n),
      );
    },
    [lead],
  );
}

describe("matrix/rootSigns", () => {
  it("says on which sides of the imaginary axis roots lie, multiple and symmetric ones too (seed 57)", () => {
    forAll(57, 1500, [fc.array(root, { maxLength: 4 }), fc.constantFrom(1n, -1n, 7n)], (roots, lead) => {
      expect(rootSigns(withRoots(roots, lead))).to.deep.equal({
        positive: roots.some(([a]) => a > 0),
        negative: roots.some(([a]) => a < 0),
        imaginary: roots.some(([a, b]) => a === 0 && b > 0),
        zero: roots.some(([a, b]) => a === 0 && b === 0),
      });
    });
  });

  it("splits off zeros, and the pairs of opposite roots", () => {
    const { zeros, even, rest } = splitRoots(
      withRoots(
        [
          [0, 0],
          [0, 0],
          [0, 2],
          [1, 0],
          [-1, 0],
          [3, 0],
        ],
        1n,
      ),
    );
    expect(zeros).to.equal(2);
    expect(even.map(Number).map((value) => value * Number(even.at(-1)))).to.deep.equal([-4, 3, 1]); // (s + 4)(s - 1)
    expect(rest.map(Number).map((value) => value * Number(rest.at(-1)))).to.deep.equal([-3, 1]);
  });
});
