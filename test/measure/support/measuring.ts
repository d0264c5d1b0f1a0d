import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startLocalChain } from "#cli/localChain.ts";
import type { Measurement } from "#domain/measurement.ts";
import { measureTwoParty } from "#measure/twoParty.ts";
import type { TwoPartyOptions } from "#measure/twoParty.ts";
import { ONE } from "#measure/twoPartyRules.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";
import { openStore } from "#records/store.ts";
import type { RecordStore } from "#records/store.ts";

/** Table IV. */
export const TABLE_IV: TwoPartyRules = {
  As: 50n * ONE,
  Ar: 50n * ONE,
  Rs: 9n * ONE,
  Rr: 9n * ONE,
  Vs: 4n * ONE,
  Vr: 4n * ONE,
  Bs: 3n * ONE,
  Br: 3n * ONE,
  Ds: 6n * ONE,
  Dr: 6n * ONE,
  F: 5n * ONE,
  Ct: 25n * ONE,
  theta: ONE / 2n,
};

/** Runs an action with a store in a folder of its own, which is removed afterwards. */
export async function withStore<T>(action: (store: RecordStore) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "alliance-measure-"));
  try {
    return await action(openStore(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures on a fresh chain. */
export async function measure(
  rules: TwoPartyRules,
  options: Partial<TwoPartyOptions> = {},
  dealsContract?: Parameters<typeof startLocalChain>[0],
): Promise<Measurement> {
  const chain = await startLocalChain(dealsContract);
  try {
    return await withStore((store) => measureTwoParty(chain.experiment, { rules, store, seed: 1, ...options }));
  } finally {
    await chain.close();
  }
}
