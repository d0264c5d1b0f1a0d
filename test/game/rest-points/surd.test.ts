import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { integerRoot, signOf, Surd } from "#game/rest-points/surd.ts";

import { forAll } from "../support/twoByTwo.ts";

const integer = fc.integer({ min: -1000, max: 1000 });
const radicand = fc.constantFrom(2n, 3n, 5n, 7n, 1000003n);
const number = ({ p, q, radicand: d }: Surd): number => Number(p) + Number(q) * Math.sqrt(Number(d));

describe("rest-points/surd", () => {
  it("adds, multiplies and negates as the real numbers do (seed 301)", () => {
    forAll(301, 300, [integer, integer, integer, integer, radicand], (a, b, c, d, r) => {
      const [x, y] = [new Surd(BigInt(a), BigInt(b), r), new Surd(BigInt(c), BigInt(d), r)];
      const size = (Math.abs(number(x)) + 1e6) * (Math.abs(number(y)) + 1e6);
      expect(number(x.plus(y))).to.be.closeTo(number(x) + number(y), 1e-8);
      expect(number(x.times(y))).to.be.closeTo(number(x) * number(y), 1e-12 * size);
      expect(x.plus(x.negated()).sign()).to.equal(0);
      expect(x.times(x.conjugate()).q).to.equal(0n);
    });
  });

  it("mixes with integers, which have no root of their own", () => {
    const [root, two] = [new Surd(0n, 1n, 3n), new Surd(2n)];
    expect(two.times(root)).to.deep.equal(root.times(two));
    expect(two.plus(root).times(two)).to.deep.equal(new Surd(4n, 2n, 3n));
  });

  it("decides signs that doubles cannot: Pell's 3650401^2 - 2 * 2581223^2 = -1, and its 30th power", () => {
    let [p, q] = [1n, 1n];
    for (let k = 0; k < 60; k++) {
      const sign = k % 2 === 0 ? -1 : 1;
      expect(new Surd(p, -q, 2n).sign()).to.equal(sign);
      expect(new Surd(-p, q, 2n).sign()).to.equal(-sign);
      [p, q] = [p + 2n * q, p + q];
    }
    expect(new Surd(0n, -1n, 2n).sign()).to.equal(-1);
    expect(new Surd(5n, 0n, 2n).sign()).to.equal(1);
    expect(new Surd(5n, 1n, 2n).sign()).to.equal(1);
    expect(new Surd(0n, 0n, 2n).sign()).to.equal(0);
  });

  it("approximates by integers", () => {
    expect(new Surd(0n, 1n, 2n).scaled(0n)).to.equal(1n);
    expect(new Surd(1n, -10n, 2n).scaled(10n)).to.equal(1024n - 14481n);
  });

  it("takes integer roots (seed 302)", () => {
    forAll(302, 500, [fc.bigInt({ min: 0n, max: 10n ** 60n })], (value) => {
      const root = integerRoot(value);
      expect(root * root <= value && (root + 1n) * (root + 1n) > value).to.equal(true);
      expect(integerRoot(value * value)).to.equal(value);
    });
    expect([0n, 1n, 2n, 3n, 4n, 15n, 16n, 255n, 256n].map(integerRoot)).to.deep.equal([
      0n,
      1n,
      1n,
      1n,
      2n,
      3n,
      4n,
      15n,
      16n,
    ]);
    expect([-5n, 0n, 7n].map(signOf)).to.deep.equal([-1, 0, 1]);
  });
});
