import { expect } from "chai";
import { describe, it } from "mocha";

import { count, list, words } from "#report/text/sentences.ts";

describe("sentences", () => {
  it("counts, lists and names", () => {
    expect([count(1, "deal"), count(0, "deal"), count(2, "entry", "entries")]).to.deep.equal([
      "1 deal",
      "0 deals",
      "2 entries",
    ]);
    expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).to.deep.equal([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
    expect(["supplier-defaulted", "SupplierDefaulted", "settled"].map(words)).to.deep.equal([
      "supplier defaulted",
      "supplier defaulted",
      "settled",
    ]);
  });
});
