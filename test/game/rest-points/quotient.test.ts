import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { quotient, surdQuotient } from "#game/rest-points/quotient.ts";
import { Surd } from "#game/rest-points/surd.ts";

import { forAll } from "../support/twoByTwo.ts";

describe("rest-points/quotient", () => {
  it("divides integers of either sign to the nearest double, as the processor does (seed 311)", () => {
    const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
    forAll(311, 500, [integer, fc.integer({ min: 1, max: 2 ** 31 })], (a, b) => {
      expect(quotient(BigInt(a), BigInt(b))).to.equal(a / b + 0);
    });
    expect(quotient(7n * 10n ** 400n, 2n * 10n ** 400n)).to.equal(3.5);
  });

  it("divides surds: the golden ratio and its inverse, to the last place", () => {
    const [one, two] = [new Surd(1n), new Surd(2n)];
    const golden = new Surd(1n, 1n, 5n);
    expect(surdQuotient(golden, two)).to.equal((1 + Math.sqrt(5)) / 2);
    expect(surdQuotient(two, golden)).to.be.closeTo((Math.sqrt(5) - 1) / 2, 1.2e-16);
    expect(surdQuotient(one, new Surd(1n, -1n, 5n))).to.be.closeTo(1 / (1 - Math.sqrt(5)), 2e-16);
    expect(surdQuotient(new Surd(0n), golden)).to.equal(0);
  });

  it("keeps all digits where p and q root d cancel: (1 - root 2)^20 = 2.2e-8", () => {
    let power = new Surd(1n);
    for (let k = 0; k < 20; k++) power = power.times(new Surd(1n, -1n, 2n));
    const expected = (1 + Math.sqrt(2)) ** -20;
    expect(surdQuotient(power, new Surd(1n)) / expected).to.be.closeTo(1, 1e-14);
    expect(surdQuotient(new Surd(1n), power) * expected).to.be.closeTo(1, 1e-14);
  });
});
