import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { formatDecimal, parseDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";

const SEED = 20_220_611;
/** More digits after the point than any double has. */
const DOUBLE_DECIMALS = 1100;

/** An integer of up to 60 digits, so that sizes beyond a double and beyond a word of the chain occur. */
const units = fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n });
const places = fc.integer({ min: 0, max: 40 });

function refusalOf(text: string | number, decimals: number): AllianceError {
  try {
    parseDecimal(text, decimals);
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text)} was taken`);
}

describe("domain/decimal", () => {
  it("reads decimals exactly", () => {
    const cases: readonly (readonly [text: string | number, decimals: number, units: bigint])[] = [
      ["5.3", 18, 5_300_000_000_000_000_000n],
      ["-0.25", 2, -25n],
      ["+7", 0, 7n],
      ["5.", 1, 50n],
      ["007.50", 2, 750n],
      ["  1.5 ", 1, 15n],
      ["1e-3", 3, 1n],
      ["1E3", 0, 1000n],
      ["2.5e+2", 0, 250n],
      ["120e-1", 0, 12n],
      ["0.100000000000000000000", 1, 1n],
      ["0e-99", 0, 0n],
      ["-0", 18, 0n],
      ["0.333333333333333333", 18, 333_333_333_333_333_333n],
      ["123456789012345678901234567890.123456789012345678", 18, 123456789012345678901234567890123456789012345678n],
      [0.1, 18, 100_000_000_000_000_000n],
      [1e21, 0, 10n ** 21n],
      [5e-324, 324, 5n],
    ];
    for (const [text, decimals, expected] of cases)
      expect(parseDecimal(text, decimals), String(text)).to.equal(expected);
  });

  it("writes the shortest decimal: no exponent, no trailing zeros, no sign before zero", () => {
    const cases: readonly (readonly [units: bigint, decimals: number, text: string])[] = [
      [0n, 18, "0"],
      [-0n, 0, "0"],
      [1n, 18, "0.000000000000000001"],
      [-1n, 1, "-0.1"],
      [10n, 1, "1"],
      [1050n, 2, "10.5"],
      [42n, 0, "42"],
      [-(10n ** 40n), 18, `-1${"0".repeat(22)}`],
    ];
    for (const [value, decimals, expected] of cases) expect(formatDecimal(value, decimals)).to.equal(expected);
  });

  it(`is lossless from units to text and back (seed ${SEED})`, () => {
    fc.assert(
      fc.property(units, places, (value, decimals) => {
        const text = formatDecimal(value, decimals);
        expect(text).to.match(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(parseDecimal(text, decimals)).to.equal(value);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`does not depend on how a decimal is written (seed ${SEED})`, () => {
    fc.assert(
      fc.property(units, places, fc.integer({ min: -30, max: 30 }), fc.nat(5), (value, decimals, shift, zeros) => {
        // value / 10^decimals is the same as (value / 10^(decimals + shift)) e shift
        const moved = decimals + shift < 0 ? undefined : formatDecimal(value, decimals + shift);
        if (moved === undefined) return;
        const padded = moved.includes(".") ? moved + "0".repeat(zeros) : `${moved}.${"0".repeat(zeros)}`;
        expect(parseDecimal(`${padded}e${shift}`, decimals)).to.equal(value);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`reads a number as the decimal that denotes it (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatDecimal(parseDecimal(value, DOUBLE_DECIMALS), DOUBLE_DECIMALS);
        expect(Number(text)).to.equal(value === 0 ? 0 : value);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("refuses what is not a finite decimal, and names it", () => {
    const texts = [
      "",
      " ",
      "abc",
      "1,5",
      "1.2.3",
      ".5",
      "-",
      "+-1",
      "--1",
      "1e",
      "1e1.5",
      "0x10",
      "1_000",
      "1 000",
      "1n",
    ];
    const unbounded = ["NaN", "Infinity", "-Infinity", "1e1000", "1e-1000", "½", "٣"];
    for (const text of [...texts, ...unbounded]) {
      const { kind, message, hint } = refusalOf(text, 18);
      expect(kind).to.equal("usage");
      expect(message).to.equal(`not a decimal number: ${JSON.stringify(text)}`);
      expect(hint).to.match(/5\.3/);
    }
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(refusalOf(value, 18).message).to.equal(`not a decimal number: ${value}`);
    }
  });

  it("refuses digits that the unit cannot hold, and says how many it can", () => {
    for (const [text, decimals] of [
      ["0.0000000000000000001", 18],
      ["1.5", 0],
      ["15e-1", 0],
      ["1e-19", 18],
      [0.001, 2],
    ] as const) {
      const { kind, message, hint } = refusalOf(text, decimals);
      expect(kind).to.equal("usage");
      expect(message).to.equal(`${text} has more than ${decimals} digits after the point`);
      expect(hint).to.equal(`round it to ${decimals} digits`);
    }
  });
});
