import { closestName } from "#models/closestName.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("closestName", () => {
  const names = ["As", "F", "Ct", "theta"];
  it("forgives case, one wrong, missing or further letter, and two in longer names", () => {
    expect(closestName("f", names)).to.equal("F");
    expect(closestName("CT", names)).to.equal("Ct");
    expect(closestName("Cx", names)).to.equal("Ct");
    expect(closestName("Fx", names)).to.equal("F");
    expect(closestName("heta", names)).to.equal("theta");
    expect(closestName("tetha", names)).to.equal("theta");
  });

  it("does not guess where nothing is near", () => {
    for (const name of ["x", "", "penalty", "zz"]) expect(closestName(name, names)).to.equal(undefined);
  });
});
