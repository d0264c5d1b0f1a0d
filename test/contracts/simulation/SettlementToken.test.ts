import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

const { ethers, networkHelpers } = await network.create();

async function fixture() {
  const [owner, member] = await ethers.getSigners();
  if (owner === undefined || member === undefined) throw new Error("the chain has too few accounts");
  return { owner, member, token: await ethers.deployContract("SettlementToken", [owner.address]) };
}

describe("SettlementToken", () => {
  it("is made by its owner only", async () => {
    const { member, token } = await networkHelpers.loadFixture(fixture);
    await expect(token.connect(member).mint(member.address, 1n))
      .to.be.revertedWithCustomError(token, "OwnableUnauthorizedAccount")
      .withArgs(member.address);
    expect(await token.totalSupply()).to.equal(0n);
  });

  it("has 18 decimals, and as many units as its owner made", async () => {
    const { member, token } = await networkHelpers.loadFixture(fixture);
    await token.mint(member.address, 5n);
    await token.mint(member.address, 7n);
    expect(await token.decimals()).to.equal(18n);
    expect(await token.balanceOf(member.address)).to.equal(12n);
    expect(await token.totalSupply()).to.equal(12n);
  });

  it("is taken by permit under its own name and version", async () => {
    const { token } = await networkHelpers.loadFixture(fixture);
    const { name, version, verifyingContract } = await token.eip712Domain();
    expect([name, version, verifyingContract]).to.deep.equal([
      "Alliance Settlement Token",
      "1",
      await token.getAddress(),
    ]);
  });
});
