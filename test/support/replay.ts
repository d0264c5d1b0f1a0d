import type { BaseContract, LogDescription } from "ethers";

import { Cause, Release, Status } from "./enums.ts";
import type { World } from "./world.ts";

/** The state of an alliance as somebody knows it who has seen nothing but its events. */
export interface State {
  readonly accounts: Map<string, { available: bigint; locked: bigint }>;
  readonly members: Map<string, { joined: boolean; side: bigint; noticeEnd: bigint; commitments: bigint }>;
  readonly classes: Map<bigint, Record<string, bigint>>;
  readonly orders: Map<bigint, OrderState>;
  /** Order ids by book, side and tick, in their order of arrival. */
  readonly queues: Map<string, bigint[]>;
  readonly deals: Map<bigint, DealState>;
  readonly goodwill: Map<string, { kept: bigint; wronged: bigint; defaulted: bigint }>;
}

export interface OrderState {
  readonly owner: string;
  readonly side: bigint;
  readonly classId: bigint;
  readonly deliverBy: bigint;
  readonly tick: bigint;
  readonly expiry: bigint;
  remaining: bigint;
}

export interface DealState {
  readonly supplier: string;
  readonly retailer: string;
  readonly classId: bigint;
  readonly quantity: bigint;
  readonly price: bigint;
  readonly penalty: bigint;
  readonly signBy: bigint;
  readonly deliverBy: bigint;
  acceptBy: bigint;
  status: bigint;
  readonly commitments: Map<bigint, string>;
}

/** The fields of all the events together; each event has some of them. */
interface Fields {
  readonly account: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  readonly member: string;
  readonly supplier: string;
  readonly retailer: string;
  readonly commitment: string;
  readonly fromLocked: boolean;
  readonly terms: { readonly toObject: () => Record<string, bigint> };
  readonly amount: bigint;
  readonly side: bigint;
  readonly noticeEnd: bigint;
  readonly orderId: bigint;
  readonly restingId: bigint;
  readonly incomingId: bigint;
  readonly classId: bigint;
  readonly deliverBy: bigint;
  readonly quantity: bigint;
  readonly tick: bigint;
  readonly expiry: bigint;
  readonly cause: bigint;
  readonly dealId: bigint;
  readonly price: bigint;
  readonly penalty: bigint;
  readonly signBy: bigint;
  readonly acceptBy: bigint;
  readonly status: bigint;
}

type Handler = (state: State, fields: Fields) => void;

function known<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`an event speaks of ${String(key)}, which no event has brought`);
  return value;
}

function accountOf({ accounts }: State, address: string) {
  const account = accounts.get(address) ?? { available: 0n, locked: 0n };
  accounts.set(address, account);
  return account;
}

function countGoodwill({ goodwill }: State, member: string) {
  const counts = goodwill.get(member) ?? { kept: 0n, wronged: 0n, defaulted: 0n };
  goodwill.set(member, counts);
  return counts;
}

export const queueKey = ({
  classId,
  deliverBy,
  side,
  tick,
}: Pick<OrderState, "classId" | "deliverBy" | "side" | "tick">) => [classId, deliverBy, side, tick].join("/");

function engage({ members }: State, address: string, change: bigint): void {
  known(members, address).commitments += change;
}

function leaveQueue(state: State, orderId: bigint): void {
  const order = known(state.orders, orderId);
  const queue = known(state.queues, queueKey(order));
  queue.splice(queue.indexOf(orderId), 1);
  state.orders.delete(orderId);
  engage(state, order.owner, -1n);
}

const LEDGER: Record<string, Handler> = {
  Deposited: (state, { account, amount }) => {
    accountOf(state, account).available += amount;
  },
  Withdrawn: (state, { account, amount }) => {
    accountOf(state, account).available -= amount;
  },
  Locked: (state, { account, amount }) => {
    accountOf(state, account).available -= amount;
    accountOf(state, account).locked += amount;
  },
  Unlocked: (state, { account, amount }) => {
    accountOf(state, account).locked -= amount;
    accountOf(state, account).available += amount;
  },
  Moved: (state, { from, to, amount, fromLocked }) => {
    accountOf(state, from)[fromLocked ? "locked" : "available"] -= amount;
    accountOf(state, to).available += amount;
  },
};

const MEMBERS: Record<string, Handler> = {
  MemberJoined: ({ members }, { account, side }) => {
    members.set(account, { joined: true, side, noticeEnd: 0n, commitments: 0n });
  },
  NoticeGiven: ({ members }, { account, noticeEnd }) => {
    known(members, account).noticeEnd = noticeEnd;
  },
  MemberLeft: ({ members }, { account }) => {
    members.delete(account);
  },
};

const ORDER_BOOK: Record<string, Handler> = {
  OrderPlaced: ({ orders }, { orderId, owner, side, classId, deliverBy, quantity, tick, expiry }) => {
    orders.set(orderId, { owner, side, classId, deliverBy, tick, expiry, remaining: quantity });
  },
  OrdersMatched: (state, { restingId, incomingId, quantity }) => {
    const [resting, incoming] = [known(state.orders, restingId), known(state.orders, incomingId)];
    resting.remaining -= quantity;
    incoming.remaining -= quantity;
    if (resting.remaining === 0n) leaveQueue(state, restingId);
    if (incoming.remaining === 0n) state.orders.delete(incomingId);
  },
  OrderRested: (state, { orderId }) => {
    const order = known(state.orders, orderId);
    const queue = state.queues.get(queueKey(order)) ?? [];
    state.queues.set(queueKey(order), [...queue, orderId]);
    engage(state, order.owner, 1n);
  },
  OrderReleased: (state, { orderId, cause }) => {
    if (cause === Release.StepLimit) state.orders.delete(orderId);
    else leaveQueue(state, orderId);
  },
};

const DEALS: Record<string, Handler> = {
  ClassListed: ({ classes }, { classId, terms }) => {
    classes.set(classId, terms.toObject());
  },
  DealOpened: (state, fields) => {
    const { dealId, supplier, retailer, classId, quantity, price, penalty, signBy, deliverBy } = fields;
    const deal = { supplier, retailer, classId, quantity, price, penalty, signBy, deliverBy };
    state.deals.set(dealId, { ...deal, acceptBy: 0n, status: Status.Matched, commitments: new Map() });
    engage(state, supplier, 1n);
    engage(state, retailer, 1n);
  },
  AgreementSigned: ({ deals }, { dealId, side, commitment }) => {
    known(deals, dealId).commitments.set(side, commitment);
  },
  DealSigned: ({ deals }, { dealId }) => {
    known(deals, dealId).status = Status.Signed;
  },
  DealDelivered: ({ deals }, { dealId, acceptBy }) => {
    Object.assign(known(deals, dealId), { status: Status.Delivered, acceptBy });
  },
  DealClosed: (state, { dealId, status }) => {
    const deal = known(state.deals, dealId);
    deal.status = status;
    engage(state, deal.supplier, -1n);
    engage(state, deal.retailer, -1n);
  },
};

const GOODWILL: Record<string, Handler> = {
  GoodwillChanged: (state, { member, cause }) => {
    const counts = countGoodwill(state, member);
    if (cause === Cause.Kept) counts.kept += 1n;
    else if (cause === Cause.Wronged) counts.wronged += 1n;
    else counts.defaulted += 1n;
  },
};

/** Rebuilds the state from every event that the contracts of an alliance have ever emitted, in their order. */
export async function replay(world: World): Promise<State> {
  const { ledger, members, orderBook, deals, goodwill, connection } = world;
  const readers = new Map<string, [BaseContract, Record<string, Handler>]>();
  for (const [contract, handlers] of [
    [ledger, LEDGER],
    [members, MEMBERS],
    [orderBook, ORDER_BOOK],
    [deals, DEALS],
    [goodwill, GOODWILL],
  ] as const) {
    readers.set(await contract.getAddress(), [contract, handlers]);
  }

  const state: State = {
    accounts: new Map(),
    members: new Map(),
    classes: new Map(),
    orders: new Map(),
    queues: new Map(),
    deals: new Map(),
    goodwill: new Map(),
  };
  const logs = await connection.ethers.provider.getLogs({ address: [...readers.keys()], fromBlock: 0 });
  for (const log of logs) {
    const [contract, handlers] = known(readers, log.address);
    const description: LogDescription | null = contract.interface.parseLog(log);
    if (description !== null) handlers[description.name]?.(state, description.args.toObject() as Fields);
  }
  return state;
}
