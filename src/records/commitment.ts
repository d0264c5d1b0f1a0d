import { keccak_256 } from "@noble/hashes/sha3.js";
import { AllianceError } from "#domain/errors.ts";
import type { DealRecord } from "#domain/record.ts";
import { canonicalBytes } from "./canonical.ts";
import { printable } from "./text.ts";

/** What goes on chain for a record: the keccak256 of its canonical bytes, as 0x and 64 lower-case hex digits. */
export function commitmentOf(record: DealRecord): string {
  return commitmentOfBytes(canonicalBytes(record));
}

export function commitmentOfBytes(bytes: Uint8Array): string {
  return `0x${Buffer.from(keccak_256(bytes)).toString("hex")}`;
}

export function isCommitment(text: string): boolean {
  return /^0x[0-9a-f]{64}$/.test(text);
}

/** @throws AllianceError (usage) unless the text is a commitment; so nothing else ever becomes part of a path */
export function requireCommitment(text: string): string {
  if (!isCommitment(text)) {
    throw new AllianceError(`not a commitment: ${printable(JSON.stringify(text)).slice(0, 120)}`, {
      kind: "usage",
      hint: "a commitment is 0x and 64 lower-case hexadecimal digits",
    });
  }
  return text;
}
