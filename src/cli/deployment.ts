import { z } from "zod";

import type { AllianceAddresses } from "#chain/alliance.ts";
import { AllianceError } from "#domain/errors.ts";
import type { DealEvidence } from "#domain/record.ts";

import { readInput } from "./files.ts";

/** Where an alliance stands: what `alliance story` leaves behind, and other commands find the contracts by. */
export interface Deployment {
  readonly chainId: number;
  /** The block from which events are read. */
  readonly fromBlock: number;
  /** The hash of that block, by which a chain that began anew is told from this one. */
  readonly fromBlockHash: string;
  readonly addresses: AllianceAddresses;
}

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "must be 0x and 40 hex digits");
const hash = z.string().regex(/^0x[0-9a-f]{64}$/, "must be 0x and 64 lower-case hex digits");

const whole = z.string().regex(/^\d+$/, "must be a whole number as a string");

const deployment = z.object({
  chainId: z.int().positive(),
  fromBlock: z.int().nonnegative(),
  fromBlockHash: hash,
  addresses: z.object({
    token: address,
    ledger: address,
    members: address,
    costPool: address,
    goodwill: address,
    deals: address,
    orderBook: address,
    economy: address,
  }),
});

const evidence = z.array(
  z.object({
    dealId: whole,
    chainId: z.int().positive(),
    contract: address,
    supplier: address,
    retailer: address,
    quantity: whole,
    price: whole,
    deliverBy: z.int().nonnegative(),
    status: z.string(),
    agreements: z.array(
      z.object({
        side: z.enum(["supplier", "retailer"]),
        signer: address,
        commitment: hash,
        signature: z.string().regex(/^0x([0-9a-f]{2})*$/, "must be 0x and lower-case hex digits"),
        valid: z.boolean(),
      }),
    ),
  }),
);

/** @throws AllianceError (not-found), or (usage) that names what is wrong and where */
export function readDeployment(path: string): Deployment {
  return read(path, deployment, "a deployment file, as `alliance story` writes it");
}

/** @throws AllianceError (not-found), or (usage) that names what is wrong and where */
export function readEvidenceFile(path: string): DealEvidence[] {
  return read(path, evidence, "an evidence file, as `alliance story` writes it");
}

function read<T>(path: string, schema: z.ZodType<T>, what: string): T {
  const { text, source } = readInput(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refusal(source, what, cause instanceof Error ? cause.message : String(cause));
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw refusal(source, what, `at ${issue?.path.join(".") || "the top"}: ${issue?.message ?? "invalid"}`);
}

function refusal(source: string, what: string, reason: string): AllianceError {
  return new AllianceError(`${source} is not ${what}: ${reason}`, { kind: "usage", hint: "run `alliance story` anew" });
}
