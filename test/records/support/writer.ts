import { once } from "node:events";
import { writeSync } from "node:fs";
import { commitmentOf } from "#records/commitment.ts";
import { createRecord } from "#records/record.ts";
import { openStore } from "#records/store.ts";
import type { DealRecord } from "#domain/record.ts";
import { watchedFs } from "./faulty-fs.ts";
import { DETAILS } from "./samples.ts";

/** Record number n of a seed, the same in every process. */
export function numbered(seed: number, n: number): DealRecord {
  const random = (bytes: number) => {
    const salt = Buffer.alloc(bytes);
    salt.writeUInt32BE(seed, 0);
    salt.writeUInt32BE(n, 4);
    return salt;
  };
  return createRecord(DETAILS, { random });
}

export interface Job {
  readonly directory: string;
  readonly seed: number;
  readonly count: number;
  /** Wait for a byte on standard input before the first put, so that several writers start together. */
  readonly wait?: boolean;
  /** Die at the nth step (from 0) that is called so, just before it: no cleaning up, as in a power cut. */
  readonly dieAt?: { readonly step: string; readonly nth: number };
}

/** Puts records one after the other and prints each commitment when, and only when, it is acknowledged. */
export async function write({ directory, seed, count, wait = false, dieAt }: Job): Promise<void> {
  let met = 0;
  const fs = watchedFs((step) => {
    if (step === dieAt?.step && met++ === dieAt.nth) {
      process.kill(process.pid, "SIGKILL");
    }
  });
  const store = openStore(directory, { fs });
  writeSync(1, "ready\n");
  if (wait) {
    await once(process.stdin, "data");
    process.stdin.destroy();
  }
  for (let n = 0; n < count; n += 1) {
    const commitment = await store.put(numbered(seed, n));
    if (commitment !== commitmentOf(numbered(seed, n))) {
      throw new Error("another record was acknowledged");
    }
    writeSync(1, `${commitment}\n`);
  }
}
