import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { Cause, Side, Status, type StatusName } from "../support/enums.ts";
import { fieldsOf } from "../support/results.ts";
import { at, createWorld, deadlineOf, openDeal, OTHER_COMMITMENT, reach, sign, type World } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  return createWorld(connection);
}

interface Counts {
  kept: bigint;
  wronged: bigint;
  defaulted: bigint;
}

/** What the ends of the deals say of every member, from the deals' own events and nothing else. */
async function recount({ deals }: World): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>();
  const countsOf = (member: string) => {
    const known = counts.get(member) ?? { kept: 0n, wronged: 0n, defaulted: 0n };
    counts.set(member, known);
    return known;
  };
  const opened = await deals.queryFilter(deals.filters.DealOpened());
  const parties = new Map(opened.map(({ args }) => [args.dealId, [args.supplier, args.retailer] as const]));
  for (const { args } of await deals.queryFilter(deals.filters.DealClosed())) {
    const [supplier, retailer] = parties.get(args.dealId) ?? ["", ""];
    if (args.status === Status.Settled) {
      countsOf(supplier).kept += 1n;
      countsOf(retailer).kept += 1n;
    } else if (args.status === Status.SupplierDefaulted) {
      countsOf(supplier).defaulted += 1n;
      countsOf(retailer).wronged += 1n;
    } else if (args.status === Status.RetailerDefaulted) {
      countsOf(supplier).wronged += 1n;
      countsOf(retailer).defaulted += 1n;
    }
  }
  return counts;
}

const scoreOf = ({ kept, wronged, defaulted }: Counts) => kept + wronged - 3n * defaulted;

describe("Goodwill", () => {
  it("is recorded by the deals contract only", async () => {
    const { goodwill, deployer, owner, supplier } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, owner, supplier]) {
      await expect(goodwill.connect(caller).record(1n, supplier, Cause.Kept))
        .to.be.revertedWithCustomError(goodwill, "Operated_NotOperator")
        .withArgs(caller.address);
    }
  });

  it("of somebody without deals is zero", async () => {
    const { goodwill, supplier } = await networkHelpers.loadFixture(fixture);
    expect(fieldsOf(await goodwill.recordOf(supplier))).to.deep.equal({ kept: 0n, wronged: 0n, defaulted: 0n });
    expect(await goodwill.scoreOf(supplier)).to.equal(0n);
  });

  const ends: [StatusName, [bigint, bigint] | undefined, [bigint, bigint]][] = [
    // how the deal ends, causes and scores of supplier and retailer
    ["Settled", [Cause.Kept, Cause.Kept], [1n, 1n]],
    ["SupplierDefaulted", [Cause.Defaulted, Cause.Wronged], [-3n, 1n]],
    ["RetailerDefaulted", [Cause.Wronged, Cause.Defaulted], [1n, -3n]],
    ["Lapsed", undefined, [0n, 0n]],
    ["Disagreed", undefined, [0n, 0n]],
  ];
  for (const [status, causes, [supplierScore, retailerScore]] of ends) {
    it(`after a deal that is ${status} is ${supplierScore} for the supplier and ${retailerScore} for the retailer`, async () => {
      const world = await networkHelpers.loadFixture(fixture);
      const { goodwill, supplier, retailer } = world;
      const dealId = await reach(world, status);
      expect(await goodwill.scoreOf(supplier)).to.equal(supplierScore);
      expect(await goodwill.scoreOf(retailer)).to.equal(retailerScore);
      const events = await goodwill.queryFilter(goodwill.filters.GoodwillChanged());
      expect(events.map(({ args: { dealId: id, member, cause, score } }) => [id, member, cause, score])).to.deep.equal(
        causes === undefined
          ? []
          : [
              [dealId, supplier.address, causes[0], supplierScore],
              [dealId, retailer.address, causes[1], retailerScore],
            ],
      );
    });
  }

  it("does not change while a deal runs", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    await reach(world, "Delivered");
    expect(await world.goodwill.queryFilter(world.goodwill.filters.GoodwillChanged())).to.deep.equal([]);
  });

  it("can be recomputed from the ends of the deals, after many of them", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { goodwill, supplier, retailer, stranger } = world;
    const waiting = [await openDeal(world), await openDeal(world), await openDeal(world), await openDeal(world)];
    const [silent = 0n, bySupplier = 0n, byRetailer = 0n, differently = 0n] = waiting;
    await reach(world, "Settled");
    await reach(world, "Settled");
    await reach(world, "Disagreed");
    const undelivered = await reach(world, "Signed");
    const unanswered = await reach(world, "Delivered");
    await sign(world, bySupplier, Side.Supplier);
    await sign(world, byRetailer, Side.Retailer);
    await sign(world, differently, Side.Supplier);
    await sign(world, differently, Side.Retailer, OTHER_COMMITMENT);
    await networkHelpers.time.increase(world.terms.acceptPeriod);
    for (const dealId of [silent, bySupplier, byRetailer, differently, unanswered]) await world.deals.enforce(dealId);
    await at(world, (await deadlineOf(world, undelivered)) + 1n);
    await world.deals.enforce(undelivered);

    const recounted = await recount(world);
    expect(recounted.get(supplier.address)).to.deep.equal({ kept: 2n, wronged: 2n, defaulted: 2n });
    expect(recounted.get(retailer.address)).to.deep.equal({ kept: 2n, wronged: 2n, defaulted: 2n });
    for (const member of [supplier, retailer]) {
      const counts = recounted.get(member.address);
      if (counts === undefined) throw new Error("no deals of the member");
      expect(fieldsOf(await goodwill.recordOf(member))).to.deep.equal(counts);
      expect(await goodwill.scoreOf(member)).to.equal(scoreOf(counts));
    }
    expect(await goodwill.scoreOf(stranger)).to.equal(0n);
  });

  it("survives a membership: whoever leaves and comes back keeps its record", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { goodwill, members, supplier } = world;
    await reach(world, "SupplierDefaulted");
    await members.connect(supplier).giveNotice();
    await networkHelpers.time.increase(await members.noticePeriod());
    await members.connect(supplier).resign();
    await members.connect(supplier).join(Side.Supplier);
    expect(await goodwill.scoreOf(supplier)).to.equal(-3n);
  });
});
