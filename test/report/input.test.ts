import { expect } from "chai";
import { describe, it } from "mocha";

import { DECIMALS } from "#models/two-party/parameters.ts";
import { SETTLEMENT_TOKEN } from "#report/input.ts";

describe("SETTLEMENT_TOKEN", () => {
  it("has the unit in which the model counts", () => {
    expect(SETTLEMENT_TOKEN).to.deep.equal({ symbol: "AST", decimals: DECIMALS });
  });
});
