import {
  commonFactor,
  countRealRoots,
  degree,
  derivative,
  divide,
  primitive,
  squareFree,
} from "#game/matrix/polynomial.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";

/** The product of (z - root), constant first. */
const withRoots = (roots: readonly number[]): bigint[] =>
  roots.reduce<bigint[]>((p, root) => [0n, ...p].map((value, i) => value - BigInt(root) * (p[i] ?? 0n)), [1n]);
const roots = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 5 });
/** Up to sign. */
const monic = (p: readonly bigint[]): bigint[] => p.map((value) => value * ((p.at(-1) ?? 1n) < 0n ? -1n : 1n));

describe("matrix/polynomial", () => {
  it("makes primitive, differentiates, has a degree", () => {
    expect(primitive([4n, -6n, 0n])).to.deep.equal([2n, -3n]);
    expect(primitive([0n, 0n])).to.deep.equal([]);
    expect(derivative([5n, 3n, 2n])).to.deep.equal([3n, 4n]);
    expect(degree([1n, 2n, 3n])).to.equal(2);
  });

  it("finds common factors and quotients from the roots (seed 54)", () => {
    forAll(54, 200, [roots, roots, roots], (a, b, common) => {
      const [p, q] = [withRoots([...a, ...common]), withRoots([...b, ...common])];
      const rest = [...a, ...common];
      const shared = [...b, ...common].filter((root) => {
        const at = rest.indexOf(root);
        if (at >= 0) rest.splice(at, 1);
        return at >= 0;
      });
      expect(monic(commonFactor(p, q))).to.deep.equal(withRoots(shared));
      const { quotient, remainder } = divide(p, withRoots(common));
      expect([monic(quotient), remainder]).to.deep.equal([withRoots(a), []]);
    });
  });

  it("takes each root once, and counts the real and the negative ones (seed 55)", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 1, max: 2 })), { maxLength: 2 });
    forAll(55, 300, [roots, pairs], (real, complex) => {
      const once = [...new Set(real)];
      expect(monic(squareFree(withRoots(real)))).to.deep.equal(withRoots(once));
      const p = complex.reduce<bigint[]>((product, [a, b]) => {
        const factor = [BigInt(a * a + b * b), BigInt(-2 * a), 1n];
        return Array.from({ length: product.length + 2 }, (_, k) =>
          factor.reduce((sum, f, i) => sum + f * (product[k - i] ?? 0n), 0n),
        );
      }, withRoots(real));
      expect(countRealRoots(p)).to.deep.equal({ all: once.length, negative: once.filter((root) => root < 0).length });
    });
  });
});
