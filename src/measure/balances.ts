import type { Alliance } from "#chain/alliance.ts";

/** What an account owns, in token units. */
export interface Holdings {
  readonly wallet: bigint;
  readonly available: bigint;
  readonly locked: bigint;
}

/** Reads what an account owns: its wallet, and its balance in the Ledger. */
export async function holdingsOf(alliance: Alliance, account: string): Promise<Holdings> {
  const [wallet, { available, locked }] = await Promise.all([
    alliance.token.balanceOf(account),
    alliance.ledger.accountOf(account),
  ]);
  return { wallet, available, locked };
}

/** All that an account owns, in token units. */
export function totalOf({ wallet, available, locked }: Holdings): bigint {
  return wallet + available + locked;
}
