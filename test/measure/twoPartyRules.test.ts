import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { AllianceError } from "#domain/errors.ts";
import { ONE, tradeOf } from "#measure/twoPartyRules.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";

const SEED = 778_845;
const LARGEST = 10n ** 36n;

const RULES: TwoPartyRules = {
  As: 50n * ONE,
  Ar: 50n * ONE,
  Rs: 9n * ONE,
  Rr: 9n * ONE,
  Vs: 4n * ONE,
  Vr: 4n * ONE,
  Bs: 3n * ONE,
  Br: 3n * ONE,
  Ds: 6n * ONE,
  Dr: 6n * ONE,
  F: 5n * ONE,
  Ct: 25n * ONE,
  theta: ONE / 2n,
};
const SYMBOLS = Object.keys(RULES) as (keyof TwoPartyRules)[];

function refusalOf(change: Partial<TwoPartyRules>): AllianceError {
  try {
    tradeOf({ ...RULES, ...change });
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("measure/twoPartyRules", () => {
  it(`finds a trade whose profit is the cooperation income, for any income (seed ${SEED})`, () => {
    const income = fc.oneof(
      fc.bigInt({ min: -LARGEST, max: LARGEST }),
      fc.bigInt({ min: -200n * ONE, max: 200n * ONE }),
      fc.bigInt({ min: -100n, max: 100n }),
    );
    fc.assert(
      fc.property(income, income, (Rs, Rr) => {
        const { tick, tickSize, price, productionCost, resale } = tradeOf({ ...RULES, Rs, Rr });
        expect(price).to.equal(BigInt(tick) * tickSize);
        expect(price - productionCost).to.equal(Rs);
        expect(resale - price).to.equal(Rr);
        // What the contracts can hold: unsigned amounts, a positive tick of 16 bits, prices of 128 bits.
        expect(productionCost >= 0n && resale >= 0n).to.equal(true);
        expect(tick > 0 && tick < 2 ** 16 && Number.isInteger(tick)).to.equal(true);
        expect(tickSize > 0n && price < 2n ** 128n && productionCost < 2n ** 128n && resale < 2n ** 128n).to.equal(
          true,
        );
        expect(price >= 100n * ONE).to.equal(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("trades at 100 tokens where that is enough", () => {
    expect(tradeOf(RULES)).to.deep.equal({
      tick: 100,
      tickSize: ONE,
      price: 100n * ONE,
      productionCost: 91n * ONE,
      resale: 109n * ONE,
    });
  });

  it("refuses what the contracts move in one direction only", () => {
    for (const symbol of ["F", "Ct", "theta"] as const) {
      for (const value of [-1n, -ONE]) {
        const { kind, message, hint, values } = refusalOf({ [symbol]: value });
        expect(kind).to.equal("usage");
        expect(message).to.equal(`${symbol} is negative`);
        expect(hint).to.match(/one direction/);
        expect(values).to.deep.equal({ symbol });
      }
      expect(() => tradeOf({ ...RULES, [symbol]: 0n })).not.to.throw();
    }
  });

  it("refuses a share above the whole", () => {
    expect(refusalOf({ theta: ONE + 1n })).to.include({ kind: "usage", message: "theta exceeds 1" });
    expect(() => tradeOf({ ...RULES, theta: ONE })).not.to.throw();
  });

  it("refuses amounts beyond all sense, of either sign", () => {
    for (const symbol of SYMBOLS) {
      expect(refusalOf({ [symbol]: LARGEST + 1n }).message).to.equal(`${symbol} is too large`);
      if (symbol !== "theta") expect(() => tradeOf({ ...RULES, [symbol]: LARGEST })).not.to.throw();
    }
    for (const symbol of ["As", "Ar", "Rs", "Rr", "Vs", "Vr", "Bs", "Br", "Ds", "Dr"] as const) {
      expect(refusalOf({ [symbol]: -LARGEST - 1n }).message).to.equal(`${symbol} is too large`);
      expect(() => tradeOf({ ...RULES, [symbol]: -LARGEST })).not.to.throw();
    }
  });
});
