import { expect } from "chai";

import type { World } from "./world.ts";

export interface Balance {
  readonly available: bigint;
  readonly locked: bigint;
  readonly wallet: bigint;
}

const PARTIES = ["supplier", "retailer", "treasury", "owner", "stranger", "deployer"] as const;
type Party = (typeof PARTIES)[number];

export type Changes = Partial<Record<Party, Partial<Balance>>>;

/** Everything that every party has, in the Ledger and in its wallet, in token units. */
export async function balancesOf({ ledger, token, ...world }: World): Promise<Record<string, Balance>> {
  const balances: Record<string, Balance> = {};
  for (const party of PARTIES) {
    const { available, locked } = await ledger.accountOf(world[party].address);
    balances[party] = { available, locked, wallet: await token.balanceOf(world[party].address) };
  }
  return balances;
}

/**
 * Runs an action and asserts what it does to every party's balances: exactly the changes given, and nothing to anybody
 * else. The Ledger must hold what it owes, before and after.
 */
export async function expectBalances(world: World, changes: Changes, action: () => Promise<unknown>): Promise<void> {
  const before = await balancesOf(world);
  await action();
  const expected: Record<string, Balance> = {};
  for (const party of PARTIES) {
    const change = changes[party] ?? {};
    const balance = before[party] ?? { available: 0n, locked: 0n, wallet: 0n };
    expected[party] = {
      available: balance.available + (change.available ?? 0n),
      locked: balance.locked + (change.locked ?? 0n),
      wallet: balance.wallet + (change.wallet ?? 0n),
    };
  }
  const after = await balancesOf(world);
  expect(after).to.deep.equal(expected);

  const owed = Object.values(after).reduce((sum, { available, locked }) => sum + available + locked, 0n);
  expect(await world.ledger.totalOwed()).to.equal(owed);
  expect(await world.token.balanceOf(world.ledger)).to.equal(owed);
}
