import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { createBook, demand, offer } from "../support/book.ts";
import { Release, Side, Status } from "../support/enums.ts";
import { valuesOf } from "../support/results.ts";
import { at, DEPOSIT, reach } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  return createBook(connection);
}

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
