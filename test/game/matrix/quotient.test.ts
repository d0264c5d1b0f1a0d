import { quotient } from "#game/matrix/quotient.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";

describe("matrix/quotient", () => {
  it("is the nearest double, with its sign, and never -0 (seed 56)", () => {
    const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    forAll(56, 500, [whole, whole.filter((n) => n !== 0)], (a, b) => {
      expect(quotient(BigInt(a), BigInt(b))).to.equal(a === 0 ? 0 : a / b);
      expect(quotient(BigInt(a) * 10n ** 60n, BigInt(b) * 10n ** 60n)).to.equal(a === 0 ? 0 : a / b);
    });
    expect(Object.is(quotient(0n, -5n), 0)).to.equal(true);
  });
});
