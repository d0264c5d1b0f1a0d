import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { type Changes, expectBalances } from "../../support/balances.ts";
import { Side, Status } from "../../support/enums.ts";
import {
  at,
  createWorld,
  deadlineOf,
  openDeal,
  OTHER_COMMITMENT,
  reach,
  sign,
  type World,
} from "../../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  return createWorld(connection, { dealsContract: "ChargeDefectorDeals" });
}

async function enforceLate(world: World, dealId: bigint) {
  await at(world, (await deadlineOf(world, dealId)) + 1n);
  await world.deals.connect(world.stranger).enforce(dealId);
}

/** The end of an unsigned deal, and what each side still owes of the cost then. */
interface Ending {
  readonly name: string;
  readonly signatures: readonly [bigint, string?][];
  readonly supplierPays: boolean;
  readonly retailerPays: boolean;
  /** What the end itself moves from the supplier to the retailer; negative for the other way. */
  readonly fine: (world: World) => bigint;
  /** Both sides pay their penalty to the treasury. */
  readonly forfeits?: true;
}

const ENDINGS: Ending[] = [
  { name: "nobody signed", signatures: [], supplierPays: true, retailerPays: true, fine: () => 0n },
  {
    name: "only the supplier signed",
    signatures: [[Side.Supplier]],
    supplierPays: false,
    retailerPays: true,
    fine: ({ amounts }) => -amounts.penalty,
  },
  {
    name: "only the retailer signed",
    signatures: [[Side.Retailer]],
    supplierPays: true,
    retailerPays: false,
    fine: ({ amounts }) => amounts.penalty,
  },
  {
    name: "both signed, but not the same",
    signatures: [[Side.Supplier], [Side.Retailer, OTHER_COMMITMENT]],
    supplierPays: false,
    retailerPays: false,
    fine: () => 0n,
    forfeits: true,
  },
];

function changesOf(world: World, { supplierPays, retailerPays, fine, forfeits }: Ending): Changes {
  const { amounts } = world;
  const forfeited = forfeits ? amounts.penalty : 0n;
  const supplierCost = (supplierPays ? amounts.supplierShare : 0n) + forfeited;
  const retailerCost = (retailerPays ? amounts.retailerShare : 0n) + forfeited;
  return {
    supplier: { available: amounts.bond - fine(world) - supplierCost, locked: -amounts.bond },
    retailer: {
      available: amounts.bond + amounts.price + fine(world) - retailerCost,
      locked: -amounts.bond - amounts.price,
    },
    treasury: { available: supplierCost + retailerCost },
  };
}

describe("ChargeDefectorDeals", () => {
  for (const ending of ENDINGS) {
    it(`charges whoever has not signed when ${ending.name}`, async () => {
      const world = await networkHelpers.loadFixture(fixture);
      const dealId = await openDeal(world);
      for (const [side, commitment] of ending.signatures) await sign(world, dealId, side, commitment);
      await expectBalances(world, changesOf(world, ending), () => enforceLate(world, dealId));
    });
  }

  it("charges nobody twice: after both have signed, a deal ends like the alliance's own", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, costPool, retailer, amounts } = world;
    const dealId = await reach(world, "Delivered");
    await expectBalances(
      world,
      {
        supplier: { available: amounts.bond + amounts.price, locked: -amounts.bond },
        retailer: { available: amounts.bond, locked: -amounts.bond - amounts.price },
      },
      () => deals.connect(retailer).accept(dealId),
    );
    await reach(world, "SupplierDefaulted");
    expect(await costPool.queryFilter(costPool.filters.CostShareCharged())).to.have.lengthOf(4);
  });

  it("cannot end a deal while a side that has not signed cannot pay, unlike the alliance's own", async () => {
    for (const dealsContract of ["ChargeDefectorDeals", "Deals"] as const) {
      const world = await createWorld(connection, { dealsContract, terms: { penalty: 500n } });
      const { deals, ledger, supplier, stranger } = world;
      const dealId = await openDeal(world);
      await sign(world, dealId, Side.Retailer);
      const { available } = await ledger.accountOf(supplier);
      await ledger.connect(supplier).withdrawTo(supplier, available);
      await at(world, (await deadlineOf(world, dealId)) + 1n);
      if (dealsContract === "ChargeDefectorDeals") {
        await expect(deals.connect(stranger).enforce(dealId))
          .to.be.revertedWithCustomError(ledger, "Ledger_InsufficientAvailable")
          .withArgs(supplier.address, 0n, 100n);
      } else {
        await deals.connect(stranger).enforce(dealId);
        expect((await deals.dealOf(dealId)).status).to.equal(Status.SupplierDefaulted);
      }
    }
  });
});
