import * as fs from "node:fs/promises";
import { AllianceError } from "#domain/errors.ts";

/** What a store needs of an open file. */
export interface StoreFile {
  stat(): Promise<{ readonly size: number; isFile(): boolean }>;
  readFile(): Promise<Uint8Array>;
  writeFile(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a store needs of a file system; `node:fs/promises` is one. Handed in so that a test can let it fail. */
export interface StoreFs {
  open(path: string, flags: number, mode?: number): Promise<StoreFile>;
  lstat(path: string): Promise<{ isDirectory(): boolean }>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string, mode: number): Promise<unknown>;
  link(existing: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

export const nodeFs: StoreFs = fs;

const FULL = "free space, then repeat: what was stored before is untouched";
const REFUSED = "give this process read and write access to the directory, then repeat";

/** What happened and what to do about it, for the failures a healthy program meets on real disks. */
const FAILURES: Readonly<Record<string, readonly [problem: string, hint: string]>> = {
  ENOSPC: ["the disk is full", FULL],
  EDQUOT: ["the disk quota is used up", FULL],
  EROFS: ["the file system is read-only", "mount it for writing, or use a directory on another disk"],
  EACCES: ["access is refused", REFUSED],
  EPERM: ["access is refused", REFUSED],
  EIO: [
    "the disk reports an input/output error",
    "check the disk and restore from a copy what it cannot read any more",
  ],
  EMFILE: ["this process has too many open files", "raise the limit (ulimit -n) or do less at once, then repeat"],
  ENFILE: ["the machine has too many open files", "close other programs, then repeat"],
  ENOTDIR: ["a part of the path is not a directory", "give the path of a directory"],
};

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** An error of the file system as an AllianceError (config); every other error, which has no such code, as it is. */
export function storeFailure(error: unknown, doing: string, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) {
    return error;
  }
  const [problem, hint] = FAILURES[code] ?? [`the file system says ${code}`, "check the directory of the store"];
  return new AllianceError(`${doing} failed: ${problem} (${path})`, {
    kind: "config",
    hint,
    values: { code, path },
    cause: error,
  });
}
