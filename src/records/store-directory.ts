import { closeSync, constants, fsyncSync, mkdirSync, openSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AllianceError } from "#domain/errors.ts";
import { storeFailure } from "./store-fs.ts";

/**
 * The real path of the directory of a store, which exists durably afterwards.
 *
 * @throws AllianceError (not-found) when it does not exist and `create` is false, (config) when it cannot be used
 */
export function prepareDirectory(directory: string, create: boolean): string {
  const path = resolve(directory);
  if (!create && statSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new AllianceError(`there is no store of records at ${path}`, {
      kind: "not-found",
      hint: "give the directory that the records were put into",
    });
  }
  try {
    const created = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (created !== undefined) {
      syncNames(path, created);
    }
    return realpathSync(path);
  } catch (error) {
    throw storeFailure(error, "opening the store of records", path);
  }
}

/** The directories that hold records, each named by the first two hex digits of the commitments in it. */
export function shardsOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map(({ name }) => join(root, name));
}

/** Makes the names of all new directories durable, from the innermost out to the first that was created. */
function syncNames(path: string, created: string): void {
  for (let child = path; ; child = dirname(child)) {
    syncDirectory(dirname(child));
    if (child === created || child === dirname(child)) {
      return;
    }
  }
}

function syncDirectory(path: string): void {
  // Windows cannot open directories; its file systems journal names themselves.
  if (process.platform === "win32") {
    return;
  }
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
