import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import { advanceTo, blockTime } from "#chain/clock.ts";
import type { Experiment } from "#chain/experiment.ts";
import { statusName } from "#chain/status.ts";
import { ROLES, sideOf } from "#domain/roles.ts";
import type { Story, StoryDeal } from "#domain/story.ts";
import type { RecordStore } from "#records/store.ts";

import { Agreements } from "./agreements.ts";
import { holdingsOf, totalOf } from "./balances.ts";
import { Chronicle } from "./chronicle.ts";
import { playDeals } from "./play.ts";
import type { Casting } from "./play.ts";
import { act } from "./stage.ts";
import type { Actor, Stage } from "./stage.ts";
import { STRATEGIES } from "./strategies.ts";
import type { StrategyName } from "./strategies.ts";
import { actorAt, admit, allianceAt, furnish, listClass, schedule } from "./theatre.ts";
import type { ClassTerms, EconomySettings } from "./theatre.ts";
import { ONE } from "./twoPartyRules.ts";

/** What a member of the story wants to trade, and how it behaves. Prices are ticks, one token each. */
interface Character {
  readonly quantity: number;
  readonly limit: number;
  readonly strategy: StrategyName;
}

const SUPPLIERS: readonly Character[] = [
  { quantity: 5, limit: 98, strategy: "cooperate" },
  { quantity: 4, limit: 100, strategy: "cooperate" },
  { quantity: 3, limit: 101, strategy: "defect" },
];
const RETAILERS: readonly Character[] = [
  { quantity: 6, limit: 100, strategy: "cooperate" },
  { quantity: 3, limit: 100, strategy: "cooperate" },
  { quantity: 4, limit: 101, strategy: "cooperate" },
];
const TERMS: ClassTerms = {
  tickSize: ONE,
  bond: 12n * ONE,
  penalty: 8n * ONE,
  operatingCost: 4n * ONE,
  theta: ONE / 2n,
};
const ECONOMY: EconomySettings = {
  operatingIncome: { supplier: 10n * ONE, retailer: 10n * ONE },
  blockchainIncome: { supplier: 4n * ONE, retailer: 4n * ONE },
  goodwillIncome: { supplier: 3n * ONE, retailer: 3n * ONE },
  sideMarket: { supplier: 6n * ONE, retailer: 6n * ONE },
  productionCost: 90n * ONE,
  resale: 110n * ONE,
};
const PURSE = 2000n * ONE;
const OWNER = 0;
const ENFORCER = 1;

export interface StoryOptions {
  readonly store: RecordStore;
  readonly seed: number;
  /** Changes the stored record of a commitment behind everybody's back; says in a sentence what it did. */
  readonly tamper: (commitment: string) => Promise<string>;
  /** Told when a chapter begins. */
  readonly onChapter?: (title: string) => void;
}

/** A story that was played, and where it can be checked. */
export interface PlayedStory {
  readonly story: Story;
  /** The commitment whose record was tampered with. */
  readonly tampered: string;
}

/**
 * An alliance of three suppliers and three retailers from joining to leaving: orders match, details are stored and
 * anchored, deals settle, one supplier defects and pays, and one stored record is tampered with.
 *
 * @param experiment a freshly deployed one; account 0 must own its contracts
 */
export async function playStory(experiment: Experiment, options: StoryOptions): Promise<PlayedStory> {
  const owner = await allianceAt(experiment, OWNER);
  const cast = await assemble(experiment);
  const chronicle = new Chronicle(experiment, cast);
  const stage: Stage = {
    provider: experiment.provider,
    alliance: connectAlliance(experiment.addresses, experiment.provider),
    agreements: new Agreements(options.store, options.seed),
    enforcer: { name: "Outsider", alliance: await allianceAt(experiment, ENFORCER) },
    write: (entry) => chronicle.write(entry),
  };

  options.onChapter?.("six members join");
  await furnish(owner, 100n * PURSE, ECONOMY);
  const classId = await listClass(owner, TERMS);
  for (const actor of cast) {
    await admit(owner, actor, PURSE);
    await chronicle.note("join", actor.name, `${actor.name} joined with a bond`);
  }
  const tokensBefore = await allTokens(stage.alliance, cast);

  options.onChapter?.("orders match");
  await placeOrders(stage, experiment, cast, classId);

  options.onChapter?.("deals are signed, delivered, settled, or broken");
  await playDeals(stage, await castDeals(stage.alliance, cast));

  options.onChapter?.("a stored record is tampered with");
  const tampered = await stage.alliance.deals.commitmentOf(1, 0);
  await chronicle.note("tamper", "Intruder", await options.tamper(tampered), "1");

  options.onChapter?.("everybody leaves with what is theirs");
  const deals = await dealsOf(stage.alliance, cast);
  await disband(stage, cast, chronicle);
  return {
    tampered,
    story: {
      members: cast.map(({ name, role, account }) => ({ name, role, account })),
      steps: chronicle.steps,
      deals,
      tokensBefore: String(tokensBefore),
      tokensAfter: String(await allTokens(stage.alliance, cast)),
    },
  };
}

async function assemble(experiment: Experiment): Promise<Actor[]> {
  const cast: Actor[] = [];
  for (const role of ROLES) {
    const title = role === "supplier" ? "Supplier" : "Retailer";
    for (let i = 1; i <= 3; i++) cast.push(await actorAt(experiment, 2 + cast.length, `${title} ${i}`, role));
  }
  return cast;
}

/** The suppliers' offers rest; each demand is matched as it comes in. What nobody offers is taken back. */
async function placeOrders(stage: Stage, experiment: Experiment, cast: readonly Actor[], classId: number) {
  const { expiry, deliverBy } = await schedule(experiment);
  for (const [i, { quantity, limit }] of [...SUPPLIERS, ...RETAILERS].entries()) {
    const actor = cast[i];
    if (actor === undefined) throw new RangeError(`no member plays character ${i}`);
    const { orderBook } = actor.alliance;
    const placing = orderBook.place(sideOf(actor.role), classId, deliverBy, quantity, limit, expiry);
    await act(stage, actor, "place", placing);
    const orderId = await orderBook.orderCount();
    const { remaining } = await orderBook.orderOf(orderId);
    if (actor.role === "retailer" && remaining > 0n) await act(stage, actor, "cancel", orderBook.cancel(orderId));
  }
}

async function castDeals(alliance: Alliance, cast: readonly Actor[]): Promise<Map<bigint, Casting>> {
  const characters = new Map(cast.map((actor, i) => [actor.account, { actor, ...[...SUPPLIERS, ...RETAILERS][i] }]));
  const castings = new Map<bigint, Casting>();
  const part = (account: string) => {
    const character = characters.get(account);
    if (character?.strategy === undefined) throw new RangeError(`nobody plays ${account}`);
    return { actor: character.actor, strategy: STRATEGIES[character.strategy] };
  };
  const count = await alliance.deals.dealCount();
  for (let id = 1n; id <= count; id++) {
    const { supplier, retailer } = await alliance.deals.dealOf(id);
    castings.set(id, { supplier: part(supplier), retailer: part(retailer) });
  }
  return castings;
}

async function dealsOf(alliance: Alliance, cast: readonly Actor[]): Promise<StoryDeal[]> {
  const nameOf = (account: string) => cast.find((actor) => actor.account === account)?.name ?? account;
  const deals: StoryDeal[] = [];
  const count = await alliance.deals.dealCount();
  for (let id = 1n; id <= count; id++) {
    const deal = await alliance.deals.dealOf(id);
    deals.push({
      dealId: String(id),
      supplier: nameOf(deal.supplier),
      retailer: nameOf(deal.retailer),
      quantity: String(deal.quantity),
      price: String(await alliance.deals.priceOf(id)),
      penalty: String(await alliance.deals.penaltyOf(id)),
      status: statusName(deal.status),
    });
  }
  return deals;
}

async function disband(stage: Stage, cast: readonly Actor[], chronicle: Chronicle): Promise<void> {
  for (const actor of cast) await act(stage, actor, "giveNotice", actor.alliance.members.giveNotice());
  const noticePeriod = Number(await stage.alliance.members.noticePeriod());
  await advanceTo(stage.provider, (await blockTime(stage.provider)) + noticePeriod);
  for (const actor of cast) {
    const { members, ledger } = actor.alliance;
    await act(stage, actor, "resign", members.resign());
    const { available } = await ledger.accountOf(actor.account);
    await act(stage, actor, "withdraw", ledger.withdrawTo(actor.account, available));
    await chronicle.note("leave", actor.name, `${actor.name} left and withdrew everything`);
  }
}

/** All tokens of the members, the treasury and the outside world, in token units. */
async function allTokens(alliance: Alliance, cast: readonly Actor[]): Promise<bigint> {
  const treasury = await alliance.costPool.treasury();
  const accounts = [...cast.map(({ account }) => account), treasury, alliance.addresses.economy];
  let sum = 0n;
  for (const account of accounts) sum += totalOf(await holdingsOf(alliance, account));
  return sum;
}
