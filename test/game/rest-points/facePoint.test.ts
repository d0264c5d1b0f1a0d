import { expect } from "chai";
import { describe, it } from "mocha";

import { NOTHING } from "#game/rest-points/facePoint.ts";

describe("rest-points/facePoint", () => {
  it("has an empty result in which nothing is forgotten", () => {
    const lists = Object.values(NOTHING);
    expect(Object.keys(NOTHING)).to.have.members(["points", "continua", "degenerate", "unresolved", "border"]);
    for (const list of lists) expect(list).to.deep.equal([]);
  });
});
