import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import type { NetworkConnection } from "hardhat/types/network";

import { type Changes, expectBalances } from "./balances.ts";
import { at, createWorld } from "./world.ts";

/** Amounts that are all different, so that none can stand in for another. In token units. */
export const SETTINGS = {
  operatingIncome: { supplier: 1_001n, retailer: 1_002n },
  blockchainIncome: { supplier: 2_001n, retailer: 2_002n },
  goodwillIncome: { supplier: 3_001n, retailer: 3_002n },
  sideMarket: { supplier: 4_001n, retailer: 4_002n },
  productionCost: 5_001n,
  resale: 6_001n,
};
export const PURSE = 10_000_000n;

/** A world with an outside world, set up and paid in, to which both members have given an allowance. */
export async function createStage(connection: NetworkConnection) {
  const { ethers } = connection;
  const world = await createWorld(connection);
  const { token, members, deals, goodwill, owner, supplier, retailer } = world;
  const economy = await ethers.deployContract("Economy", [token, members, deals, goodwill, owner.address]);
  await economy.connect(owner).configure(SETTINGS);
  await token.connect(owner).mint(economy, PURSE);
  for (const member of [supplier, retailer]) await token.connect(member).approve(economy, PURSE);
  return { ...world, economy };
}

export type Stage = Awaited<ReturnType<typeof createStage>>;
type Member = "supplier" | "retailer";

/** Runs an action and expects it to move `amount` to the member's wallet, or from it when negative, and nothing else. */
export async function expectFlow(
  { economy, ...world }: Stage,
  member: Member,
  [line, dealId, amount]: readonly [bigint, bigint, bigint],
  action: () => Promise<unknown>,
): Promise<void> {
  const purse = await world.token.balanceOf(economy);
  const changes: Changes = { [member]: { wallet: amount } };
  await expectBalances(world, changes, () =>
    expect(action()).to.emit(economy, "Flow").withArgs(world[member].address, line, dealId, amount),
  );
  expect(await world.token.balanceOf(economy)).to.equal(purse - amount);
}

/** Expects that a line was paid or charged, and that it is not a second time. */
export async function expectDone(
  { economy }: Stage,
  account: HardhatEthersSigner,
  line: bigint,
  dealId: bigint,
  again: unknown,
) {
  expect(await economy.isDone(account, line, dealId)).to.equal(true);
  await expect(again)
    .to.be.revertedWithCustomError(economy, "Economy_AlreadyDone")
    .withArgs(account.address, line, dealId);
}

/** Ends a membership: notice, its time, and leaving. */
export async function leave({ members, ...world }: Stage, account: HardhatEthersSigner): Promise<void> {
  await members.connect(account).giveNotice();
  await at(world, (await members.memberOf(account)).noticeEnd);
  await members.connect(account).resign();
}
