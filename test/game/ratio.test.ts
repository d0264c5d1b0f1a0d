import { ratio } from "#game/ratio.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "./support/twoByTwo.ts";

describe("ratio", () => {
  it("gives the nearest double of simple fractions", () => {
    for (const [a, b] of [
      [0, 1],
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 6],
      [5, 6],
      [7, 1000],
    ] as const) {
      expect(ratio(BigInt(a), BigInt(b))).to.equal(a / b);
    }
  });

  it("agrees with division where doubles are exact (seed 11)", () => {
    forAll(11, 500, [fc.nat(2 ** 31 - 1), fc.nat(2 ** 31 - 1)], (a, b) => {
      expect(ratio(BigInt(a), BigInt(a) + BigInt(b) + 1n)).to.equal(a / (a + b + 1));
    });
  });

  it("rounds beyond a tie away from it, and keeps tiny quotients", () => {
    const tie = 2n ** 53n + 1n; // halfway between two doubles
    expect(ratio(tie, 2n ** 54n)).to.equal(0.5);
    expect(ratio(tie * 2n ** 200n + 1n, 2n ** 254n)).to.equal(0.5 + 2 ** -53);
    expect(ratio(1n, 10n ** 150n)).to.equal(1e-150);
    expect(ratio(10n ** 150n, 10n ** 150n + 1n)).to.equal(1);
  });
});
