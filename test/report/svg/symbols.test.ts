import { expect } from "chai";
import { describe, it } from "mocha";

import { REST_POINTS } from "#report/svg/symbols.ts";

describe("REST_POINTS", () => {
  it("tells every kind of rest point apart without colour", () => {
    const looks = (["ess", "saddle", "source", "centre", "degenerate"] as const).map((kind) => REST_POINTS[kind]);
    for (const [index, one] of looks.entries()) {
      for (const other of looks.slice(index + 1)) {
        expect(one.symbol !== other.symbol || one.fill !== other.fill, `${one.label} and ${other.label}`).to.equal(
          true,
        );
      }
    }
  });
});
