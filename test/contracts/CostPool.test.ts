import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { Side } from "../support/enums.ts";
import { createWorld, openDeal, sign, signBoth } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const WHOLE = 10n ** 18n;

async function fixture() {
  return createWorld(connection);
}

describe("CostPool", () => {
  it("is charged by the deals contract only", async () => {
    const { costPool, deployer, owner, supplier, treasury } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, owner, supplier, treasury]) {
      await expect(costPool.connect(caller).charge(1n, Side.Supplier, supplier, 1n, 0n))
        .to.be.revertedWithCustomError(costPool, "Operated_NotOperator")
        .withArgs(caller.address);
    }
  });

  it("names the account that receives the cost", async () => {
    const { costPool, treasury } = await networkHelpers.loadFixture(fixture);
    expect(await costPool.treasury()).to.equal(treasury.address);
  });

  it("splits every cost without a rest: floor(cost * theta) for the supplier, what is left for the retailer", async () => {
    const { costPool } = await networkHelpers.loadFixture(fixture);
    const costs = [0n, 1n, 2n, 3n, 99n, 101n, 10n ** 18n, 10n ** 18n + 1n, 2n ** 128n - 1n, 2n ** 168n - 1n];
    const thetas = [0n, 1n, WHOLE / 3n, WHOLE / 2n, (2n * WHOLE) / 3n, WHOLE - 1n, WHOLE];
    for (const cost of costs) {
      let previous = 0n;
      for (const theta of thetas) {
        const { supplierShare, retailerShare } = await costPool.sharesOf(cost, theta);
        expect(supplierShare, `${cost} at ${theta}`).to.equal((cost * theta) / WHOLE);
        expect(supplierShare + retailerShare).to.equal(cost);
        expect(supplierShare).to.be.at.least(previous);
        previous = supplierShare;
      }
      expect(previous).to.equal(cost);
    }
    expect(await costPool.sharesOf(MaxUint256, WHOLE)).to.deep.equal([MaxUint256, 0n]);
  });

  const cases: [string, bigint, bigint, bigint, bigint, bigint][] = [
    // name, cost per unit, theta, quantity, supplier's part, retailer's part
    ["a third", 101n, 333_333_333_333_333_333n, 3n, 100n, 203n],
    ["nothing for the supplier", 101n, 0n, 3n, 0n, 303n],
    ["everything for the supplier", 101n, WHOLE, 3n, 303n, 0n],
    ["a half of an odd cost", 7n, WHOLE / 2n, 1n, 3n, 4n],
    ["parts of the whole deal, not of each unit", 1n, WHOLE / 2n, 4n, 2n, 2n],
    ["no cost", 0n, WHOLE / 2n, 3n, 0n, 0n],
  ];
  for (const [name, operatingCost, theta, quantity, supplierPart, retailerPart] of cases) {
    async function costFixture() {
      return createWorld(connection, { terms: { operatingCost, theta }, quantity });
    }

    it(`moves ${name} to the treasury when each side signs`, async () => {
      const world = await networkHelpers.loadFixture(costFixture);
      const { costPool, supplier, retailer } = world;
      const dealId = await openDeal(world);
      await expectBalances(
        world,
        { supplier: { available: -supplierPart }, treasury: { available: supplierPart } },
        () => sign(world, dealId, Side.Supplier),
      );
      await expectBalances(
        world,
        { retailer: { available: -retailerPart }, treasury: { available: retailerPart } },
        () => sign(world, dealId, Side.Retailer),
      );
      const events = await costPool.queryFilter(costPool.filters.CostShareCharged());
      expect(events.map(({ args: { dealId: id, payer, side, amount } }) => [id, payer, side, amount])).to.deep.equal([
        [dealId, supplier.address, Side.Supplier, supplierPart],
        [dealId, retailer.address, Side.Retailer, retailerPart],
      ]);
    });
  }

  it("keeps nothing back: the treasury withdraws what was charged", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { ledger, treasury } = world;
    await signBoth(world, await openDeal(world));
    await expectBalances(world, { treasury: { available: -303n, wallet: 303n } }, () =>
      ledger.connect(treasury).withdrawTo(treasury.address, 303n),
    );
  });
});
