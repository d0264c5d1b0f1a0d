import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { Side, Status } from "../support/enums.ts";
import { createRandom } from "../support/random.ts";
import { queueKey, replay, type State } from "../support/replay.ts";
import { fieldsOf, valuesOf } from "../support/results.ts";
import { gather, playStory } from "../support/story.ts";
import { createWorld, TERMS, type World } from "../support/world.ts";

/** Chosen for a story in which every step is taken and every end of a deal occurs. */
const SEED = 55;
const STEPS = 600;
const START = BigInt(Date.parse("2030-01-01T12:00:00Z") / 1_000);

/** A story on a chain of its own, whose time is set for every step: the same seed always tells the same story. */
async function tellStory() {
  const connection = await network.create({ override: { initialDate: "2030-01-01T00:00:00Z" } });
  const world = await createWorld(connection);
  await world.deals.connect(world.owner).listClass({ ...TERMS, penalty: 0n, theta: 0n, lot: 2n });
  const cast = await gather(world);
  const taken = await playStory(world, cast, { random: createRandom(SEED), start: START, steps: STEPS });
  return { world, taken, state: await replay(world) };
}

let told: ReturnType<typeof tellStory> | undefined;

/** The same story for all tests: they only read it. */
function story() {
  told ??= tellStory();
  return told;
}

async function expectOrders({ orderBook }: World, { orders, queues }: State): Promise<void> {
  const count = await orderBook.orderCount();
  for (let orderId = 1n; orderId <= count; ++orderId) {
    const { previous, next, ...order } = fieldsOf(await orderBook.orderOf(orderId));
    const expected = orders.get(orderId);
    if (expected === undefined) {
      expect([order["owner"], order["remaining"], previous, next]).to.deep.equal([ZeroAddress, 0n, 0n, 0n]);
      continue;
    }
    const queue = queues.get(queueKey(expected)) ?? [];
    const place = queue.indexOf(orderId);
    expect(order).to.deep.equal(expected);
    expect([previous, next]).to.deep.equal([queue[place - 1] ?? 0n, queue[place + 1] ?? 0n]);
  }
}

/** The ends of every queue, and the best tick of every side of a book. */
async function expectBooks({ orderBook }: World, { queues }: State): Promise<void> {
  const ticks = new Map<string, bigint[]>();
  for (const [key, queue] of queues) {
    const [classId, deliverBy, side, tick] = key.split("/").map(BigInt) as [bigint, bigint, bigint, bigint];
    const ends = valuesOf(await orderBook.queueAt(side, classId, deliverBy, tick));
    expect(ends).to.deep.equal([queue.at(0) ?? 0n, queue.at(-1) ?? 0n]);
    const known = ticks.get(`${classId}/${deliverBy}/${side}`) ?? [];
    ticks.set(`${classId}/${deliverBy}/${side}`, queue.length > 0 ? [...known, tick] : known);
  }
  for (const [key, used] of ticks) {
    const [classId, deliverBy, side] = key.split("/").map(BigInt) as [bigint, bigint, bigint];
    used.sort((left, right) => Number(left - right));
    const best = used.at(side === Side.Supplier ? 0 : -1);
    const answer = valuesOf(await orderBook.bestTick(side, classId, deliverBy));
    expect(answer).to.deep.equal([best !== undefined, best ?? 0n]);
  }
}

describe("What the events say", () => {
  it("is said of a story in which everything happens that can", async () => {
    const { taken, state } = await story();
    for (const [step, times] of taken) expect(times, step).to.be.greaterThan(0);
    const statuses = new Set([...state.deals.values()].map(({ status }) => status));
    for (const end of ["Settled", "Lapsed", "SupplierDefaulted", "RetailerDefaulted", "Disagreed"] as const) {
      expect(statuses.has(Status[end]), end).to.equal(true);
    }
  });

  it("is every balance, and their sum", async () => {
    const { world, state } = await story();
    const { ledger, token } = world;
    expect(state.accounts.size).to.equal(7); // six members and the treasury
    let owed = 0n;
    for (const [address, account] of state.accounts) {
      expect(fieldsOf(await ledger.accountOf(address))).to.deep.equal(account);
      owed += account.available + account.locked;
    }
    expect(await ledger.totalOwed()).to.equal(owed);
    expect(await token.balanceOf(ledger)).to.equal(owed);
  });

  it("is every member, with its commitments", async () => {
    const { world, state } = await story();
    for (const address of state.accounts.keys()) {
      const expected = state.members.get(address) ?? { joined: false, side: 0n, noticeEnd: 0n, commitments: 0n };
      expect(fieldsOf(await world.members.memberOf(address))).to.deep.equal(expected);
    }
  });

  it("is every class", async () => {
    const { world, state } = await story();
    expect(await world.deals.classCount()).to.equal(BigInt(state.classes.size));
    for (const [classId, terms] of state.classes) {
      expect(fieldsOf(await world.deals.termsOf(classId))).to.deep.equal(terms);
    }
  });

  it("is every order and its place in the queue", async () => {
    const { world, state } = await story();
    await expectOrders(world, state);
    await expectBooks(world, state);
  });

  it("is every deal, with what each side has signed", async () => {
    const { world, state } = await story();
    const { deals } = world;
    expect(await deals.dealCount()).to.equal(BigInt(state.deals.size));
    for (const [dealId, { price, penalty, commitments, ...deal }] of state.deals) {
      const { tick, ...fields } = fieldsOf(await deals.dealOf(dealId));
      expect(fields).to.deep.equal(deal);
      expect(await deals.priceOf(dealId)).to.equal(price);
      expect(await deals.penaltyOf(dealId)).to.equal(penalty);
      const tickSize = state.classes.get(deal.classId)?.["tickSize"] ?? 0n;
      expect(tick).to.equal(price / tickSize / deal.quantity);
      for (const side of [Side.Supplier, Side.Retailer]) {
        expect(await deals.commitmentOf(dealId, side)).to.equal(commitments.get(side) ?? ZeroHash);
      }
    }
  });

  it("is everybody's goodwill", async () => {
    const { world, state } = await story();
    for (const [member, counts] of state.goodwill) {
      expect(fieldsOf(await world.goodwill.recordOf(member))).to.deep.equal(counts);
      expect(await world.goodwill.scoreOf(member)).to.equal(counts.kept + counts.wronged - 3n * counts.defaulted);
    }
    for (const address of state.accounts.keys()) {
      if (!state.goodwill.has(address)) expect(await world.goodwill.scoreOf(address)).to.equal(0n);
    }
  });

  it("is enough to see that locked money backs memberships, orders and deals, and nothing else", async () => {
    const { world, state } = await story();
    const locked = new Map<string, bigint>();
    const add = (address: string, amount: bigint) => locked.set(address, (locked.get(address) ?? 0n) + amount);
    const termOf = (classId: bigint, name: string) => state.classes.get(classId)?.[name] ?? 0n;
    const bond = await world.members.membershipBond();
    for (const address of state.members.keys()) add(address, bond);
    for (const { owner, side, classId, tick, remaining } of state.orders.values()) {
      const price = side === Side.Retailer ? tick * termOf(classId, "tickSize") : 0n;
      add(owner, (termOf(classId, "bond") + price) * remaining);
    }
    for (const { supplier, retailer, classId, quantity, price, status } of state.deals.values()) {
      if (status >= Status.Settled) continue;
      add(supplier, termOf(classId, "bond") * quantity);
      add(retailer, termOf(classId, "bond") * quantity + price);
    }
    for (const [address, account] of state.accounts) expect(account.locked).to.equal(locked.get(address) ?? 0n);
  });
});
