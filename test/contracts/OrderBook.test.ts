import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { createBook, demand, offer, place } from "../support/book.ts";
import { Release, Side } from "../support/enums.ts";
import { fieldsOf, valuesOf } from "../support/results.ts";
import { at } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function fixture() {
  return createBook(connection);
}

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
