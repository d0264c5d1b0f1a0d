import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import { blockTime } from "#chain/clock.ts";
import type { Experiment } from "#chain/experiment.ts";
import { send } from "#chain/send.ts";
import { sideOf } from "#domain/roles.ts";
import type { Role } from "#domain/roles.ts";

import type { Actor } from "./stage.ts";

/** A day in seconds: deadlines of deliveries are whole days. */
const DAY = 24 * 3600;

/** The terms of the product class that is traded, in token units. */
export interface ClassTerms {
  readonly tickSize: bigint;
  readonly bond: bigint;
  readonly penalty: bigint;
  readonly operatingCost: bigint;
  readonly theta: bigint;
}

/** Lists a product class with a day to sign, a day to accept, and deliveries at midnight. */
export async function listClass(owner: Alliance, terms: ClassTerms): Promise<number> {
  await send(
    "list the product class",
    owner.deals.listClass({ ...terms, lot: 1, signPeriod: DAY, acceptPeriod: DAY, deliveryGrid: DAY }),
  );
  return Number(await owner.deals.classCount());
}

/** What the outside world pays and charges, in token units; see the contract `IEconomy`. */
export interface EconomySettings {
  readonly operatingIncome: Readonly<Record<Role, bigint>>;
  readonly blockchainIncome: Readonly<Record<Role, bigint>>;
  readonly goodwillIncome: Readonly<Record<Role, bigint>>;
  readonly sideMarket: Readonly<Record<Role, bigint>>;
  readonly productionCost: bigint;
  readonly resale: bigint;
}

/** Gives the outside world `amount` token units and its prices. */
export async function furnish(owner: Alliance, amount: bigint, settings: EconomySettings): Promise<void> {
  await send("give tokens to the economy", owner.token.mint(owner.addresses.economy, amount));
  await send("configure the economy", owner.economy.configure(settings));
}

/** Account `index` of the chain as a member-to-be. */
export async function actorAt(experiment: Experiment, index: number, name: string, role: Role): Promise<Actor> {
  const signer = await experiment.provider.getSigner(index);
  return { name, role, signer, account: signer.address, alliance: connectAlliance(experiment.addresses, signer) };
}

/** The alliance as seen by account `index` of the chain. */
export async function allianceAt(experiment: Experiment, index: number): Promise<Alliance> {
  return connectAlliance(experiment.addresses, await experiment.provider.getSigner(index));
}

/** Gives an actor `amount` token units, lets the Ledger and the economy take what is theirs, deposits half, and joins. */
export async function admit(owner: Alliance, actor: Actor, amount: bigint): Promise<void> {
  const { token, ledger, members, addresses } = actor.alliance;
  await send(`give tokens to ${actor.name}`, owner.token.mint(actor.account, amount));
  await send(`${actor.name}: approve the Ledger`, token.approve(addresses.ledger, amount));
  await send(`${actor.name}: approve the economy`, token.approve(addresses.economy, amount));
  await send(`${actor.name}: deposit`, ledger.deposit(amount / 2n));
  await send(`${actor.name}: join`, members.join(sideOf(actor.role)));
}

/** When orders placed now end and goods are delivered: whole days, four and seven from today. Unix seconds. */
export async function schedule(experiment: Experiment): Promise<{ expiry: number; deliverBy: number }> {
  const today = Math.floor((await blockTime(experiment.provider)) / DAY) * DAY;
  return { expiry: today + 4 * DAY, deliverBy: today + 7 * DAY };
}
