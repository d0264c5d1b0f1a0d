import { nfgNumber } from "#game/nfg/nfgNumber.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";

describe("nfg/nfgNumber", () => {
  it("is exact for decimals and for quotients that are decimals", () => {
    for (const [text, value] of [
      ["5", 5],
      ["-0.25", -0.25],
      [".5", 0.5],
      ["5.", 5],
      ["+1e-3", 0.001],
      ["1/4", 0.25],
      ["-7/2", -3.5],
      ["0", 0],
      ["10/5", 2],
      ["0/7", 0],
      ["5e-324", 5e-324],
    ] as const) {
      expect(nfgNumber(text), text).to.deep.equal({ value, exact: true });
    }
  });

  it("says when it had to round", () => {
    expect(nfgNumber("1/3")).to.deep.equal({ value: 1 / 3, exact: false });
    expect(nfgNumber("-2/3")).to.deep.equal({ value: -2 / 3, exact: false });
    expect(nfgNumber("0.1000000000000000000001")).to.deep.equal({ value: 0.1, exact: false });
  });

  it("refuses what is no number of a double's range", () => {
    for (const text of [
      "1/0",
      "1e400",
      "-1e401",
      "1e999999999",
      `${"9".repeat(400)}`,
      `1/1${"0".repeat(300)}`,
      "1".repeat(1300),
    ]) {
      expect(nfgNumber(text), text.slice(0, 20)).to.equal(undefined);
    }
  });

  it("is the nearest double of a quotient, and reads back what JavaScript prints (seed 41)", () => {
    const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    forAll(
      41,
      500,
      [whole, fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.double({ noNaN: true, noDefaultInfinity: true })],
      (a, b, value) => {
        expect(nfgNumber(`${a}/${b}`)?.value).to.equal(a / b === 0 ? 0 : a / b);
        expect(nfgNumber(String(value))).to.deep.equal({ value: value === 0 ? 0 : value, exact: true });
      },
    );
  });
});
