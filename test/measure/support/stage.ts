import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import type { Experiment } from "#chain/experiment.ts";
import { startLocalChain } from "#cli/localChain.ts";
import type { Role } from "#domain/roles.ts";
import { sideOf } from "#domain/roles.ts";
import { Agreements } from "#measure/agreements.ts";
import { act } from "#measure/stage.ts";
import type { Actor, Entry, Stage } from "#measure/stage.ts";
import { actorAt, admit, allianceAt, furnish, listClass, schedule } from "#measure/theatre.ts";
import type { RecordStore } from "#records/store.ts";

export const ONE = 10n ** 18n;
export const PURSE = 5_000n * ONE;

/** Amounts that are all different, so that none is mistaken for another. */
export const TERMS = { tickSize: ONE, bond: 13n * ONE, penalty: 7n * ONE, operatingCost: 5n, theta: ONE / 3n };
export const ECONOMY = {
  operatingIncome: { supplier: 21n, retailer: 22n },
  blockchainIncome: { supplier: 31n, retailer: -32n },
  goodwillIncome: { supplier: 41n, retailer: 42n },
  sideMarket: { supplier: -51n, retailer: 52n },
  productionCost: 61n,
  resale: 71n,
};

/** A chain, a supplier and a retailer who are members, a class, and the entries of all that is played. */
export interface Scene {
  readonly experiment: Experiment;
  readonly alliance: Alliance;
  readonly owner: Alliance;
  readonly stage: Stage;
  readonly entries: Entry[];
  readonly actors: Readonly<Record<Role, Actor>>;
  readonly classId: number;
  readonly close: () => Promise<void>;
}

export async function setScene(store: RecordStore): Promise<Scene> {
  const { experiment, close } = await startLocalChain();
  const { provider, addresses } = experiment;
  const alliance = connectAlliance(addresses, provider);
  const owner = await allianceAt(experiment, 0);
  const entries: Entry[] = [];
  const actors = {
    supplier: await actorAt(experiment, 2, "Ann", "supplier"),
    retailer: await actorAt(experiment, 3, "Bob", "retailer"),
  };
  await furnish(owner, PURSE, ECONOMY);
  const classId = await listClass(owner, TERMS);
  await admit(owner, actors.supplier, PURSE);
  await admit(owner, actors.retailer, PURSE);
  const stage: Stage = {
    provider,
    alliance,
    agreements: new Agreements(store, 1),
    enforcer: { name: "Outsider", alliance: await allianceAt(experiment, 1) },
    write: (entry) => void entries.push(entry),
  };
  return { experiment, alliance, owner, stage, entries, actors, classId, close };
}

/** Matches an offer and a demand for `quantity` units at `tick`, delivered `days` later than is usual. */
export async function openDeal(scene: Scene, quantity = 2, tick = 10, days = 0): Promise<bigint> {
  const { experiment, actors, alliance, stage, classId } = scene;
  const { expiry, deliverBy } = await schedule(experiment);
  for (const role of ["supplier", "retailer"] as const) {
    const { orderBook } = actors[role].alliance;
    const delivered = deliverBy + days * 86_400;
    const placing = orderBook.place(sideOf(role), classId, delivered, quantity, tick, expiry);
    await act(stage, actors[role], "place", placing);
  }
  return alliance.deals.dealCount();
}

/** Who did what on which deal, in their order. */
export function deedsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ actor, action, dealId }) => `${actor}: ${action}${dealId === undefined ? "" : ` ${dealId}`}`);
}
