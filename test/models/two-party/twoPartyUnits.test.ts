import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyUnits } from "#models/two-party/twoPartyUnits.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../../game/support/twoByTwo.ts";

const TOKEN = 10n ** 18n;

function tableOf(set: Record<string, string>) {
  return twoPartyUnits(parseParameters(set).parameters);
}

describe("twoPartyUnits", () => {
  it("is Table II: golden values at Table IV, by hand", () => {
    expect(tableOf({})).to.deep.equal({
      bothCooperate: [(505n * TOKEN) / 10n, (505n * TOKEN) / 10n], // 50 + 9 + 4 - 12.5
      onlySupplierCooperates: [(495n * TOKEN) / 10n, 51n * TOKEN], // 50 + 3 + 4 + 5 - 12.5; 50 + 6 - 5
      onlyRetailerCooperates: [51n * TOKEN, (495n * TOKEN) / 10n],
      bothDefect: [50n * TOKEN, 50n * TOKEN],
    });
  });

  it("keeps the roles of suppliers and retailers apart", () => {
    const table = tableOf({
      As: "100",
      Ar: "200",
      Rs: "1",
      Rr: "2",
      Vs: "3",
      Vr: "4",
      Bs: "5",
      Br: "6",
      Ds: "7",
      Dr: "8",
      F: "9",
      Ct: "10",
      theta: "0.3",
    });
    const tokens = Object.values(table).map((pair) => pair.map((units: bigint) => Number(units / TOKEN)));
    expect(tokens).to.deep.equal([
      [101, 199],
      [114, 199],
      [98, 212],
      [100, 200],
    ]);
  });

  it("rounds the supplier's part of the cost down, also below zero, and charges the retailer the rest", () => {
    const costs = (set: Record<string, string>): readonly bigint[] => {
      const { bothCooperate } = tableOf({ ...set, As: "0", Ar: "0", Rs: "0", Rr: "0", Vs: "0", Vr: "0" });
      return bothCooperate.map((units: bigint) => -units);
    };
    expect(costs({ Ct: "5e-18", theta: "0.5" })).to.deep.equal([2n, 3n]);
    expect(costs({ Ct: "5e-18", theta: "-0.5" })).to.deep.equal([-3n, 8n]);
    expect(costs({ Ct: "4e-18", theta: "0.5" })).to.deep.equal([2n, 2n]);
  });

  it("shares the whole cost and only moves the penalty, to the last unit (seed 71)", () => {
    const units = fc.bigInt({ min: 0n, max: 100n * TOKEN });
    forAll(71, 200, [units, units, fc.bigInt({ min: 0n, max: TOKEN })], (F, Ct, theta) => {
      const zero = parseParameters({}).parameters;
      const table = twoPartyUnits({ ...zero, F, Ct, theta });
      const sum = ([supplier, retailer]: readonly [bigint, bigint]): bigint => supplier + retailer;
      expect(sum(table.bothCooperate)).to.equal((50n + 50n + 9n + 9n + 4n + 4n) * TOKEN - Ct);
      const supplierCost = (50n + 9n + 4n) * TOKEN - table.bothCooperate[0];
      expect(sum(table.onlySupplierCooperates)).to.equal((100n + 3n + 4n + 6n) * TOKEN - supplierCost);
      expect(sum(table.onlyRetailerCooperates)).to.equal((100n + 3n + 4n + 6n) * TOKEN - (Ct - supplierCost));
      expect(supplierCost * TOKEN <= theta * Ct && theta * Ct < (supplierCost + 1n) * TOKEN).to.equal(true);
    });
  });
});
