import type { Interface, Log, LogDescription, TransactionReceipt } from "ethers";

import {
  CostPool__factory,
  Deals__factory,
  Economy__factory,
  Goodwill__factory,
  Ledger__factory,
  Members__factory,
  OrderBook__factory,
} from "#chain/generated/index.ts";

import type { AllianceAddresses } from "./alliance.ts";

/** A log that a contract of the alliance emitted, decoded. */
export interface AllianceEvent {
  readonly contract: keyof AllianceAddresses;
  readonly name: string;
  readonly args: LogDescription["args"];
  readonly block: number;
  readonly transaction: string;
}

const INTERFACES: Readonly<Partial<Record<keyof AllianceAddresses, Interface>>> = {
  ledger: Ledger__factory.createInterface(),
  members: Members__factory.createInterface(),
  costPool: CostPool__factory.createInterface(),
  goodwill: Goodwill__factory.createInterface(),
  deals: Deals__factory.createInterface(),
  orderBook: OrderBook__factory.createInterface(),
  economy: Economy__factory.createInterface(),
};

/** The events of the alliance's contracts among `logs`, in their order. Other contracts' logs are left out. */
export function decodeEvents(addresses: AllianceAddresses, logs: readonly Log[]): AllianceEvent[] {
  const byAddress = new Map<string, keyof AllianceAddresses>();
  for (const contract of Object.keys(INTERFACES) as (keyof AllianceAddresses)[]) {
    byAddress.set(addresses[contract].toLowerCase(), contract);
  }
  return logs.flatMap((log) => {
    const contract = byAddress.get(log.address.toLowerCase());
    const description = contract === undefined ? null : (INTERFACES[contract]?.parseLog(log) ?? null);
    if (contract === undefined || description === null) return [];
    const { name, args } = description;
    return [{ contract, name, args, block: log.blockNumber, transaction: log.transactionHash }];
  });
}

/** The alliance's events of one transaction. */
export function eventsOf(addresses: AllianceAddresses, receipt: TransactionReceipt): AllianceEvent[] {
  return decodeEvents(addresses, receipt.logs);
}
