import { createHash, randomBytes } from "node:crypto";
import { readdirSync, statSync, unlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { errorCode } from "./store-fs.ts";

/** No write of a record lasts nearly as long; so an older file has no owner, whoever has its process id today. */
const OLD_MS = 3_600_000;
const NAME = /^\.put-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}$/;

/** The name of a file that is being written: says who writes it. */
export function temporaryName(): string {
  return `.put-${machine()}-${process.pid}-${randomBytes(8).toString("hex")}`;
}

/** Removes from the shard directories what writers left behind that were killed; what is being written stays. */
export function sweepLeftovers(shards: readonly string[], now: number): void {
  for (const shard of shards) {
    for (const name of readdirSync(shard)) {
      const path = join(shard, name);
      if (isAbandoned(name, path, now)) {
        remove(path);
      }
    }
  }
}

function isAbandoned(name: string, path: string, now: number): boolean {
  const [, owner, pid] = NAME.exec(name) ?? [];
  if (owner === undefined) {
    return false;
  }
  return (owner === machine() && !isAlive(Number(pid))) || isOld(path, now);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return errorCode(error) !== "ESRCH";
  }
}

function isOld(path: string, now: number): boolean {
  const age = statSync(path, { throwIfNoEntry: false });
  return age !== undefined && now - age.mtimeMs > OLD_MS;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // Another process may have swept it, and a store that may only be read is still good for an audit.
    if (!["ENOENT", "EROFS", "EACCES", "EPERM"].includes(errorCode(error) ?? "")) {
      throw error;
    }
  }
}

/** Process ids say nothing across machines that share a directory. */
function machine(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
}
