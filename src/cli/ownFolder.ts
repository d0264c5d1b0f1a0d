import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { AllianceError } from "#domain/errors.ts";

/** Stands in folders that a command made, and may therefore replace. */
const MARK = ".made-by-alliance";

/**
 * Makes an empty folder in which a command leaves its results, in the place of the one that an earlier run left.
 *
 * @throws AllianceError (config) when something stands there that no command made, which might be somebody's data
 */
export function ownFolder(folder: string): void {
  const isOurs = existsSync(join(folder, MARK));
  if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new AllianceError(`${folder} holds something that this command did not make`, {
      kind: "config",
      hint: "name another folder with --out, or move away what is there",
    });
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARK), "This folder is replaced when the command that made it runs again.\n");
}
