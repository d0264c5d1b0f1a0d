import type { NetworkConnection } from "hardhat/types/network";

import { Side } from "./enums.ts";
import { createWorld } from "./world.ts";

/** A world, and the latest expiry that leaves time to sign before the delivery. */
export async function createBook(connection: NetworkConnection) {
  const world = await createWorld(connection);
  return { ...world, latest: world.deliverBy - world.terms.signPeriod };
}

export type Book = Awaited<ReturnType<typeof createBook>>;

interface Order {
  readonly side: bigint;
  readonly quantity?: bigint;
  readonly tick?: bigint;
  readonly expiry?: bigint;
  readonly classId?: bigint;
  readonly deliverBy?: bigint;
}

/** Places an order of the world's member on that side, and says its id. */
export async function place(book: Book, order: Order): Promise<bigint> {
  const { orderBook, supplier, retailer } = book;
  const { side, quantity = 3n, tick = 7n, expiry = book.latest, classId = book.classId } = order;
  const owner = side === Side.Supplier ? supplier : retailer;
  await orderBook.connect(owner).place(side, classId, order.deliverBy ?? book.deliverBy, quantity, tick, expiry);
  return orderBook.orderCount();
}

export const offer = (book: Book, order: Omit<Order, "side"> = {}) => place(book, { side: Side.Supplier, ...order });
export const demand = (book: Book, order: Omit<Order, "side"> = {}) => place(book, { side: Side.Retailer, ...order });
