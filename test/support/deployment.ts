import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { NetworkConnection } from "hardhat/types/network";

import type { CostPool, Deals, Goodwill, Ledger, Members, OrderBook, SettlementToken } from "#chain/generated/index.ts";
import { allianceContracts, type DealsContract } from "../../ignition/modules/contracts.ts";

/** What a membership locks, in token units. */
export const MEMBERSHIP_BOND = 1_000n;
export const NOTICE_PERIOD_SECONDS = 7n * 24n * 3_600n;

/** The contracts of an alliance and the accounts that a deployment names. */
export interface Deployment {
  readonly token: SettlementToken;
  readonly ledger: Ledger;
  readonly members: Members;
  readonly costPool: CostPool;
  readonly goodwill: Goodwill;
  readonly deals: Deals;
  readonly orderBook: OrderBook;
  readonly deployer: HardhatEthersSigner;
  readonly owner: HardhatEthersSigner;
  readonly treasury: HardhatEthersSigner;
}

/**
 * Deploys a token and, as the Ignition modules do, the contracts of an alliance. The deployer, the owner and the treasury
 * are three different accounts, so that no test passes because one of them is mistaken for another.
 */
export async function deploy(
  connection: NetworkConnection,
  dealsContract: DealsContract = "Deals",
): Promise<Deployment> {
  const { ethers, ignition } = connection;
  const [deployer, owner, treasury] = await namedSigners(connection);
  const token = await ethers.deployContract("SettlementToken", [owner.address]);
  const module = buildModule("Alliance", (m) => allianceContracts(m, m.getParameter<string>("token"), dealsContract));
  const deployed = await ignition.deploy(module, {
    parameters: {
      Alliance: {
        token: await token.getAddress(),
        owner: owner.address,
        treasury: treasury.address,
        membershipBond: MEMBERSHIP_BOND,
        noticePeriod: NOTICE_PERIOD_SECONDS,
      },
    },
  });
  return {
    token,
    ledger: await ethers.getContractAt("Ledger", deployed.ledger.target),
    members: await ethers.getContractAt("Members", deployed.members.target),
    costPool: await ethers.getContractAt("CostPool", deployed.costPool.target),
    goodwill: await ethers.getContractAt("Goodwill", deployed.goodwill.target),
    deals: await ethers.getContractAt("Deals", deployed.deals.target),
    orderBook: await ethers.getContractAt("OrderBook", deployed.orderBook.target),
    deployer,
    owner,
    treasury,
  };
}

/** The in-process chain's accounts in their order: deployer, owner, treasury, and those that a test gives roles to. */
export async function namedSigners({
  ethers,
}: NetworkConnection): Promise<
  [HardhatEthersSigner, HardhatEthersSigner, HardhatEthersSigner, ...HardhatEthersSigner[]]
> {
  const [first, second, third, ...rest] = await ethers.getSigners();
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("the chain has too few accounts");
  return [first, second, third, ...rest];
}
