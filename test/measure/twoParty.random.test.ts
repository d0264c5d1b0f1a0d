import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { formatDecimal } from "#domain/decimal.ts";
import { ONE } from "#measure/twoPartyRules.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";

import { measure, TABLE_IV } from "./support/measuring.ts";
import { componentsOf, payoffsOf, priceIn, tableTwo } from "./support/tableTwo.ts";

const SEED = 9_778_845;
const RUNS = 25;
const HUGE = 10n ** 17n * ONE;

/** Incomes of either sign and any size: down to the last unit, of the size of the paper's, up to 10^17 tokens. */
const income = fc.oneof(
  fc.bigInt({ min: -60n * ONE, max: 60n * ONE }),
  fc.bigInt({ min: -999n * ONE, max: 999n * ONE }),
  fc.bigInt({ min: -9n, max: 9n }),
  fc.bigInt({ min: -HUGE, max: HUGE }),
);
const payment = income.map((value) => (value < 0n ? -value : value));
const theta = fc.oneof(fc.constantFrom(0n, ONE, ONE / 3n, 1n, ONE - 1n), fc.bigInt({ min: 0n, max: ONE }));

const RULES: fc.Arbitrary<TwoPartyRules> = fc.record({
  As: income,
  Ar: income,
  Rs: income,
  Rr: income,
  Vs: income,
  Vr: income,
  Bs: income,
  Br: income,
  Ds: income,
  Dr: income,
  F: payment,
  Ct: payment,
  theta,
});

const EDGES: readonly (readonly [name: string, change: Partial<TwoPartyRules>])[] = [
  ["suppliers bear nothing of the cost", { theta: 0n }],
  ["suppliers bear all of the cost", { theta: ONE }],
  ["a third, to eighteen digits, of an indivisible cost", { theta: ONE / 3n, Ct: 10n ** 18n + 1n }],
  ["a share whose last unit is rounded away", { theta: 1n, Ct: ONE - 1n }],
  ["no penalty", { F: 0n }],
  ["no cost", { Ct: 0n }],
  ["cooperating loses", { Rs: -9n * ONE - 1n, Rr: -123n * ONE }],
  ["cooperating earns more than the goods cost", { Rs: 101n * ONE, Rr: 5_000n * ONE + 3n }],
  [
    "every income is a loss",
    { As: -1n, Ar: -50n * ONE, Vs: -2n * ONE, Vr: -3n, Bs: -4n, Br: -5n * ONE, Ds: -ONE, Dr: -7n },
  ],
  ["nothing at all", Object.fromEntries(Object.keys(TABLE_IV).map((symbol) => [symbol, 0n]))],
  [
    "everything as large as can be",
    { ...Object.fromEntries(Object.keys(TABLE_IV).map((symbol) => [symbol, 10n * HUGE])), theta: ONE / 2n },
  ],
];

async function expectTableTwo(rules: TwoPartyRules): Promise<void> {
  const shown = Object.entries(rules).map(([symbol, value]) => `${symbol}=${formatDecimal(value, 18)}`);
  const measured = await measure(rules);
  const cells = tableTwo(rules, { price: priceIn(measured) });
  expect(measured.components, shown.join()).to.deep.equal(componentsOf(cells));
  expect(measured.payoffs, shown.join()).to.deep.equal(payoffsOf(measured.components));
}

describe("measure/twoParty: the contracts pay Table II to the last unit", () => {
  for (const [name, change] of EDGES) {
    it(`where ${name}`, () => expectTableTwo({ ...TABLE_IV, ...change }));
  }

  fc.sample(RULES, { seed: SEED, numRuns: RUNS }).forEach((rules, i) => {
    it(`for random parameters, set ${i + 1} (seed ${SEED})`, () => expectTableTwo(rules));
  });
});
