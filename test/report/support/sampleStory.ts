import type { Balance, Story, StoryDeal, StoryKind, StoryStep } from "#domain/story.ts";

const ONE = 10n ** 18n;
const DAY = 24 * 3600;
/** 2027-03-01T09:00:00Z. */
const START = 1803891600;
const PURSE = 2000n;
const PENALTY = 8n;
const COST = 2n;

interface Pocket {
  wallet: bigint;
  available: bigint;
  locked: bigint;
}

const NAMES = ["Supplier 1", "Supplier 2", "Supplier 3", "Retailer 1", "Retailer 2", "Retailer 3"] as const;
type Name = (typeof NAMES)[number];
interface Deal {
  readonly id: string;
  readonly supplier: Name;
  readonly retailer: Name;
  readonly quantity: bigint;
  readonly price: bigint;
  readonly broken: boolean;
}

const DEALS: readonly Deal[] = [
  { id: "1", supplier: "Supplier 1", retailer: "Retailer 1", quantity: 5n, price: 490n, broken: false },
  { id: "2", supplier: "Supplier 2", retailer: "Retailer 1", quantity: 1n, price: 100n, broken: false },
  { id: "3", supplier: "Supplier 2", retailer: "Retailer 2", quantity: 3n, price: 300n, broken: false },
  { id: "4", supplier: "Supplier 3", retailer: "Retailer 3", quantity: 3n, price: 303n, broken: true },
];

/** A small ledger that follows the rules of the contracts closely enough for figures to look as they will. */
class Play {
  readonly steps: StoryStep[] = [];
  readonly #pockets = new Map<string, Pocket>(NAMES.map((name) => [name, { wallet: 0n, available: 0n, locked: 0n }]));
  #time = START;
  #block = 40;

  of(name: string): Pocket {
    const pocket = this.#pockets.get(name);
    if (pocket === undefined) throw new RangeError(name);
    return pocket;
  }

  wait(seconds: number): void {
    this.#time += seconds;
  }

  tell(kind: StoryKind, actor: string, text: string, dealId?: string, sameTransaction = false): void {
    if (!sameTransaction) {
      this.#block++;
      this.#time += 12;
    }
    const transaction = `0x${this.#block.toString(16).padStart(64, "0")}`;
    const balances: Record<string, Balance> = {};
    for (const [name, { wallet, available, locked }] of this.#pockets) {
      balances[name] = { wallet: String(wallet), available: String(available), locked: String(locked) };
    }
    this.steps.push({
      kind,
      time: this.#time,
      block: this.#block,
      ...(kind === "tamper" ? {} : { transaction }),
      actor,
      ...(dealId === undefined ? {} : { dealId }),
      text,
      balances,
    });
  }

  flow(name: Name, tokens: bigint, what: string, dealId?: string): void {
    this.of(name).wallet += tokens * ONE;
    this.tell("income", name, `${name} ${what}: ${tokens} tokens`, dealId);
  }

  lock(name: Name, tokens: bigint): void {
    this.of(name).available -= tokens * ONE;
    this.of(name).locked += tokens * ONE;
  }
}

/** Three suppliers, three retailers, four deals; Supplier 3 takes the goods elsewhere, and a stored record is changed. */
export function sampleStory(): Story {
  const play = new Play();
  const [kept, broken] = [DEALS.filter((deal) => !deal.broken), DEALS.filter((deal) => deal.broken)];
  NAMES.forEach((name) => join(play, name));
  DEALS.forEach((deal) => match(play, deal));
  play.wait(3600);
  NAMES.forEach((name) => play.flow(name, 10n, "collected its operating income"));
  DEALS.forEach((deal) => sign(play, deal));
  play.wait(4 * DAY);
  broken.forEach(({ supplier, id }) => play.flow(supplier, 18n, "dealt on the side market", id));
  kept.forEach((deal) => deliver(play, deal));
  play.wait(DAY);
  kept.forEach((deal) => settle(play, deal));
  play.wait(2 * DAY);
  broken.forEach((deal) => enforce(play, deal));
  play.tell("tamper", "Intruder", "Byte 211 of the stored record of deal 1 was changed", "1");
  play.wait(14 * DAY);
  NAMES.forEach((name) => leave(play, name));
  return {
    members: NAMES.map((name, index) => ({
      name,
      role: index < 3 ? "supplier" : "retailer",
      account: `0x${String(index + 1).padStart(40, "0")}`,
    })),
    steps: play.steps,
    deals: DEALS.map(dealOf),
    tokensBefore: String(212000n * ONE),
    tokensAfter: String(212000n * ONE),
  };
}

function join(play: Play, name: Name): void {
  play.of(name).wallet = (PURSE / 2n) * ONE;
  play.of(name).available = (PURSE / 2n) * ONE;
  play.tell("join", name, `${name} joined with a bond`);
}

function leave(play: Play, name: Name): void {
  const pocket = play.of(name);
  pocket.wallet += pocket.available + pocket.locked;
  pocket.available = 0n;
  pocket.locked = 0n;
  play.tell("leave", name, `${name} left and withdrew everything`);
}

function match(play: Play, { id, supplier, retailer, quantity, price }: Deal): void {
  play.lock(supplier, 12n * quantity);
  play.tell("order", supplier, `${supplier} offered ${quantity}`);
  play.lock(retailer, 12n * quantity + price);
  play.tell("order", retailer, `${retailer} demanded ${quantity}`);
  play.tell("match", retailer, `Deal ${id}: ${quantity} matched`, id, true);
}

function dealOf({ id, supplier, retailer, quantity, price, broken }: Deal): StoryDeal {
  return {
    dealId: id,
    supplier,
    retailer,
    quantity: String(quantity),
    price: String(price * ONE),
    penalty: String(PENALTY * quantity * ONE),
    status: broken ? "supplier-defaulted" : "settled",
  };
}

function sign(play: Play, { id, supplier, retailer, quantity }: Deal): void {
  play.of(supplier).available -= COST * quantity * ONE;
  play.tell("sign", supplier, `${supplier} signed deal ${id}`, id);
  play.of(retailer).available -= COST * quantity * ONE;
  play.tell("sign", retailer, `${retailer} signed deal ${id}`, id);
  play.tell("record", retailer, `Deal ${id} is signed by both; 0x5ad03c01... is anchored`, id, true);
  play.flow(supplier, 4n * quantity, "collected its income due to the blockchain", id);
  play.flow(retailer, 4n * quantity, "collected its income due to the blockchain", id);
}

function deliver(play: Play, { id, supplier, quantity }: Deal): void {
  play.flow(supplier, -90n * quantity, "produced the goods", id);
  play.tell("deliver", supplier, `The goods of deal ${id} were delivered`, id);
}

function settle(play: Play, { id, supplier, retailer, quantity, price }: Deal): void {
  release(play, supplier, 12n * quantity);
  release(play, retailer, 12n * quantity + price);
  play.of(retailer).available -= price * ONE;
  play.of(supplier).available += price * ONE;
  play.tell("accept", retailer, `The goods of deal ${id} were accepted`, id);
  play.tell("settle", retailer, `Deal ${id}: ${retailer} paid ${price} tokens to ${supplier}`, id, true);
  play.flow(retailer, 110n * quantity, "resold the goods", id);
}

function enforce(play: Play, { id, supplier, retailer, quantity, price }: Deal): void {
  const penalty = PENALTY * quantity;
  release(play, supplier, 12n * quantity);
  release(play, retailer, 12n * quantity + price);
  play.of(supplier).available -= penalty * ONE;
  play.of(retailer).available += penalty * ONE;
  play.tell("default", "Outsider", `Deal ${id}: ${supplier} defaulted and paid ${penalty} tokens to ${retailer}`, id);
  play.flow(retailer, 9n, "collected its income due to goodwill");
}

function release(play: Play, name: Name, tokens: bigint): void {
  play.of(name).locked -= tokens * ONE;
  play.of(name).available += tokens * ONE;
}
