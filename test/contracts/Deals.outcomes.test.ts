import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { type Changes, expectBalances } from "../support/balances.ts";
import { Cause, Side, Status } from "../support/enums.ts";
import {
  type Amounts,
  at,
  createWorld,
  deadlineOf,
  openDeal,
  OTHER_COMMITMENT,
  reach,
  sign,
  TERMS,
  type World,
  type WorldOptions,
} from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** One way in which a deal can end: how it gets there, and what that must do to everybody's money and goodwill. */
interface Ending {
  readonly name: string;
  readonly status: keyof typeof Status;
  readonly prepare: (world: World) => Promise<bigint>;
  readonly finish: (world: World, dealId: bigint) => Promise<unknown>;
  readonly fromRetailer: (amounts: Amounts) => bigint;
  readonly fromSupplier: (amounts: Amounts) => bigint;
  readonly paysPrice?: true;
  /** What the sides pay as a penalty goes to the treasury, not to each other. */
  readonly forfeits?: true;
  readonly goodwill?: { readonly supplier: bigint; readonly retailer: bigint };
}

const nothing = () => 0n;
const penalty = (amounts: Amounts) => amounts.penalty;

async function withSignatures(world: World, ...commitments: [bigint, string?][]): Promise<bigint> {
  const dealId = await openDeal(world);
  for (const [side, commitment] of commitments) await sign(world, dealId, side, commitment);
  return dealId;
}

async function enforceLate(world: World, dealId: bigint) {
  await at(world, (await deadlineOf(world, dealId)) + 1n);
  return world.deals.connect(world.stranger).enforce(dealId);
}

const ENDINGS: Ending[] = [
  {
    name: "the retailer accepts: the supplier gets the price",
    status: "Settled",
    prepare: (world) => reach(world, "Delivered"),
    finish: ({ deals, retailer }, dealId) => deals.connect(retailer).accept(dealId),
    fromRetailer: ({ price }) => price,
    fromSupplier: nothing,
    paysPrice: true,
    goodwill: { supplier: Cause.Kept, retailer: Cause.Kept },
  },
  {
    name: "the retailer refuses: it keeps the price, and both forfeit the penalty",
    status: "Disagreed",
    prepare: (world) => reach(world, "Delivered"),
    finish: ({ deals, retailer }, dealId) => deals.connect(retailer).refuse(dealId),
    fromRetailer: penalty,
    fromSupplier: penalty,
    forfeits: true,
  },
  {
    name: "the retailer stays silent on a delivery: it pays the price and the penalty",
    status: "RetailerDefaulted",
    prepare: (world) => reach(world, "Delivered"),
    finish: enforceLate,
    fromRetailer: (amounts) => amounts.price + amounts.penalty,
    fromSupplier: nothing,
    paysPrice: true,
    goodwill: { supplier: Cause.Wronged, retailer: Cause.Defaulted },
  },
  {
    name: "the supplier does not deliver: it pays the penalty",
    status: "SupplierDefaulted",
    prepare: (world) => reach(world, "Signed"),
    finish: enforceLate,
    fromRetailer: nothing,
    fromSupplier: penalty,
    goodwill: { supplier: Cause.Defaulted, retailer: Cause.Wronged },
  },
  {
    name: "only the supplier signs: the retailer pays the penalty",
    status: "RetailerDefaulted",
    prepare: (world) => withSignatures(world, [Side.Supplier]),
    finish: enforceLate,
    fromRetailer: penalty,
    fromSupplier: nothing,
    goodwill: { supplier: Cause.Wronged, retailer: Cause.Defaulted },
  },
  {
    name: "only the retailer signs: the supplier pays the penalty",
    status: "SupplierDefaulted",
    prepare: (world) => withSignatures(world, [Side.Retailer]),
    finish: enforceLate,
    fromRetailer: nothing,
    fromSupplier: penalty,
    goodwill: { supplier: Cause.Defaulted, retailer: Cause.Wronged },
  },
  {
    name: "nobody signs: the deal lapses and nobody is fined",
    status: "Lapsed",
    prepare: openDeal,
    finish: enforceLate,
    fromRetailer: nothing,
    fromSupplier: nothing,
  },
  {
    name: "the sides sign different commitments: both forfeit the penalty",
    status: "Disagreed",
    prepare: (world) => withSignatures(world, [Side.Supplier], [Side.Retailer, OTHER_COMMITMENT]),
    finish: enforceLate,
    fromRetailer: penalty,
    fromSupplier: penalty,
    forfeits: true,
  },
];

/** Classes at the edges of what may be listed: the same rules must hold for all. */
const CLASSES: [string, WorldOptions][] = [
  ["a class of ordinary terms", {}],
  ["one unit", { quantity: 1n }],
  ["no penalty", { terms: { penalty: 0n } }],
  ["a penalty as high as the bond", { terms: { penalty: TERMS.bond } }],
  ["no bond", { terms: { bond: 0n, penalty: 0n } }],
  ["suppliers that bear nothing of the cost", { terms: { theta: 0n } }],
  ["suppliers that bear all of the cost", { terms: { theta: 10n ** 18n } }],
  ["no cost", { terms: { operatingCost: 0n } }],
  ["the highest tick", { terms: { tickSize: 1n }, quantity: 1n, tick: 65_535n }],
  ["two lots of four units", { terms: { lot: 4n }, quantity: 8n }],
];

function changesOf(ending: Ending, amounts: Amounts): Changes {
  const fromRetailer = ending.fromRetailer(amounts);
  const fromSupplier = ending.fromSupplier(amounts);
  const [toSupplier, toRetailer] = ending.forfeits ? [0n, 0n] : [fromRetailer, fromSupplier];
  return {
    supplier: { available: amounts.bond - fromSupplier + toSupplier, locked: -amounts.bond },
    retailer: {
      available: amounts.bond + amounts.price - fromRetailer + toRetailer,
      locked: -amounts.bond - amounts.price,
    },
    treasury: { available: ending.forfeits ? fromSupplier + fromRetailer : 0n },
  };
}

for (const [className, options] of CLASSES) {
  async function fixture() {
    return createWorld(connection, options);
  }

  describe(`Deals: how they end, with ${className}`, () => {
    for (const ending of ENDINGS) {
      it(ending.name, async () => {
        const world = await networkHelpers.loadFixture(fixture);
        const { deals, amounts } = world;
        const dealId = await ending.prepare(world);
        await expectBalances(world, changesOf(ending, amounts), async () => {
          const closing = ending.finish(world, dealId);
          await expectClosed(world, dealId, ending, closing);
        });
        expect((await deals.dealOf(dealId)).status).to.equal(Status[ending.status]);
        await expectGoodwill(world, ending);
        await expectFreed(world);
      });
    }
  });
}

/** The events of the end: what was paid, by whom, to whom, and why. */
async function expectClosed(world: World, dealId: bigint, ending: Ending, closing: Promise<unknown>): Promise<void> {
  const { deals, supplier, retailer, amounts } = world;
  await expect(closing)
    .to.emit(deals, "DealClosed")
    .withArgs(dealId, Status[ending.status], ending.fromRetailer(amounts), ending.fromSupplier(amounts));
  if (ending.paysPrice) {
    await expect(closing)
      .to.emit(deals, "PricePaid")
      .withArgs(dealId, retailer.address, supplier.address, amounts.price);
  } else {
    await expect(closing).not.to.emit(deals, "PricePaid");
  }
  const penalties = {
    RetailerDefaulted: [[retailer, supplier]],
    SupplierDefaulted: [[supplier, retailer]],
    Disagreed: [
      [retailer, world.treasury],
      [supplier, world.treasury],
    ],
  };
  const paid = await deals.queryFilter(deals.filters.PenaltyPaid(dealId));
  expect(paid.map(({ args }) => [args.from, args.to, args.amount])).to.deep.equal(
    (Object.entries(penalties).find(([status]) => status === ending.status)?.[1] ?? []).map(([from, to]) => [
      from?.address,
      to?.address,
      amounts.penalty,
    ]),
  );
}

async function expectGoodwill({ goodwill, supplier, retailer }: World, ending: Ending): Promise<void> {
  const events = await goodwill.queryFilter(goodwill.filters.GoodwillChanged());
  const changes = events.map(({ args }) => [args.member, args.cause]);
  expect(changes).to.deep.equal(
    ending.goodwill === undefined
      ? []
      : [
          [supplier.address, ending.goodwill.supplier],
          [retailer.address, ending.goodwill.retailer],
        ],
  );
}

/** After the end nothing but the membership is locked, and nothing is left to wait for. */
async function expectFreed({ ledger, members, supplier, retailer }: World): Promise<void> {
  for (const { address } of [supplier, retailer]) {
    expect((await ledger.accountOf(address)).locked).to.equal(await members.membershipBond());
    expect((await members.memberOf(address)).commitments).to.equal(0n);
  }
}
