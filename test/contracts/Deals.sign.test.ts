import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { signAgreement } from "../support/agreement.ts";
import { expectBalances } from "../support/balances.ts";
import { Side, Status } from "../support/enums.ts";
import { expectInvalidSignature } from "../support/invalidSignature.ts";
import { agreementOf, at, COMMITMENT, createWorld, openDeal, OTHER_COMMITMENT, reach, sign } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  const world = await createWorld(connection);
  const dealId = await openDeal(world);
  const signatureBy = async (signer: HardhatEthersSigner, commitment = COMMITMENT) =>
    signAgreement(signer, world.deals, await agreementOf(world, dealId, commitment));
  return { ...world, dealId, signatureBy };
}

describe("Deals: signing", () => {
  it("needs a commitment", async () => {
    const { deals, supplier, dealId, signatureBy } = await networkHelpers.loadFixture(fixture);
    await expect(deals.connect(supplier).sign(dealId, Side.Supplier, ZeroHash, await signatureBy(supplier, ZeroHash)))
      .to.be.revertedWithCustomError(deals, "Deals_ZeroCommitment")
      .withArgs(dealId);
  });

  it("is refused for a side that does not exist", async () => {
    const { deals, supplier, dealId, signatureBy } = await networkHelpers.loadFixture(fixture);
    const signature = await signatureBy(supplier);
    await expect(deals.connect(supplier).sign(dealId, 2n, COMMITMENT, signature)).to.revert(connection.ethers);
  });

  describe("in time", () => {
    for (const [name, offset] of [
      ["one second before the deadline", -1n],
      ["at the deadline", 0n],
    ] as const) {
      it(`is possible ${name}`, async () => {
        const { dealId, ...world } = await networkHelpers.loadFixture(fixture);
        const { signBy } = await world.deals.dealOf(dealId);
        await sign(world, dealId, Side.Retailer);
        await at(world, signBy + offset);
        await sign(world, dealId, Side.Supplier);
        expect(BigInt(await networkHelpers.time.latest())).to.equal(signBy + offset);
        expect((await world.deals.dealOf(dealId)).status).to.equal(Status.Signed);
      });
    }

    it("is refused one second after the deadline, also when nobody has enforced it yet", async () => {
      const { dealId, deals, supplier, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
      const { signBy } = await deals.dealOf(dealId);
      const signature = await signatureBy(supplier);
      await at(world, signBy + 1n);
      await expect(deals.connect(supplier).sign(dealId, Side.Supplier, COMMITMENT, signature))
        .to.be.revertedWithCustomError(deals, "Deals_DeadlinePassed")
        .withArgs(dealId, signBy, signBy + 1n);
    });
  });

  it("charges the signer's part of the cost, anchors the signature and waits for the other side", async () => {
    const { dealId, deals, costPool, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals, costPool };
    const { supplier, amounts } = world;
    const signature = await signatureBy(supplier);
    expect(amounts.supplierShare).to.equal(100n);
    await expectBalances(world, { supplier: { available: -100n }, treasury: { available: 100n } }, async () => {
      const signing = deals.connect(supplier).sign(dealId, Side.Supplier, COMMITMENT, signature);
      await expect(signing)
        .to.emit(deals, "AgreementSigned")
        .withArgs(dealId, supplier.address, Side.Supplier, COMMITMENT, signature);
      await expect(signing)
        .to.emit(costPool, "CostShareCharged")
        .withArgs(dealId, supplier.address, Side.Supplier, 100n);
      await expect(signing).not.to.emit(deals, "DealSigned");
    });
    expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(COMMITMENT);
    expect(await deals.commitmentOf(dealId, Side.Retailer)).to.equal(ZeroHash);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Matched);
  });

  it("by both sides, in either order, makes the deal binding", async () => {
    for (const [first, second] of [
      [Side.Supplier, Side.Retailer],
      [Side.Retailer, Side.Supplier],
    ] as const) {
      const { dealId, deals, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
      const world = { ...rest, deals };
      await sign(world, dealId, first);
      const signer = second === Side.Supplier ? world.supplier : world.retailer;
      const signature = await signatureBy(signer);
      const share = second === Side.Supplier ? 100n : 203n;
      const payer = second === Side.Supplier ? "supplier" : "retailer";
      await expectBalances(world, { [payer]: { available: -share }, treasury: { available: share } }, () =>
        expect(deals.connect(signer).sign(dealId, second, COMMITMENT, signature))
          .to.emit(deals, "DealSigned")
          .withArgs(dealId, COMMITMENT),
      );
      expect((await deals.dealOf(dealId)).status).to.equal(Status.Signed);
    }
  });

  it("over different commitments is no agreement", async () => {
    const { dealId, deals, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals };
    await sign(world, dealId, Side.Supplier, COMMITMENT);
    await sign(world, dealId, Side.Retailer, OTHER_COMMITMENT);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Matched);
    expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(COMMITMENT);
    expect(await deals.commitmentOf(dealId, Side.Retailer)).to.equal(OTHER_COMMITMENT);
  });

  it("can be brought by anyone, at the signer's cost", async () => {
    const { dealId, deals, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals };
    const signature = await signatureBy(world.retailer);
    await expectBalances(world, { retailer: { available: -203n }, treasury: { available: 203n } }, () =>
      expect(deals.connect(world.stranger).sign(dealId, Side.Retailer, COMMITMENT, signature))
        .to.emit(deals, "AgreementSigned")
        .withArgs(dealId, world.retailer.address, Side.Retailer, COMMITMENT, signature),
    );
    expect(await deals.commitmentOf(dealId, Side.Retailer)).to.equal(COMMITMENT);
  });

  it("is refused when the signer cannot pay its part, and leaves no trace", async () => {
    const { dealId, deals, ledger, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals, ledger };
    const { retailer } = world;
    const { available } = await ledger.accountOf(retailer.address);
    await ledger.connect(retailer).withdrawTo(retailer.address, available - 202n);
    const signature = await signatureBy(retailer);
    await expect(deals.connect(retailer).sign(dealId, Side.Retailer, COMMITMENT, signature))
      .to.be.revertedWithCustomError(ledger, "Ledger_InsufficientAvailable")
      .withArgs(retailer.address, 202n, 203n);
    expect(await deals.commitmentOf(dealId, Side.Retailer)).to.equal(ZeroHash);

    await world.token.connect(retailer).approve(ledger, 1n);
    await ledger.connect(retailer).deposit(1n);
    await sign(world, dealId, Side.Retailer);
    expect((await ledger.accountOf(retailer.address)).available).to.equal(0n);
  });
});

describe("Deals: signing again", () => {
  it("the same commitment is refused, whoever brings it", async () => {
    const { dealId, deals, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals };
    await sign(world, dealId, Side.Supplier);
    const signature = await signatureBy(world.supplier);
    for (const caller of [world.supplier, world.stranger]) {
      await expect(deals.connect(caller).sign(dealId, Side.Supplier, COMMITMENT, signature))
        .to.be.revertedWithCustomError(deals, "Deals_AlreadySigned")
        .withArgs(dealId, Side.Supplier, COMMITMENT);
    }
  });

  it("another commitment is for the side itself: nobody else may replace its word", async () => {
    const { dealId, deals, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals };
    const { supplier, retailer, stranger } = world;
    await sign(world, dealId, Side.Supplier);
    const signature = await signatureBy(supplier, OTHER_COMMITMENT);
    for (const caller of [retailer, stranger]) {
      await expect(deals.connect(caller).sign(dealId, Side.Supplier, OTHER_COMMITMENT, signature))
        .to.be.revertedWithCustomError(deals, "Deals_NotParty")
        .withArgs(dealId, caller.address, supplier.address);
    }
    await expectInvalidSignature(
      world,
      dealId,
      Side.Supplier,
      await signatureBy(retailer, OTHER_COMMITMENT),
      OTHER_COMMITMENT,
    );
    // No second charge: the cost is the deal's, not the signature's.
    await expectBalances(world, {}, () =>
      expect(deals.connect(supplier).sign(dealId, Side.Supplier, OTHER_COMMITMENT, signature))
        .to.emit(deals, "AgreementSigned")
        .withArgs(dealId, supplier.address, Side.Supplier, OTHER_COMMITMENT, signature),
    );
    expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(OTHER_COMMITMENT);
  });

  it("with an old signature is refused to a relayer after the side has replaced it", async () => {
    const { dealId, deals, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals };
    const old = await signatureBy(world.supplier, COMMITMENT);
    await deals.connect(world.stranger).sign(dealId, Side.Supplier, COMMITMENT, old);
    await sign(world, dealId, Side.Supplier, OTHER_COMMITMENT);
    await expect(deals.connect(world.stranger).sign(dealId, Side.Supplier, COMMITMENT, old))
      .to.be.revertedWithCustomError(deals, "Deals_NotParty")
      .withArgs(dealId, world.stranger.address, world.supplier.address);
  });

  it("what the other side has signed makes the deal binding", async () => {
    const { dealId, deals, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals };
    await sign(world, dealId, Side.Supplier, COMMITMENT);
    await sign(world, dealId, Side.Retailer, OTHER_COMMITMENT);
    await sign(world, dealId, Side.Supplier, OTHER_COMMITMENT);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Signed);
    const [signed] = await deals.queryFilter(deals.filters.DealSigned());
    expect(signed?.args.commitment).to.equal(OTHER_COMMITMENT);
  });

  it("is over once both agree: no side can take its word back", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const dealId = await reach(world, "Signed");
    const { deals, supplier } = world;
    const signature = await signAgreement(supplier, deals, await agreementOf(world, dealId, OTHER_COMMITMENT));
    await expect(deals.connect(supplier).sign(dealId, Side.Supplier, OTHER_COMMITMENT, signature))
      .to.be.revertedWithCustomError(deals, "Deals_WrongStatus")
      .withArgs(dealId, Status.Signed, Status.Matched);
  });

  it("is refused after the deadline too", async () => {
    const { dealId, deals, supplier, signatureBy, ...rest } = await networkHelpers.loadFixture(fixture);
    const world = { ...rest, deals, supplier };
    await sign(world, dealId, Side.Supplier);
    const signature = await signatureBy(supplier, OTHER_COMMITMENT);
    const { signBy } = await deals.dealOf(dealId);
    await at(world, signBy + 1n);
    await expect(deals.connect(supplier).sign(dealId, Side.Supplier, OTHER_COMMITMENT, signature))
      .to.be.revertedWithCustomError(deals, "Deals_DeadlinePassed")
      .withArgs(dealId, signBy, signBy + 1n);
  });
});
