import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { Status } from "../support/enums.ts";
import { at, createWorld, EVIDENCE, openDeal, reach, TERMS, type Terms } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("Deals: steps on the way", () => {
  async function fixture() {
    return createWorld(connection);
  }

  it("a delivery moves no money, keeps the evidence's hash and starts the retailer's time", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, terms } = world;
    const dealId = await reach(world, "Signed");
    const time = BigInt(await networkHelpers.time.latest()) + 100n;
    await at(world, time);
    await expectBalances(world, {}, () =>
      expect(deals.connect(supplier).deliver(dealId, EVIDENCE))
        .to.emit(deals, "DealDelivered")
        .withArgs(dealId, EVIDENCE, time + terms.acceptPeriod),
    );
    const { acceptBy, deliverBy, status } = await deals.dealOf(dealId);
    expect(acceptBy).to.equal(time + terms.acceptPeriod);
    expect(status).to.equal(Status.Delivered);
    expect(deliverBy).to.equal(world.deliverBy);
  });

  it("an answer says whether the goods were accepted or refused", async () => {
    for (const [answer, event] of [
      ["accept", "DealAccepted"],
      ["refuse", "DealRefused"],
    ] as const) {
      const world = await networkHelpers.loadFixture(fixture);
      const dealId = await reach(world, "Delivered");
      await expect(world.deals.connect(world.retailer)[answer](dealId)).to.emit(world.deals, event).withArgs(dealId);
    }
  });

  it("a delivery at the last second leaves the retailer its whole time", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, retailer, terms, deliverBy } = world;
    const dealId = await reach(world, "Signed");
    await at(world, deliverBy);
    await deals.connect(supplier).deliver(dealId, EVIDENCE);
    await at(world, deliverBy + terms.acceptPeriod);
    await deals.connect(retailer).accept(dealId);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Settled);
  });

  it("deals of the same sides end apart: each with its own amounts", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, retailer, amounts } = world;
    const first = await reach(world, "Delivered");
    const larger = { ...world, quantity: 5n, tick: 9n };
    const second = await openDeal(larger);
    expect(await deals.priceOf(first)).to.equal(231n);
    expect(await deals.priceOf(second)).to.equal(495n);
    expect(await deals.penaltyOf(second)).to.equal(1_500n);
    await expectBalances(
      world,
      {
        supplier: { available: amounts.bond + amounts.price, locked: -amounts.bond },
        retailer: { available: amounts.bond, locked: -amounts.bond - amounts.price },
      },
      () => deals.connect(retailer).accept(first),
    );
    expect((await deals.dealOf(second)).status).to.equal(Status.Matched);
  });

  it("a class listed later changes nothing for the deals of another class", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, owner } = world;
    const dealId = await openDeal(world);
    const before = [await deals.dealOf(dealId), await deals.priceOf(dealId), await deals.penaltyOf(dealId)];
    const changed: Terms = { ...TERMS, tickSize: 99n, penalty: 1n, operatingCost: 0n };
    await deals.connect(owner).listClass(changed);
    expect([await deals.dealOf(dealId), await deals.priceOf(dealId), await deals.penaltyOf(dealId)]).to.deep.equal(
      before,
    );
  });
});
