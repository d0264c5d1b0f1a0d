import { agreementFor, signAgreement } from "#chain/agreement.ts";
import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance, AllianceAddresses } from "#chain/alliance.ts";
import type { ChainProvider } from "#chain/connection.ts";
import { send } from "#chain/send.ts";
import type { Receipt } from "#chain/send.ts";
import { startLocalChain } from "#cli/localChain.ts";
import { sideOf } from "#domain/roles.ts";
import type { Role } from "#domain/roles.ts";
import type { Actor } from "#measure/stage.ts";
import { actorAt, admit, allianceAt, listClass, schedule } from "#measure/theatre.ts";

export const ONE = 10n ** 18n;
export const COMMITMENT = `0x${"c0".repeat(32)}`;
export const OTHER_COMMITMENT = `0x${"0c".repeat(32)}`;

/** A class whose amounts are all different. */
export const TERMS = {
  tickSize: 3n * ONE,
  bond: 20n * ONE,
  penalty: 7n * ONE,
  operatingCost: 11n,
  theta: ONE / 4n,
};

/** A local chain with an alliance on it, one member of each side, and a class to trade. */
export interface Market {
  readonly provider: ChainProvider;
  readonly addresses: AllianceAddresses;
  readonly alliance: Alliance;
  readonly owner: Alliance;
  readonly actors: Readonly<Record<Role, Actor>>;
  readonly classId: number;
  readonly close: () => Promise<void>;
}

export async function openMarket(): Promise<Market> {
  const { experiment, close } = await startLocalChain();
  const { provider, addresses } = experiment;
  const owner = await allianceAt(experiment, 0);
  const actors = {
    supplier: await actorAt(experiment, 2, "supplier", "supplier"),
    retailer: await actorAt(experiment, 3, "retailer", "retailer"),
  };
  const classId = await listClass(owner, TERMS);
  await admit(owner, actors.supplier, 10_000n * ONE);
  await admit(owner, actors.retailer, 10_000n * ONE);
  return { provider, addresses, alliance: connectAlliance(addresses, provider), owner, actors, classId, close };
}

/** Places an order of a side, delivered a week from the chain's today. */
export async function place(market: Market, role: Role, quantity: number, tick: number): Promise<Receipt> {
  const { provider, addresses, actors, classId } = market;
  const { expiry, deliverBy } = await schedule({
    provider,
    addresses,
    software: { version: "" },
    compiler: { version: "", settings: {} },
  });
  const { orderBook } = actors[role].alliance;
  return send(`${role}: place`, orderBook.place(sideOf(role), classId, deliverBy, quantity, tick, expiry));
}

/** Matches an offer and a demand. */
export async function openDeal(market: Market, quantity = 2, tick = 5): Promise<bigint> {
  await place(market, "supplier", quantity, tick);
  await place(market, "retailer", quantity, tick);
  return market.alliance.deals.dealCount();
}

/** Signs as a side over a commitment, and brings the signature. */
export async function sign(market: Market, role: Role, dealId: bigint, commitment = COMMITMENT): Promise<string> {
  const { alliance, actors } = market;
  const actor = actors[role];
  const signature = await signAgreement(actor.signer, await agreementFor(alliance, dealId, commitment));
  await send(`${role}: sign`, actor.alliance.deals.sign(dealId, sideOf(role), commitment, signature));
  return signature;
}
