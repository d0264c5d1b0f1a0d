import { expect } from "chai";
import { describe, it } from "mocha";

import { exactPoint, numeratorAt, oddsBetween } from "#game/rest-points/exactPoint.ts";
import { Surd } from "#game/rest-points/surd.ts";

import { cornersOf } from "./support/cube.ts";

const third = { on: new Surd(1n), off: new Surd(2n) };
const half = { on: new Surd(5n), off: new Surd(5n) };
/** The share 1 / root 2. */
const root = { on: new Surd(1n), off: new Surd(-1n, 1n, 2n) };

describe("rest-points/exactPoint", () => {
  it("finds the mixture at which two values of opposite sign cancel", () => {
    for (const [zero, one] of [
      [1n, -2n],
      [-1n, 2n],
    ] as const) {
      const odds = oddsBetween(new Surd(zero), new Surd(one));
      expect(odds).to.deep.equal(third);
    }
    for (const [zero, one] of [
      [1n, 2n],
      [0n, 2n],
      [1n, 0n],
      [-1n, -1n],
      [0n, 0n],
    ] as const) {
      expect(oddsBetween(new Surd(zero), new Surd(one))).to.equal(undefined);
    }
  });

  it("evaluates exactly, with the first coordinate's bit highest", () => {
    const values = cornersOf(2, (x = 0, y = 0) => 7 + 3 * x + 100 * y);
    const { at, shares, singular } = exactPoint([third, half], true);
    expect(shares).to.deep.equal([
      [1 / 3, 2 / 3],
      [0.5, 0.5],
    ]);
    expect(singular).to.equal(true);
    expect(at(values, 1n)).to.deep.equal({ value: 58, sign: 1 });
    expect(at(values, 10n)).to.deep.equal({ value: 5.8, sign: 1 });
    expect(numeratorAt(values, [third, half])).to.deep.equal(new Surd(58n * 30n));
  });

  it("decides a value of exactly 0 at irrational shares: x y - 1/2 at x = y = 1 / root 2", () => {
    const { at, shares } = exactPoint([root, root], false);
    expect(shares[0]?.[0]).to.be.closeTo(Math.SQRT1_2, 1.2e-16);
    expect(shares[0]?.[1]).to.be.closeTo(1 - Math.SQRT1_2, 1e-16);
    const product = cornersOf(2, (x = 0, y = 0) => 2 * x * y - 1);
    expect(at(product, 1n)).to.deep.equal({ value: 0, sign: 0 });
    const [near, ...rest] = product;
    const off = [(near ?? 0n) * 10n ** 40n - 1n, ...rest.map((value) => value * 10n ** 40n)];
    const { value, sign } = at(off, 10n ** 40n);
    expect(sign).to.equal(-1);
    expect(value / (-((1 - Math.SQRT1_2) ** 2) * 1e-40)).to.be.closeTo(1, 1e-12);
  });

  it("has at a corner the value itself", () => {
    expect(exactPoint([], false).at([-3n], 2n)).to.deep.equal({ value: -1.5, sign: -1 });
  });
});
