import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { AllianceError } from "#domain/errors.ts";

/**
 * Plays the intruder: changes the quantity in the stored record of `commitment`, and nothing else, so that the file still
 * looks like a record of the same length.
 *
 * @returns in a sentence what was changed
 */
export function tamperWith(directory: string, commitment: string): string {
  const path = readdirSync(directory, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith(commitment));
  if (path === undefined) throw new AllianceError(`the store has no record ${commitment}`, { kind: "not-found" });
  const text = readFileSync(join(directory, path), "utf8");
  const [quantity, digits = ""] = /"quantity":"(\d+)"/.exec(text) ?? [];
  if (quantity === undefined) throw new AllianceError(`record ${commitment} has no quantity`, { kind: "integrity" });
  const smaller = String(BigInt(digits) - 1n).padStart(digits.length, "0");
  writeFileSync(join(directory, path), text.replaceAll(quantity, `"quantity":"${smaller}"`));
  return `Someone changed the quantity in a stored record from ${digits} to ${smaller}`;
}
