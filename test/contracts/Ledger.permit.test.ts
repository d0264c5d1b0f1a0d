import { expect } from "chai";
import { Signature } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { createWorld } from "../support/world.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const AMOUNT = 5_000n;
const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** The world, with an allowance of nobody's, and a permit of the supplier's for an amount. */
async function fixture() {
  const world = await createWorld(connection);
  const { token, ledger, supplier } = world;
  const deadline = BigInt(await networkHelpers.time.latest()) + 3_600n;
  const permit = async (change: { signer?: typeof supplier; deadline?: bigint; value?: bigint } = {}) => {
    const { chainId } = await ethers.provider.getNetwork();
    const signature = await (change.signer ?? supplier).signTypedData(
      { name: await token.name(), version: "1", chainId, verifyingContract: await token.getAddress() },
      PERMIT_TYPES,
      {
        owner: supplier.address,
        spender: await ledger.getAddress(),
        value: change.value ?? AMOUNT,
        nonce: await token.nonces(supplier),
        deadline: change.deadline ?? deadline,
      },
    );
    const { v, r, s } = Signature.from(signature);
    return [change.deadline ?? deadline, v, r, s] as const;
  };
  expect(await token.allowance(supplier, ledger)).to.equal(0n);
  return { ...world, deadline, permit };
}

describe("Ledger: deposit with a permit", () => {
  it("is refused for nothing", async () => {
    const { ledger, supplier, permit } = await networkHelpers.loadFixture(fixture);
    await expect(
      ledger.connect(supplier).depositWithPermit(0n, ...(await permit({ value: 0n }))),
    ).to.be.revertedWithCustomError(ledger, "Ledger_ZeroAmount");
  });

  it("fails with the token's own words when the permit is another account's, expired or for less", async () => {
    const { ledger, token, supplier, stranger, permit } = await networkHelpers.loadFixture(fixture);
    const past = BigInt(await networkHelpers.time.latest()) - 1n;
    for (const signed of [
      await permit({ signer: stranger }),
      await permit({ deadline: past }),
      await permit({ value: AMOUNT - 1n }),
    ]) {
      await expect(ledger.connect(supplier).depositWithPermit(AMOUNT, ...signed))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(await ledger.getAddress(), 0n, AMOUNT);
    }
  });

  it("counts up to and including the permit's deadline", async () => {
    const { ledger, token, supplier, permit, deadline } = await networkHelpers.loadFixture(fixture);
    const signed = await permit();
    const snapshot = await networkHelpers.takeSnapshot();
    await networkHelpers.time.setNextBlockTimestamp(deadline + 1n);
    await expect(ledger.connect(supplier).depositWithPermit(AMOUNT, ...signed)).to.be.revertedWithCustomError(
      token,
      "ERC20InsufficientAllowance",
    );
    await snapshot.restore();
    await networkHelpers.time.setNextBlockTimestamp(deadline);
    await ledger.connect(supplier).depositWithPermit(AMOUNT, ...signed);
  });

  it("is of no use to anybody else: a permit names its owner", async () => {
    const { ledger, token, stranger, permit } = await networkHelpers.loadFixture(fixture);
    await expect(ledger.connect(stranger).depositWithPermit(AMOUNT, ...(await permit())))
      .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
      .withArgs(await ledger.getAddress(), 0n, AMOUNT);
  });

  it("brings the tokens in with one transaction and leaves no allowance", async () => {
    const { permit, ...world } = await networkHelpers.loadFixture(fixture);
    const { ledger, token, supplier } = world;
    const signed = await permit();
    await expectBalances(world, { supplier: { available: AMOUNT, wallet: -AMOUNT } }, () =>
      expect(ledger.connect(supplier).depositWithPermit(AMOUNT, ...signed))
        .to.emit(ledger, "Deposited")
        .withArgs(supplier.address, AMOUNT),
    );
    expect(await token.allowance(supplier, ledger)).to.equal(0n);
    await expect(ledger.connect(supplier).depositWithPermit(AMOUNT, ...signed))
      .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
      .withArgs(await ledger.getAddress(), 0n, AMOUNT);
  });

  it("goes on when somebody else has submitted the permit first", async () => {
    const { permit, ...world } = await networkHelpers.loadFixture(fixture);
    const { ledger, token, supplier, stranger } = world;
    const [deadline, v, r, s] = await permit();
    await token.connect(stranger).permit(supplier, ledger, AMOUNT, deadline, v, r, s);
    await expectBalances(world, { supplier: { available: AMOUNT, wallet: -AMOUNT } }, () =>
      ledger.connect(supplier).depositWithPermit(AMOUNT, deadline, v, r, s),
    );
  });

  it("uses an allowance that was there before when the permit is of no use", async () => {
    const { permit, ...world } = await networkHelpers.loadFixture(fixture);
    const { ledger, token, supplier, stranger } = world;
    await token.connect(supplier).approve(ledger, AMOUNT);
    const signed = await permit({ signer: stranger });
    await expectBalances(world, { supplier: { available: AMOUNT, wallet: -AMOUNT } }, () =>
      ledger.connect(supplier).depositWithPermit(AMOUNT, ...signed),
    );
  });
});
