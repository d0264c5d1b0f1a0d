import { expect } from "chai";
import { describe, it } from "mocha";

import { ONE } from "#measure/twoPartyRules.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";

import { measure, TABLE_IV } from "./support/measuring.ts";
import { componentsOf, priceIn, tableTwo } from "./support/tableTwo.ts";

/** Halves and thirds of these do not come out even. */
const ODD: TwoPartyRules = { ...TABLE_IV, F: 5n * ONE + 7n, Ct: 25n * ONE + 2n, theta: ONE / 3n };

describe("measure/twoParty: contracts with one rule changed pay another table", () => {
  for (const rules of [TABLE_IV, ODD]) {
    const name = rules === ODD ? "odd amounts" : "Table IV";

    it(`half the penalty, rounded down, moves wherever one side defects alone: ${name}`, async () => {
      const measured = await measure(rules, {}, "HalfPenaltyDeals");
      const cells = tableTwo({ ...rules, F: rules.F / 2n }, { price: priceIn(measured) });
      expect(measured.components).to.deep.equal(componentsOf(cells));
      // Only the cells with a penalty differ from the table of the unchanged rules.
      const unchanged = componentsOf(tableTwo(rules, { price: priceIn(measured) }));
      const different = measured.components.filter(({ payoffUnits }, i) => payoffUnits !== unchanged[i]?.payoffUnits);
      expect([...new Set(different.map(({ profile }) => profile.join()))]).to.deep.equal([
        "cooperate,defect",
        "defect,cooperate",
      ]);
    });

    it(`a defector bears its part of the cost too: ${name}`, async () => {
      const measured = await measure(rules, {}, "ChargeDefectorDeals");
      const supplierPart = (rules.theta * rules.Ct) / ONE;
      const retailerPart = rules.Ct - supplierPart;
      const cells = tableTwo(rules, { price: priceIn(measured) }).map(({ profile, supplier, retailer }) => ({
        profile,
        supplier: { ...supplier, operatingCost: -supplierPart },
        retailer: { ...retailer, operatingCost: -retailerPart },
      }));
      expect(measured.components).to.deep.equal(componentsOf(cells));
    });
  }
});
