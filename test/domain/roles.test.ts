import { readFileSync } from "node:fs";

import { expect } from "chai";
import { describe, it } from "mocha";

import { partnerOf, ROLES, sideOf } from "#domain/roles.ts";

describe("domain/roles", () => {
  it("numbers the roles as the contracts' enumeration Side does", () => {
    const [, body = ""] = /enum Side \{([^}]*)\}/.exec(readFileSync("contracts/types/Side.sol", "utf8")) ?? [];
    const names = body.split(",").map((name) => name.trim().toLowerCase());
    expect(ROLES).to.deep.equal(names);
    expect(ROLES.map(sideOf)).to.deep.equal([0, 1]);
  });

  it("knows the other side", () => {
    expect(partnerOf("supplier")).to.equal("retailer");
    expect(partnerOf("retailer")).to.equal("supplier");
  });
});
