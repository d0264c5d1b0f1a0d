import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { Release, Side, Status } from "../support/enums.ts";
import { fieldsOf, valuesOf } from "../support/results.ts";
import { at, createWorld, DEPOSIT, reach } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  const world = await createWorld(connection);
  return { ...world, latest: world.deliverBy - world.terms.signPeriod };
}

type Book = Awaited<ReturnType<typeof fixture>>;

interface Order {
  readonly side: bigint;
  readonly quantity?: bigint;
  readonly tick?: bigint;
  readonly expiry?: bigint;
  readonly classId?: bigint;
  readonly deliverBy?: bigint;
}

/** Places an order of the world's member on that side, and says its id. */
async function place(book: Book, order: Order): Promise<bigint> {
  const { orderBook, supplier, retailer } = book;
  const { side, quantity = 3n, tick = 7n, expiry = book.latest, classId = book.classId } = order;
  const owner = side === Side.Supplier ? supplier : retailer;
  await orderBook.connect(owner).place(side, classId, order.deliverBy ?? book.deliverBy, quantity, tick, expiry);
  return orderBook.orderCount();
}

const offer = (book: Book, order: Omit<Order, "side"> = {}) => place(book, { side: Side.Supplier, ...order });
const demand = (book: Book, order: Omit<Order, "side"> = {}) => place(book, { side: Side.Retailer, ...order });

describe("OrderBook: what is refused", () => {
  it("orders of strangers, and of members in the other role", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, members, supplier, stranger, classId, deliverBy, latest } = book;
    const order = [classId, deliverBy, 3n, 7n, latest] as const;
    await expect(orderBook.connect(stranger).place(Side.Supplier, ...order))
      .to.be.revertedWithCustomError(members, "Members_NotMember")
      .withArgs(stranger.address);
    await expect(orderBook.connect(supplier).place(Side.Retailer, ...order))
      .to.be.revertedWithCustomError(members, "Members_WrongSide")
      .withArgs(supplier.address, Side.Supplier, Side.Retailer);
  });

  it("orders for a class that is not listed", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    for (const classId of [0n, 2n]) {
      await expect(offer(book, { classId }))
        .to.be.revertedWithCustomError(book.deals, "Deals_UnknownClass")
        .withArgs(classId);
    }
  });

  it("quantities of nothing, or between two lots", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    await book.deals.connect(book.owner).listClass({ ...book.terms, lot: 4n });
    for (const [classId, quantity, lot] of [
      [1n, 0n, 1n],
      [2n, 0n, 4n],
      [2n, 3n, 4n],
      [2n, 5n, 4n],
    ] as const) {
      await expect(offer(book, { classId, quantity }))
        .to.be.revertedWithCustomError(book.orderBook, "OrderBook_InvalidQuantity")
        .withArgs(quantity, lot);
    }
    await offer(book, { classId: 2n, quantity: 8n });
  });

  it("a price of zero", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    await expect(offer(book, { tick: 0n })).to.be.revertedWithCustomError(book.orderBook, "OrderBook_ZeroPrice");
  });

  it("a delivery deadline off the grid", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const deliverBy = book.deliverBy + 1n;
    await expect(offer(book, { deliverBy }))
      .to.be.revertedWithCustomError(book.orderBook, "OrderBook_OffGrid")
      .withArgs(deliverBy, book.terms.deliveryGrid);
  });

  it("an expiry before now, or one that leaves no time to sign before the delivery", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, latest } = book;
    const now = BigInt(await networkHelpers.time.latest()) + 100n;
    await at(book, now);
    await expect(offer(book, { expiry: now - 1n }))
      .to.be.revertedWithCustomError(orderBook, "OrderBook_Expired")
      .withArgs(now - 1n, now);
    await expect(offer(book, { expiry: latest + 1n }))
      .to.be.revertedWithCustomError(orderBook, "OrderBook_ExpiresTooLate")
      .withArgs(latest + 1n, latest);
    await at(book, now);
    await offer(book, { expiry: now });
    await offer(book, { expiry: latest });
  });

  it("an order that its owner cannot back", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { ledger, supplier, retailer } = book;
    const { available } = await ledger.accountOf(supplier);
    for (const account of [supplier, retailer]) await ledger.connect(account).withdrawTo(account, available - 1_499n);
    await expect(offer(book))
      .to.be.revertedWithCustomError(ledger, "Ledger_InsufficientAvailable")
      .withArgs(supplier.address, 1_499n, 1_500n);
    await expect(demand(book))
      .to.be.revertedWithCustomError(ledger, "Ledger_InsufficientAvailable")
      .withArgs(retailer.address, 1_499n, 1_731n);
    expect(await book.orderBook.orderCount()).to.equal(0n);
  });

  it("cancelling what is not open, or another's", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, supplier, retailer } = book;
    for (const orderId of [0n, 1n, 2n ** 64n + 1n]) {
      await expect(orderBook.connect(supplier).cancel(orderId))
        .to.be.revertedWithCustomError(orderBook, "OrderBook_NotOpen")
        .withArgs(orderId);
    }
    await offer(book);
    await expect(orderBook.connect(retailer).cancel(1n))
      .to.be.revertedWithCustomError(orderBook, "OrderBook_NotOwner")
      .withArgs(1n, retailer.address, supplier.address);
    await expect(orderBook.connect(supplier).cancel(2n ** 64n + 1n))
      .to.be.revertedWithCustomError(orderBook, "OrderBook_NotOpen")
      .withArgs(2n ** 64n + 1n);
  });

  it("removing an order as expired up to and including its expiry", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, stranger } = book;
    const expiry = BigInt(await networkHelpers.time.latest()) + 500n;
    await offer(book, { expiry });
    await at(book, expiry);
    await expect(orderBook.connect(stranger).expire(1n))
      .to.be.revertedWithCustomError(orderBook, "OrderBook_NotExpired")
      .withArgs(1n, expiry, expiry);
    await at(book, expiry + 1n);
    await orderBook.connect(stranger).expire(1n);
    await expect(orderBook.connect(stranger).expire(1n))
      .to.be.revertedWithCustomError(orderBook, "OrderBook_NotOpen")
      .withArgs(1n);
  });
});

describe("OrderBook: resting", () => {
  it("an offer locks the bond and waits", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, supplier, classId, deliverBy, latest } = book;
    await expectBalances(book, { supplier: { available: -1_500n, locked: 1_500n } }, async () => {
      const placing = orderBook.connect(supplier).place(Side.Supplier, classId, deliverBy, 3n, 7n, latest);
      await expect(placing)
        .to.emit(orderBook, "OrderPlaced")
        .withArgs(1n, supplier.address, Side.Supplier, classId, deliverBy, 3n, 7n, latest);
      await expect(placing).to.emit(orderBook, "OrderRested").withArgs(1n, 3n);
    });
    expect(fieldsOf(await orderBook.orderOf(1n))).to.deep.equal({
      owner: supplier.address,
      remaining: 3n,
      expiry: latest,
      tick: 7n,
      side: Side.Supplier,
      previous: 0n,
      next: 0n,
      classId,
      deliverBy,
    });
    expect(valuesOf(await orderBook.bestTick(Side.Supplier, classId, deliverBy))).to.deep.equal([true, 7n]);
    expect(valuesOf(await orderBook.queueAt(Side.Supplier, classId, deliverBy, 7n))).to.deep.equal([1n, 1n]);
  });

  it("a demand locks the bond and the money at its limit", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    await expectBalances(book, { retailer: { available: -1_731n, locked: 1_731n } }, () => demand(book));
  });

  for (const [name, side, backing] of [
    ["offer", Side.Supplier, 1_500n],
    ["demand", Side.Retailer, 1_731n],
  ] as const) {
    const party = side === Side.Supplier ? "supplier" : "retailer";

    it(`a cancelled ${name} gives everything back`, async () => {
      const book = await networkHelpers.loadFixture(fixture);
      const { orderBook, classId, deliverBy } = book;
      await place(book, { side });
      await expectBalances(book, { [party]: { available: backing, locked: -backing } }, () =>
        expect(orderBook.connect(book[party]).cancel(1n))
          .to.emit(orderBook, "OrderReleased")
          .withArgs(1n, 3n, Release.Cancelled),
      );
      expect((await orderBook.orderOf(1n)).owner).to.equal(ZeroAddress);
      expect(valuesOf(await orderBook.bestTick(side, classId, deliverBy))).to.deep.equal([false, 0n]);
    });

    it(`an expired ${name} gives everything back to its owner, whoever removes it`, async () => {
      const book = await networkHelpers.loadFixture(fixture);
      const { orderBook, stranger, latest } = book;
      await place(book, { side });
      await at(book, latest + 1n);
      await expectBalances(book, { [party]: { available: backing, locked: -backing } }, () =>
        expect(orderBook.connect(stranger).expire(1n))
          .to.emit(orderBook, "OrderReleased")
          .withArgs(1n, 3n, Release.Expired),
      );
    });
  }
});

describe("OrderBook: matching", () => {
  it("opens a deal at the price of the resting offer, and gives the demand back what it saved", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, deals, supplier, retailer, classId, deliverBy, latest } = book;
    await offer(book, { tick: 5n });
    // 3 units at tick 5 of 11 token units cost 165, and the bond is 1500.
    await expectBalances(book, { retailer: { available: -1_665n, locked: 1_665n } }, () =>
      expect(orderBook.connect(retailer).place(Side.Retailer, classId, deliverBy, 3n, 7n, latest))
        .to.emit(orderBook, "OrdersMatched")
        .withArgs(1n, 1n, 2n, 3n, 5n),
    );
    const { tick, quantity, supplier: bySupplier, retailer: byRetailer, status } = await deals.dealOf(1n);
    expect([tick, quantity, bySupplier, byRetailer, status]).to.deep.equal([
      5n,
      3n,
      supplier.address,
      retailer.address,
      Status.Matched,
    ]);
    for (const orderId of [1n, 2n]) expect((await orderBook.orderOf(orderId)).remaining).to.equal(0n);
    expect(await orderBook.queryFilter(orderBook.filters.OrderRested(2n))).to.deep.equal([]);
  });

  it("opens a deal at the price of the resting demand: the offer gains", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    await demand(book, { tick: 7n });
    await expectBalances(book, { supplier: { available: -1_500n, locked: 1_500n } }, () => offer(book, { tick: 5n }));
    expect(await book.deals.priceOf(1n)).to.equal(231n);
  });

  it("does not cross limits that do not meet", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    await offer(book, { tick: 8n });
    await demand(book, { tick: 7n });
    expect(await book.deals.dealCount()).to.equal(0n);
    await demand(book, { tick: 8n });
    expect(await book.deals.dealCount()).to.equal(1n);
  });

  it("keeps books for other classes and deadlines apart", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    await book.deals.connect(book.owner).listClass(book.terms);
    await offer(book);
    await demand(book, { classId: 2n });
    await demand(book, { deliverBy: book.deliverBy + book.terms.deliveryGrid });
    expect(await book.deals.dealCount()).to.equal(0n);
  });

  it("takes the best price first, and the earlier of two equals", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook } = book;
    for (const tick of [6n, 5n, 5n, 4n]) await offer(book, { tick, quantity: 1n });
    await demand(book, { tick: 6n, quantity: 5n });
    const matches = await orderBook.queryFilter(orderBook.filters.OrdersMatched());
    expect(matches.map(({ args: { dealId, restingId, tick } }) => [dealId, restingId, tick])).to.deep.equal([
      [1n, 4n, 4n],
      [2n, 2n, 5n],
      [3n, 3n, 5n],
      [4n, 1n, 6n],
    ]);
    expect((await orderBook.orderOf(5n)).remaining).to.equal(1n);
  });

  it("leaves the rest of a resting order in its place", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook } = book;
    await offer(book, { quantity: 5n });
    await offer(book, { quantity: 1n });
    await demand(book, { quantity: 2n });
    expect((await orderBook.orderOf(1n)).remaining).to.equal(3n);
    await demand(book, { quantity: 4n });
    const matches = await orderBook.queryFilter(orderBook.filters.OrdersMatched());
    expect(matches.map(({ args: { restingId, quantity } }) => [restingId, quantity])).to.deep.equal([
      [1n, 2n],
      [1n, 3n],
      [2n, 1n],
    ]);
  });

  it("clears expired orders out of its way, and pays their owner back", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook } = book;
    const expiry = BigInt(await networkHelpers.time.latest()) + 500n;
    await offer(book, { tick: 5n, expiry });
    await offer(book, { tick: 6n });
    await at(book, expiry + 1n);
    await expectBalances(
      book,
      { supplier: { available: 1_500n, locked: -1_500n }, retailer: { available: -1_698n, locked: 1_698n } },
      () => demand(book),
    );
    const [released] = await orderBook.queryFilter(orderBook.filters.OrderReleased());
    expect(released?.args.slice()).to.deep.equal([1n, 3n, Release.Expired]);
    expect((await book.deals.dealOf(1n)).tick).to.equal(6n);
  });

  it("matches an order at the very second of its expiry", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { deals, deliverBy, latest, terms } = book;
    await offer(book);
    await at(book, latest);
    await demand(book);
    const { signBy } = await deals.dealOf(1n);
    expect(signBy)
      .to.equal(latest + terms.signPeriod)
      .and.to.equal(deliverBy);
  });

  it("stops after as many resting orders as one placement may touch, and lets go of the rest", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { orderBook, deals, retailer, classId, deliverBy, latest } = book;
    const steps = await orderBook.maxSteps();
    for (let count = 0n; count < steps + 1n; ++count) await offer(book, { quantity: 1n });
    const { ledger } = book;
    const before = await ledger.accountOf(retailer);
    const placing = orderBook
      .connect(retailer)
      .place(Side.Retailer, classId, deliverBy, steps + 3n, 7n, latest, { gasLimit: 16_000_000n });
    await expect(placing)
      .to.emit(orderBook, "OrderReleased")
      .withArgs(steps + 2n, 3n, Release.StepLimit);
    expect(await deals.dealCount()).to.equal(steps);
    const after = await ledger.accountOf(retailer);
    expect(after.locked - before.locked).to.equal(steps * (500n + 77n));
    expect(before.available - after.available).to.equal(steps * (500n + 77n));
    expect((await orderBook.orderOf(steps + 2n)).remaining).to.equal(0n);
    expect((await book.members.memberOf(retailer)).commitments).to.equal(steps);
    await demand(book, { quantity: 1n });
    expect(await deals.dealCount()).to.equal(steps + 1n);
  });

  it("a whole story moves money only where it must: match, sign, deliver, accept, leave", async () => {
    const book = await networkHelpers.loadFixture(fixture);
    const { ledger, supplier, retailer, treasury } = book;
    await reach(book, "Settled");
    expect(valuesOf(await ledger.accountOf(supplier))).to.deep.equal([DEPOSIT - 1_000n + 231n - 100n, 1_000n]);
    expect(valuesOf(await ledger.accountOf(retailer))).to.deep.equal([DEPOSIT - 1_000n - 231n - 203n, 1_000n]);
    expect(valuesOf(await ledger.accountOf(treasury))).to.deep.equal([303n, 0n]);
  });
});
