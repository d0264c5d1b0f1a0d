import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { createStage, expectDone, expectFlow, leave, PURSE, SETTINGS } from "../../support/economy.ts";
import { Line, Side } from "../../support/enums.ts";
import { fieldsOf } from "../../support/results.ts";
import { at, deadlineOf, openDeal, sign } from "../../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  return createStage(connection);
}

describe("Economy: settings", () => {
  it("are the owner's", async () => {
    const { economy, deployer, supplier } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, supplier]) {
      await expect(economy.connect(caller).configure(SETTINGS))
        .to.be.revertedWithCustomError(economy, "OwnableUnauthorizedAccount")
        .withArgs(caller.address);
    }
  });

  it("can be changed, and are said", async () => {
    const { economy, owner } = await networkHelpers.loadFixture(fixture);
    expect(fieldsOf(await economy.settingsOf())).to.deep.equal(SETTINGS);
    const changed = { ...SETTINGS, resale: 7n, sideMarket: { supplier: -1n, retailer: -2n } };
    await expect(economy.connect(owner).configure(changed)).to.emit(economy, "EconomyConfigured");
    expect(fieldsOf(await economy.settingsOf())).to.deep.equal(changed);
  });
});

describe("Economy: operating income", () => {
  it("is for members, once, and whatever they do", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, supplier, retailer, stranger } = stage;
    await expect(economy.connect(stranger).collectOperatingIncome())
      .to.be.revertedWithCustomError(economy, "Economy_NotMember")
      .withArgs(stranger.address);
    for (const [member, account, amount] of [
      ["supplier", supplier, 1_001n],
      ["retailer", retailer, 1_002n],
    ] as const) {
      const collect = () => economy.connect(account).collectOperatingIncome();
      await expectFlow(stage, member, [Line.OperatingIncome, 0n, amount], collect);
      await expectDone(stage, account, Line.OperatingIncome, 0n, collect());
    }
  });

  it("is not paid again to somebody who left and came back", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, members, supplier } = stage;
    await economy.connect(supplier).collectOperatingIncome();
    await leave(stage, supplier);
    await expect(economy.connect(supplier).collectOperatingIncome())
      .to.be.revertedWithCustomError(economy, "Economy_NotMember")
      .withArgs(supplier.address);
    await members.connect(supplier).join(Side.Retailer);
    await expectDone(stage, supplier, Line.OperatingIncome, 0n, economy.connect(supplier).collectOperatingIncome());
  });
});

describe("Economy: amounts", () => {
  it("below zero are charged", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, owner, supplier, retailer } = stage;
    const charged = { supplier: -11n, retailer: -12n };
    await economy.connect(owner).configure({
      ...SETTINGS,
      operatingIncome: charged,
      blockchainIncome: charged,
      goodwillIncome: charged,
      sideMarket: charged,
    });
    await expectFlow(stage, "supplier", [Line.OperatingIncome, 0n, -11n], () =>
      economy.connect(supplier).collectOperatingIncome(),
    );
    const dealId = await openDeal(stage);
    await sign(stage, dealId, Side.Supplier);
    await expectFlow(stage, "retailer", [Line.SideMarket, dealId, -12n], () =>
      economy.connect(retailer).useSideMarket(dealId),
    );
    await sign(stage, dealId, Side.Retailer);
    await expectFlow(stage, "retailer", [Line.BlockchainIncome, dealId, -12n], () =>
      economy.connect(retailer).collectBlockchainIncome(dealId),
    );
    await at(stage, (await deadlineOf(stage, dealId)) + 1n);
    await stage.deals.enforce(dealId);
    await expectFlow(stage, "retailer", [Line.GoodwillIncome, 0n, -12n], () =>
      economy.connect(retailer).collectGoodwillIncome(),
    );
  });

  it("of zero move nothing, and are said", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, owner, supplier } = stage;
    await economy.connect(owner).configure({ ...SETTINGS, operatingIncome: { supplier: 0n, retailer: 0n } });
    await expectFlow(stage, "supplier", [Line.OperatingIncome, 0n, 0n], () =>
      economy.connect(supplier).collectOperatingIncome(),
    );
  });

  it("are paid while the purse lasts", async () => {
    const stage = await networkHelpers.loadFixture(fixture);
    const { economy, token, owner, supplier } = stage;
    await economy.connect(owner).configure({ ...SETTINGS, operatingIncome: { supplier: PURSE + 1n, retailer: 0n } });
    await expect(economy.connect(supplier).collectOperatingIncome())
      .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
      .withArgs(await economy.getAddress(), PURSE, PURSE + 1n);
    expect(await economy.isDone(supplier, Line.OperatingIncome, 0n)).to.equal(false);
  });
});
