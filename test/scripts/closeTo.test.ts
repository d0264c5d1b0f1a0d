import { AssertionError, expect } from "chai";
import { network } from "hardhat";

describe("closeTo once a chain has been started", () => {
  before(async () => {
    const chain = await network.create();
    await chain.close();
  });

  it("compares floating-point numbers", () => {
    expect(0.1 + 0.2).to.be.closeTo(0.3, 1e-15);
    expect(1.5).to.not.be.closeTo(1.4, 0.05);
    expect(() => expect(0.5, "share").to.be.closeTo(0.6, 0.01)).to.throw(AssertionError, /share.*close to 0.6/);
    expect(() => expect(Number.NaN).to.be.approximately(0, 1)).to.throw(AssertionError);
  });

  it("compares whole amounts exactly", () => {
    expect(10n ** 30n + 1n).to.be.closeTo(10n ** 30n, 1n);
    expect(() => expect(10n ** 30n + 2n).to.be.closeTo(10n ** 30n, 1n)).to.throw(AssertionError);
  });
});
