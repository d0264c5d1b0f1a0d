import { at } from "#game/dynamics/at.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("at", () => {
  it("is the element, or 0 outside the array", () => {
    expect([at([3, 4], 1), at(Float64Array.of(0.5), 0), at([3, 4], 2), at([3], -1)]).to.deep.equal([4, 0.5, 0, 0]);
  });
});
