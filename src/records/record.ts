import { randomBytes } from "node:crypto";
import { AllianceError } from "#domain/errors.ts";
import type { DealDetails, DealRecord } from "#domain/record.ts";
import { canonicalBytes } from "./canonical.ts";
import { validateDetails, validateRecord } from "./details.ts";
import { parseStrictJson } from "./strict-json.ts";

const SALT_BYTES = 16;
/** Far above any real deal, far below what would fill memory. */
export const MAX_RECORD_BYTES = 1 << 20;

/**
 * Details with a fresh salt: the same details twice give two commitments, so a commitment tells nothing to those who
 * guess the details.
 *
 * @param options.random gives n random bytes; by default the operating system's
 * @throws AllianceError (usage) when the details are invalid, as `validateDetails`
 */
export function createRecord(
  details: DealDetails,
  options: { readonly random?: (bytes: number) => Uint8Array } = {},
): DealRecord {
  const salt = (options.random ?? randomBytes)(SALT_BYTES);
  if (salt.length !== SALT_BYTES) {
    throw new AllianceError(`a salt of ${salt.length} bytes instead of ${SALT_BYTES}`, {
      kind: "usage",
      hint: "give a source of randomness that returns as many bytes as asked for",
    });
  }
  return {
    schema: "chain-alliance/deal-record/1",
    salt: `0x${Buffer.from(salt).toString("hex")}`,
    details: validateDetails(details),
  };
}

/** @throws AllianceError (usage) when the record is invalid or larger than a store keeps */
export function encodeRecord(record: DealRecord): Uint8Array {
  const bytes = canonicalBytes(validateRecord(record));
  if (bytes.length > MAX_RECORD_BYTES) {
    throw new AllianceError(`the record has ${bytes.length} bytes, more than ${MAX_RECORD_BYTES}`, {
      kind: "usage",
      hint: "keep large documents elsewhere and name them in references",
    });
  }
  return bytes;
}

/**
 * The record that the bytes are the canonical form of.
 *
 * @throws AllianceError (usage) when they are not; `values.incomplete` is true when they are the beginning of a JSON
 *   document, or nothing
 */
export function decodeRecord(bytes: Uint8Array, source: string): DealRecord {
  const record = validateRecord(parseStrictJson(decodeUtf8(bytes, source), source));
  if (!Buffer.from(canonicalBytes(record)).equals(bytes)) {
    throw new AllianceError(`${source} is not in canonical form`, { kind: "usage", hint: "restore it from a copy" });
  }
  return record;
}

function decodeUtf8(bytes: Uint8Array, source: string): string {
  try {
    // As a stream, so that a character cut in half at the end is an early end and not an error.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch (cause) {
    throw new AllianceError(`${source} is not UTF-8 text`, { kind: "usage", hint: "restore it from a copy", cause });
  }
}
