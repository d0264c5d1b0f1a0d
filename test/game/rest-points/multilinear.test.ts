import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { atPoint, bitLength, onBox, scaleDown, signOnBox, slope, toDoubles } from "#game/rest-points/multilinear.ts";

import { forAll } from "../support/twoByTwo.ts";
import { cornersOf, multilinear } from "./support/cube.ts";

const values8 = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 });
const point3 = fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 3, maxLength: 3 });

describe("rest-points/multilinear", () => {
  it("evaluates on points as the weighted sum over corners does (seed 321)", () => {
    forAll(321, 200, [values8, point3], (drawn, point) => {
      const values = drawn.map(BigInt);
      const shares = point.map((x) => x / 64);
      const value = atPoint(values, point.map(BigInt), 64n);
      expect(Number(value) / 64 ** 3).to.equal(multilinear(values, shares));
    });
  });

  it("gives the corner values of a smaller box (seed 322)", () => {
    forAll(322, 100, [values8, point3, point3], (drawn, low, high) => {
      const values = drawn.map(BigInt);
      const box = onBox(values, low.map(BigInt), high.map(BigInt), 64n);
      box.forEach((value, corner) => {
        const at = low.map((from, k) => (((corner >> (2 - k)) & 1) === 1 ? (high[k] ?? 0) : from) / 64);
        expect(Number(value) / 64 ** 3).to.equal(multilinear(values, at));
      });
    });
  });

  it("differentiates", () => {
    const values = cornersOf(3, (x = 0, y = 0, z = 0) => 5 * x * y + 7 * z);
    expect(slope(values, 0)).to.deep.equal(cornersOf(3, (_x, y = 0) => 5 * y));
    expect(slope(values, 1)).to.deep.equal(cornersOf(3, (x = 0) => 5 * x));
    expect(slope(values, 2)).to.deep.equal(cornersOf(3, () => 7));
  });

  it("tells one sign from both and from none", () => {
    expect(signOnBox([0n, 3n, 0n])).to.equal(1);
    expect(signOnBox([0n, -3n, -1n])).to.equal(-1);
    expect(signOnBox([0n, 0n])).to.equal(0);
    expect(signOnBox([1n, -1n])).to.equal(undefined);
  });

  it("becomes doubles of size at most 1, wrong by at most 2^-53, whatever the size of the integers (seed 323)", () => {
    forAll(323, 200, [fc.array(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), { minLength: 1 })], (values) => {
      const bits = Math.max(...values.map(bitLength));
      toDoubles(values).forEach((double, i) => {
        expect(Math.abs(double)).to.be.at.most(1);
        const exactly = (values[i] ?? 0n) << 200n;
        const read = BigInt(double * 2 ** 200) << BigInt(bits);
        const error = exactly > read ? exactly - read : read - exactly;
        expect(error <= 1n << BigInt(200 + bits - 53)).to.equal(true);
      });
    });
    expect([...toDoubles([0n, 0n])]).to.deep.equal([0, 0]);
    expect(scaleDown(3n << 2000n, 2001)).to.equal(1.5);
    expect([0n, 1n, -255n, 256n].map(bitLength)).to.deep.equal([0, 1, 8, 9]);
  });
});
