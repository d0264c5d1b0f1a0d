import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../../support/balances.ts";
import { Status } from "../../support/enums.ts";
import { at, createWorld, deadlineOf, openDeal, reach } from "../../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** An odd penalty, so that halving it has a rest. */
async function fixture() {
  return createWorld(connection, { dealsContract: "HalfPenaltyDeals", terms: { penalty: 301n } });
}

const HALF = 451n; // of 3 * 301, rounded down

describe("HalfPenaltyDeals", () => {
  it("says half the penalty from the start, with everything else as it was", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, amounts } = world;
    const dealId = await openDeal(world);
    const [opened] = await deals.queryFilter(deals.filters.DealOpened());
    expect(opened?.args.penalty).to.equal(HALF);
    expect(opened?.args.bond).to.equal(amounts.bond);
    expect(opened?.args.price).to.equal(amounts.price);
    expect(await deals.penaltyOf(dealId)).to.equal(HALF);
    expect((await deals.termsOf(world.classId)).penalty).to.equal(301n);
  });

  it("moves half the penalty when a side defaults", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, retailer, amounts } = world;
    const dealId = await reach(world, "Signed");
    await at(world, (await deadlineOf(world, dealId)) + 1n);
    await expectBalances(
      world,
      {
        supplier: { available: amounts.bond - HALF, locked: -amounts.bond },
        retailer: { available: amounts.bond + amounts.price + HALF, locked: -amounts.bond - amounts.price },
      },
      async () => {
        const closing = deals.connect(world.stranger).enforce(dealId);
        await expect(closing).to.emit(deals, "PenaltyPaid").withArgs(dealId, supplier.address, retailer.address, HALF);
        await expect(closing).to.emit(deals, "DealClosed").withArgs(dealId, Status.SupplierDefaulted, 0n, HALF);
      },
    );
  });

  it("settles like the alliance's own deals", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, retailer, amounts } = world;
    const dealId = await reach(world, "Delivered");
    await expectBalances(
      world,
      {
        supplier: { available: amounts.bond + amounts.price, locked: -amounts.bond },
        retailer: { available: amounts.bond, locked: -amounts.bond - amounts.price },
      },
      () => deals.connect(retailer).accept(dealId),
    );
  });
});
