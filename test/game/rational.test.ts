import { compare, minus, over, plus, rational, signOf, textOf, times, toDouble } from "#game/rational.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { forAll } from "./support/twoByTwo.ts";

const fraction = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }))
  .map(([n, d]) => rational(BigInt(n), BigInt(d)));

describe("rational", () => {
  it("keeps lowest terms and a positive denominator, so that equal values look alike", () => {
    expect(rational(6n, -4n)).to.deep.equal({ numerator: -3n, denominator: 2n });
    expect(rational(0n, -7n)).to.deep.equal({ numerator: 0n, denominator: 1n });
    expect([rational(4n, 2n), rational(-11n, 22n), rational(0n)].map(textOf)).to.deep.equal(["2", "-1/2", "0"]);
  });

  it("refuses to divide by zero", () => {
    expectRefusal(() => rational(3n, 0n), "usage", /3\/0/);
    expectRefusal(() => over(rational(1n), rational(0n)), "usage");
  });

  it("obeys the laws of a field, and orders as its doubles do (seed 301)", () => {
    forAll(301, 300, [fraction, fraction, fraction], (a, b, c) => {
      expect(times(a, plus(b, c))).to.deep.equal(plus(times(a, b), times(a, c)));
      expect(plus(minus(a, b), b)).to.deep.equal(a);
      if (signOf(b) !== 0) expect(times(over(a, b), b)).to.deep.equal(a);
      expect(compare(a, b)).to.equal(Math.sign(toDouble(a) - toDouble(b)));
      expect(toDouble(a)).to.equal(Number(a.numerator) / Number(a.denominator));
    });
  });

  it("is rounded once: halves of an ulp to even, numbers of any size, no negative zero", () => {
    expect(toDouble(rational(2n ** 53n + 1n))).to.equal(2 ** 53);
    expect(toDouble(rational(-(2n ** 54n) - 2n, 2n))).to.equal(-(2 ** 53));
    expect(toDouble(rational(2n ** 54n + 3n, 2n))).to.equal(2 ** 53 + 2);
    expect(toDouble(rational(1n, 3n * 10n ** 60n))).to.equal(1 / 3e60);
    expect(toDouble(rational(10n ** 60n, 3n))).to.equal(Number("3.3333333333333333333333e59"));
    expect(Object.is(toDouble(rational(0n, -5n)), 0)).to.equal(true);
  });
});
