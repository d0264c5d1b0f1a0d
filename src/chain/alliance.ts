import type { ContractRunner, Provider } from "ethers";

import {
  CostPool__factory,
  Deals__factory,
  Economy__factory,
  Goodwill__factory,
  Ledger__factory,
  Members__factory,
  OrderBook__factory,
  SettlementToken__factory,
} from "#chain/generated/index.ts";
import type {
  CostPool,
  Deals,
  Economy,
  Goodwill,
  Ledger,
  Members,
  OrderBook,
  SettlementToken,
} from "#chain/generated/index.ts";

/** Where the contracts of an alliance, and of the experiment around it, stand. */
export interface AllianceAddresses {
  readonly token: string;
  readonly ledger: string;
  readonly members: string;
  readonly costPool: string;
  readonly goodwill: string;
  readonly deals: string;
  readonly orderBook: string;
  readonly economy: string;
}

/** The contracts of an alliance, typed, as seen by whoever is connected to them. */
export interface Alliance {
  readonly addresses: AllianceAddresses;
  readonly token: SettlementToken;
  readonly ledger: Ledger;
  readonly members: Members;
  readonly costPool: CostPool;
  readonly goodwill: Goodwill;
  readonly deals: Deals;
  readonly orderBook: OrderBook;
  readonly economy: Economy;
}

/**
 * Connects to deployed contracts.
 *
 * @param runner a provider to read, a signer to act
 */
export function connectAlliance(addresses: AllianceAddresses, runner: ContractRunner | Provider): Alliance {
  return {
    addresses,
    token: SettlementToken__factory.connect(addresses.token, runner),
    ledger: Ledger__factory.connect(addresses.ledger, runner),
    members: Members__factory.connect(addresses.members, runner),
    costPool: CostPool__factory.connect(addresses.costPool, runner),
    goodwill: Goodwill__factory.connect(addresses.goodwill, runner),
    deals: Deals__factory.connect(addresses.deals, runner),
    orderBook: OrderBook__factory.connect(addresses.orderBook, runner),
    economy: Economy__factory.connect(addresses.economy, runner),
  };
}
