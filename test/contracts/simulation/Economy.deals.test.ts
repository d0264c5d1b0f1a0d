import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { createStage, expectDone, expectFlow, leave } from "../../support/economy.ts";
import { Line, Side } from "../../support/enums.ts";
import { at, deadlineOf, EVIDENCE, openDeal, OTHER_COMMITMENT, reach, sign, signBoth } from "../../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  return createStage(connection);
}

describe("Economy: the trade", () => {
  it("production is the supplier's, once, for a deal that both have signed", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier, retailer, stranger, quantity } = stage;
    const dealId = await openDeal(stage);
    for (const caller of [retailer, stranger]) {
      await expect(economy.connect(caller).produce(dealId))
        .to.be.revertedWithCustomError(economy, "Economy_NotParty")
        .withArgs(caller.address, dealId);
    }
    const produce = () => economy.connect(supplier).produce(dealId);
    await expect(produce())
      .to.be.revertedWithCustomError(economy, "Economy_NotSigned")
      .withArgs(supplier.address, dealId);
    await sign(stage, dealId, Side.Supplier);
    await expect(produce()).to.be.revertedWithCustomError(economy, "Economy_NotSigned");
    await sign(stage, dealId, Side.Retailer);
    await expectFlow(stage, "supplier", [Line.ProductionCost, dealId, -5_001n * quantity], produce);
    await expectDone(stage, supplier, Line.ProductionCost, dealId, produce());
  });

  it("production is too late after the delivery", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier } = stage;
    const dealId = await reach(stage, "Delivered");
    await expect(economy.connect(supplier).produce(dealId))
      .to.be.revertedWithCustomError(economy, "Economy_NotSigned")
      .withArgs(supplier.address, dealId);
  });

  it("production fails when the supplier cannot pay for it", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, token, supplier } = stage;
    const dealId = await reach(stage, "Signed");
    await token.connect(supplier).approve(economy, 15_002n);
    await expect(economy.connect(supplier).produce(dealId))
      .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
      .withArgs(await economy.getAddress(), 15_002n, 15_003n);
    expect(await economy.isDone(supplier, Line.ProductionCost, dealId)).to.equal(false);
  });

  it("resale is the retailer's, once, for goods that were produced and accepted", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, deals, supplier, retailer, stranger, quantity } = stage;
    const dealId = await reach(stage, "Signed");
    await economy.connect(supplier).produce(dealId);
    const resell = () => economy.connect(retailer).resell(dealId);
    for (const caller of [supplier, stranger]) {
      await expect(economy.connect(caller).resell(dealId))
        .to.be.revertedWithCustomError(economy, "Economy_NotParty")
        .withArgs(caller.address, dealId);
    }
    await expect(resell()).to.be.revertedWithCustomError(economy, "Economy_NoGoods").withArgs(dealId);
    await deals.connect(supplier).deliver(dealId, EVIDENCE);
    await expect(resell()).to.be.revertedWithCustomError(economy, "Economy_NoGoods").withArgs(dealId);
    await deals.connect(retailer).accept(dealId);
    await expectFlow(stage, "retailer", [Line.Resale, dealId, 6_001n * quantity], resell);
    await expectDone(stage, retailer, Line.Resale, dealId, resell());
  });

  it("goods that were never made are not resold, though the deal is settled", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, retailer } = stage;
    const dealId = await reach(stage, "Settled");
    await expect(economy.connect(retailer).resell(dealId))
      .to.be.revertedWithCustomError(economy, "Economy_NoGoods")
      .withArgs(dealId);
  });

  it("a retailer that bought on the side market has no use for the deal's goods", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, deals, supplier, retailer } = stage;
    const dealId = await openDeal(stage);
    await sign(stage, dealId, Side.Supplier);
    await economy.connect(retailer).useSideMarket(dealId);
    await sign(stage, dealId, Side.Retailer);
    await economy.connect(supplier).produce(dealId);
    await deals.connect(supplier).deliver(dealId, EVIDENCE);
    await deals.connect(retailer).accept(dealId);
    await expect(economy.connect(retailer).resell(dealId))
      .to.be.revertedWithCustomError(economy, "Economy_NoGoods")
      .withArgs(dealId);
  });

  it("goods that were refused, or never answered for, are not resold", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, deals, supplier, retailer, stranger } = stage;
    for (const answered of [true, false]) {
      const dealId = await reach(stage, "Signed");
      await economy.connect(supplier).produce(dealId);
      await deals.connect(supplier).deliver(dealId, EVIDENCE);
      if (answered) {
        await deals.connect(retailer).refuse(dealId);
      } else {
        await at(stage, (await deadlineOf(stage, dealId)) + 1n);
        await deals.connect(stranger).enforce(dealId);
      }
      await expect(economy.connect(retailer).resell(dealId))
        .to.be.revertedWithCustomError(economy, "Economy_NoGoods")
        .withArgs(dealId);
    }
  });
});

describe("Economy: what the chain brings", () => {
  it("blockchain income is for a side's signature, once a deal, and not for the partner's", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier, retailer, stranger } = stage;
    const dealId = await openDeal(stage);
    await expect(economy.connect(stranger).collectBlockchainIncome(dealId))
      .to.be.revertedWithCustomError(economy, "Economy_NotParty")
      .withArgs(stranger.address, dealId);
    const collect = (account: HardhatEthersSigner) => economy.connect(account).collectBlockchainIncome(dealId);
    for (const [member, account, side, amount] of [
      ["supplier", supplier, Side.Supplier, 2_001n],
      ["retailer", retailer, Side.Retailer, 2_002n],
    ] as const) {
      await expect(collect(account))
        .to.be.revertedWithCustomError(economy, "Economy_NotSigned")
        .withArgs(account.address, dealId);
      await sign(stage, dealId, side);
      await expectFlow(stage, member, [Line.BlockchainIncome, dealId, amount], () => collect(account));
      await expectDone(stage, account, Line.BlockchainIncome, dealId, collect(account));
    }
  });

  it("blockchain income comes once for two signatures on one deal, and once more for another deal", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier } = stage;
    const [first, second] = [await openDeal(stage), await openDeal(stage)];
    const collect = (dealId: bigint) => economy.connect(supplier).collectBlockchainIncome(dealId);
    await sign(stage, first, Side.Supplier);
    await collect(first);
    await sign(stage, first, Side.Supplier, OTHER_COMMITMENT);
    await expectDone(stage, supplier, Line.BlockchainIncome, first, collect(first));
    await sign(stage, second, Side.Supplier);
    await expectFlow(stage, "supplier", [Line.BlockchainIncome, second, 2_001n], () => collect(second));
  });

  it("goodwill income is for each rise that a partner's default caused, and for no other", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier, retailer } = stage;
    const collect = (account: HardhatEthersSigner) => economy.connect(account).collectGoodwillIncome();
    const expectNone = async (account: HardhatEthersSigner) => {
      expect(await economy.unpaidRisesOf(account)).to.equal(0n);
      await expect(collect(account)).to.be.revertedWithCustomError(economy, "Economy_NoRise").withArgs(account.address);
    };
    await reach(stage, "Settled");
    await expectNone(supplier);
    await expectNone(retailer);

    await reach(stage, "RetailerDefaulted");
    await reach(stage, "RetailerDefaulted");
    await expectNone(retailer);
    for (const left of [2n, 1n]) {
      expect(await economy.unpaidRisesOf(supplier)).to.equal(left);
      await expectFlow(stage, "supplier", [Line.GoodwillIncome, 0n, 3_001n], () => collect(supplier));
    }
    await expectNone(supplier);

    await reach(stage, "SupplierDefaulted");
    await expectNone(supplier);
    await expectFlow(stage, "retailer", [Line.GoodwillIncome, 0n, 3_002n], () => collect(retailer));
    await expectNone(retailer);
  });

  it("goodwill income is not paid to somebody who has left, and so has no role", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, members, retailer } = stage;
    await reach(stage, "SupplierDefaulted");
    await leave(stage, retailer);
    await expect(economy.connect(retailer).collectGoodwillIncome())
      .to.be.revertedWithCustomError(economy, "Economy_NotMember")
      .withArgs(retailer.address);
    await members.connect(retailer).join(Side.Retailer);
    await expectFlow(stage, "retailer", [Line.GoodwillIncome, 0n, 3_002n], () =>
      economy.connect(retailer).collectGoodwillIncome(),
    );
  });
});

describe("Economy: the side market", () => {
  it("is open to a side exactly while its partner has signed and it has not", async () => {
    for (const [member, side, partner, amount] of [
      ["supplier", Side.Supplier, Side.Retailer, 4_001n],
      ["retailer", Side.Retailer, Side.Supplier, 4_002n],
    ] as const) {
      const stage = await networkHelpers.loadFixture(fixture);
      const { economy, stranger } = stage;
      const account = stage[member];
      const dealId = await openDeal(stage);
      const use = () => economy.connect(account).useSideMarket(dealId);
      const expectClosed = () =>
        expect(use())
          .to.be.revertedWithCustomError(economy, "Economy_SideMarketClosed")
          .withArgs(account.address, dealId);
      await expect(economy.connect(stranger).useSideMarket(dealId))
        .to.be.revertedWithCustomError(economy, "Economy_NotParty")
        .withArgs(stranger.address, dealId);
      await expectClosed();
      await sign(stage, dealId, partner);
      const snapshot = await networkHelpers.takeSnapshot();
      await expectFlow(stage, member, [Line.SideMarket, dealId, amount], use);
      await expectDone(stage, account, Line.SideMarket, dealId, use());
      await snapshot.restore();
      await sign(stage, dealId, side, OTHER_COMMITMENT);
      await expectClosed();
      await snapshot.restore();
      await sign(stage, dealId, side);
      await expectClosed();
    }
  });

  it("closes when the deal ends", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, deals, retailer, stranger } = stage;
    const dealId = await openDeal(stage);
    await sign(stage, dealId, Side.Supplier);
    await at(stage, (await deadlineOf(stage, dealId)) + 1n);
    await deals.connect(stranger).enforce(dealId);
    await expect(economy.connect(retailer).useSideMarket(dealId))
      .to.be.revertedWithCustomError(economy, "Economy_SideMarketClosed")
      .withArgs(retailer.address, dealId);
  });

  it("has taken the supplier's goods: it can sign afterwards, but has nothing to produce", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier } = stage;
    const dealId = await openDeal(stage);
    const other = await openDeal(stage);
    await sign(stage, dealId, Side.Retailer);
    await economy.connect(supplier).useSideMarket(dealId);
    await sign(stage, dealId, Side.Supplier);
    await expect(economy.connect(supplier).produce(dealId))
      .to.be.revertedWithCustomError(economy, "Economy_NoGoods")
      .withArgs(dealId);
    await signBoth(stage, other);
    await economy.connect(supplier).produce(other);
  });
});
