import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";

import type { Wallet } from "#chain/generated/index.ts";
import { Side } from "./enums.ts";
import { DEPOSIT, type World } from "./world.ts";

/** Makes a contract wallet a supplier, and matches an offer of its with a demand of the world's retailer. */
export async function openDealOfWallet(world: World, wallet: Wallet, owner: HardhatEthersSigner): Promise<bigint> {
  const { token, ledger, members, orderBook, deals, retailer, classId, deliverBy, quantity, tick } = world;
  const expiry = deliverBy - world.terms.signPeriod;
  const order = [classId, deliverBy, quantity, tick, expiry] as const;
  const calls: [{ target: unknown }, string][] = [
    [token, token.interface.encodeFunctionData("approve", [ledger.target, DEPOSIT])],
    [ledger, ledger.interface.encodeFunctionData("deposit", [DEPOSIT])],
    [members, members.interface.encodeFunctionData("join", [Side.Supplier])],
    [orderBook, orderBook.interface.encodeFunctionData("place", [Side.Supplier, ...order])],
  ];
  await token.connect(world.owner).mint(wallet, DEPOSIT);
  for (const [contract, data] of calls) await wallet.connect(owner).execute(String(contract.target), data);
  await orderBook.connect(retailer).place(Side.Retailer, ...order);
  return deals.dealCount();
}
