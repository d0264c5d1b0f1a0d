import type { StoreFile, StoreFs } from "#records/store-fs.ts";
import { nodeFs } from "#records/store-fs.ts";

/** One step of a store, as `operation path`: the paths are shortened to what they are in a store. */
export type Step = string;

/**
 * The real file system that tells `before` each step it is about to take; what `before` throws, the step throws.
 * `write` is called twice, with half of the bytes each, so that a fault can leave half a file.
 */
export function watchedFs(before: (step: Step) => void): StoreFs {
  const told = async <T>(operation: string, path: string, act: () => Promise<T>): Promise<T> => {
    before(`${operation} ${kind(path)}`);
    return act();
  };
  return {
    open: (path, flags, mode) =>
      told("open", path, async () => watchedFile(await nodeFs.open(path, flags, mode), path, told)),
    lstat: (path) => told("lstat", path, () => nodeFs.lstat(path)),
    readdir: (path) => told("readdir", path, () => nodeFs.readdir(path)),
    mkdir: (path, mode) => told("mkdir", path, () => nodeFs.mkdir(path, mode)),
    link: (existing, path) => told("link", path, () => nodeFs.link(existing, path)),
    rename: (from, to) => told("rename", to, () => nodeFs.rename(from, to)),
    unlink: (path) => told("unlink", path, () => nodeFs.unlink(path)),
  };
}

type Told = <T>(operation: string, path: string, act: () => Promise<T>) => Promise<T>;

function watchedFile(file: StoreFile, path: string, told: Told): StoreFile {
  return {
    stat: () => file.stat(),
    readFile: () => told("read", path, () => file.readFile()),
    async writeFile(bytes) {
      const half = bytes.length >> 1;
      await told("write", path, () => file.writeFile(bytes.subarray(0, half)));
      await told("write", path, () => file.writeFile(bytes.subarray(half)));
    },
    sync: () => told("sync", path, () => file.sync()),
    close: () => told("close", path, () => file.close()),
  };
}

function kind(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.startsWith(".put-")) {
    return "temporary";
  }
  if (name.startsWith("0x")) {
    return "record";
  }
  return name.length === 2 ? "shard" : "root";
}

/** An error as node reports it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
