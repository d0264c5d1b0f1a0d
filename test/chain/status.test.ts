import { readFileSync } from "node:fs";

import { expect } from "chai";
import { describe, it } from "mocha";

import { statusName } from "#chain/status.ts";

/** `SupplierDefaulted` as `supplier-defaulted`. */
function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

describe("chain/status", () => {
  const source = readFileSync("contracts/interfaces/IDeals.sol", "utf8");
  const [, body = ""] = /enum Status \{([^}]*)\}/.exec(source) ?? [];
  const names = body.split(",").map((name) => name.trim());

  it("names the states in the order of the contract's enumeration", () => {
    expect(names).to.include.members(["None", "Matched", "Settled"]);
    expect(names.map((_, i) => statusName(BigInt(i)))).to.deep.equal(names.map(kebab));
  });

  it("refuses a number that is no state", () => {
    for (const number of [BigInt(names.length), -1n, 255n, 2n ** 60n]) {
      expect(() => statusName(number)).to.throw(RangeError, String(number));
    }
  });
});
