import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { NetworkConnection } from "hardhat/types/network";

import { type Agreement, signAgreement } from "./agreement.ts";
import type { DealsContract } from "../../ignition/modules/contracts.ts";
import { type Deployment, deploy, namedSigners } from "./deployment.ts";
import { Side, type StatusName } from "./enums.ts";

export interface Terms {
  readonly tickSize: bigint;
  readonly bond: bigint;
  readonly penalty: bigint;
  readonly operatingCost: bigint;
  readonly theta: bigint;
  readonly lot: bigint;
  readonly signPeriod: bigint;
  readonly acceptPeriod: bigint;
  readonly deliveryGrid: bigint;
}

/** A class whose amounts are all different, and whose cost does not divide evenly. Amounts in token units per unit. */
export const TERMS: Terms = {
  tickSize: 11n,
  bond: 500n,
  penalty: 300n,
  operatingCost: 101n,
  theta: 333_333_333_333_333_333n,
  lot: 1n,
  signPeriod: 3_600n,
  acceptPeriod: 7_200n,
  deliveryGrid: 86_400n,
};

/** What a member has in its wallet and in the Ledger before it joins, in token units. */
export const WALLET = 1_000_000n;
export const DEPOSIT = 100_000n;

export const COMMITMENT = `0x${"c0".repeat(32)}`;
export const OTHER_COMMITMENT = `0x${"0c".repeat(32)}`;
export const EVIDENCE = `0x${"e1".repeat(32)}`;

/** The amounts of one deal, for its whole quantity, in token units. */
export interface Amounts {
  readonly price: bigint;
  readonly bond: bigint;
  readonly penalty: bigint;
  readonly cost: bigint;
  readonly supplierShare: bigint;
  readonly retailerShare: bigint;
}

export interface World extends Deployment {
  readonly connection: NetworkConnection;
  readonly supplier: HardhatEthersSigner;
  readonly retailer: HardhatEthersSigner;
  readonly stranger: HardhatEthersSigner;
  readonly terms: Terms;
  readonly classId: bigint;
  readonly quantity: bigint;
  readonly tick: bigint;
  readonly deliverBy: bigint;
  readonly amounts: Amounts;
}

export interface WorldOptions {
  readonly terms?: Partial<Terms>;
  readonly quantity?: bigint;
  readonly tick?: bigint;
  readonly dealsContract?: DealsContract;
}

/** An alliance with one class, one supplier and one retailer, both members with money in the Ledger. */
export async function createWorld(connection: NetworkConnection, options: WorldOptions = {}): Promise<World> {
  const deployment = await deploy(connection, options.dealsContract);
  const [, , , supplier, retailer, stranger] = await namedSigners(connection);
  if (supplier === undefined || retailer === undefined || stranger === undefined) {
    throw new Error("the chain has too few accounts");
  }
  const terms = { ...TERMS, ...options.terms };
  const { quantity = 3n, tick = 7n } = options;
  await deployment.deals.connect(deployment.owner).listClass(terms);
  await enrol(deployment, supplier, Side.Supplier);
  await enrol(deployment, retailer, Side.Retailer);
  return {
    ...deployment,
    connection,
    supplier,
    retailer,
    stranger,
    terms,
    classId: await deployment.deals.classCount(),
    quantity,
    tick,
    deliverBy: await deliveryDeadline(connection, terms),
    amounts: amountsOf(terms, quantity, tick),
  };
}

/** A delivery deadline on the class's grid, with time to spare for everything that comes before it. */
export async function deliveryDeadline({ networkHelpers }: NetworkConnection, terms: Terms): Promise<bigint> {
  const earliest = BigInt(await networkHelpers.time.latest()) + 10n * terms.signPeriod;
  return (earliest / terms.deliveryGrid + 1n) * terms.deliveryGrid;
}

/** The amounts of a deal as the documentation defines them, computed here once more. */
export function amountsOf(terms: Terms, quantity: bigint, tick: bigint): Amounts {
  const cost = terms.operatingCost * quantity;
  const supplierShare = (cost * terms.theta) / 10n ** 18n;
  return {
    price: tick * terms.tickSize * quantity,
    bond: terms.bond * quantity,
    penalty: terms.penalty * quantity,
    cost,
    supplierShare,
    retailerShare: cost - supplierShare,
  };
}

/** Gives an account money and makes it a member. */
export async function enrol(
  { token, ledger, members, owner }: Deployment,
  account: HardhatEthersSigner,
  side: bigint,
): Promise<void> {
  await token.connect(owner).mint(account.address, WALLET + DEPOSIT);
  await token.connect(account).approve(ledger, DEPOSIT);
  await ledger.connect(account).deposit(DEPOSIT);
  await members.connect(account).join(side);
}

/** Matches an offer and a demand of the world's two members. */
export async function openDeal({ orderBook, deals, supplier, retailer, ...world }: World): Promise<bigint> {
  const expiry = world.deliverBy - world.terms.signPeriod;
  const order = [world.classId, world.deliverBy, world.quantity, world.tick, expiry] as const;
  await orderBook.connect(supplier).place(Side.Supplier, ...order);
  await orderBook.connect(retailer).place(Side.Retailer, ...order);
  return deals.dealCount();
}

/** The agreement that both sides of a deal sign, read from the chain. */
export async function agreementOf({ deals }: Deployment, dealId: bigint, commitment: string): Promise<Agreement> {
  const { supplier, retailer, classId, quantity, signBy, deliverBy } = await deals.dealOf(dealId);
  const price = await deals.priceOf(dealId);
  return { dealId, commitment, supplier, retailer, classId, quantity, price, signBy, deliverBy };
}

/** Signs as `side` and brings the signature itself. */
export async function sign(world: World, dealId: bigint, side: bigint, commitment: string = COMMITMENT): Promise<void> {
  const signer = side === Side.Supplier ? world.supplier : world.retailer;
  const signature = await signAgreement(signer, world.deals, await agreementOf(world, dealId, commitment));
  await world.deals.connect(signer).sign(dealId, side, commitment, signature);
}

export async function signBoth(world: World, dealId: bigint): Promise<void> {
  await sign(world, dealId, Side.Supplier);
  await sign(world, dealId, Side.Retailer);
}

/** Lets the next transaction happen at `time`, Unix time in seconds. */
export async function at({ connection }: Pick<World, "connection">, time: bigint): Promise<void> {
  await connection.networkHelpers.time.setNextBlockTimestamp(time);
}

/** Leads a new deal to a status, on the shortest way. Returns a deal that does not exist for `None`. */
export async function reach(world: World, status: StatusName): Promise<bigint> {
  if (status === "None") return (await world.deals.dealCount()) + 1n;
  const { deals, supplier, retailer, stranger } = world;
  const dealId = await openDeal(world);
  const { signBy, deliverBy } = await deals.dealOf(dealId);
  if (status === "Matched") return dealId;
  if (status === "Lapsed") {
    await at(world, signBy + 1n);
    await deals.connect(stranger).enforce(dealId);
    return dealId;
  }
  await signBoth(world, dealId);
  if (status === "Signed") return dealId;
  if (status === "SupplierDefaulted") {
    await at(world, deliverBy + 1n);
    await deals.connect(stranger).enforce(dealId);
    return dealId;
  }
  await deals.connect(supplier).deliver(dealId, EVIDENCE);
  if (status === "Settled") await deals.connect(retailer).accept(dealId);
  if (status === "Disagreed") await deals.connect(retailer).refuse(dealId);
  if (status === "RetailerDefaulted") {
    await at(world, (await deadlineOf(world, dealId)) + 1n);
    await deals.connect(stranger).enforce(dealId);
  }
  return dealId;
}

/** The time up to which a deal's own actions are possible; 0 for a deal that has none. */
export async function deadlineOf({ deals }: Deployment, dealId: bigint): Promise<bigint> {
  const { status, signBy, deliverBy, acceptBy } = await deals.dealOf(dealId);
  return [0n, signBy, deliverBy, acceptBy][Number(status)] ?? 0n;
}
