import { isCallException } from "ethers";
import type { ContractTransactionReceipt, ContractTransactionResponse, ErrorDescription, Interface } from "ethers";

import { AllianceError } from "#domain/errors.ts";

import {
  IDeals__factory,
  IEconomy__factory,
  ILedger__factory,
  IMembers__factory,
  IOperated__factory,
  IOrderBook__factory,
  SettlementToken__factory,
} from "#chain/generated/index.ts";

/** A transaction on its way, and what the chain says when it is mined. */
export type Sending = Promise<ContractTransactionResponse>;
export type Receipt = ContractTransactionReceipt;

const ERRORS: readonly Interface[] = [
  IDeals__factory.createInterface(),
  IEconomy__factory.createInterface(),
  ILedger__factory.createInterface(),
  IMembers__factory.createInterface(),
  IOperated__factory.createInterface(),
  IOrderBook__factory.createInterface(),
  SettlementToken__factory.createInterface(),
];

/**
 * Sends a transaction and waits until it is mined.
 *
 * @param what says in words what it does; stands in the error
 * @throws AllianceError (reverted) that names the contract's error and its arguments, or (chain)
 */
export async function send(what: string, sending: Sending): Promise<Receipt> {
  try {
    const receipt = await (await sending).wait();
    if (receipt === null) throw new AllianceError(`${what}: not mined`, { kind: "chain" });
    return receipt;
  } catch (cause) {
    if (cause instanceof AllianceError) throw cause;
    throw explain(what, cause);
  }
}

/** Turns what the chain threw into an error for people. */
export function explain(what: string, cause: unknown): AllianceError {
  if (!isCallException(cause)) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return new AllianceError(`${what}: ${message}`, { kind: "chain", cause });
  }
  const description = cause.data === null ? null : describe(cause.data);
  if (description === null) {
    const data = cause.data === "0x" ? null : cause.data;
    return new AllianceError(`${what}: reverted (${cause.reason ?? data ?? "no reason given"})`, {
      kind: "reverted",
      cause,
    });
  }
  const values = Object.fromEntries(
    description.fragment.inputs.map((input, i) => [input.name, String(description.args[i])]),
  );
  const list = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return new AllianceError(`${what}: ${description.name}(${list.join(", ")})`, { kind: "reverted", values, cause });
}

function describe(data: string): ErrorDescription | null {
  for (const errors of ERRORS) {
    try {
      const description = errors.parseError(data);
      if (description !== null) return description;
    } catch {
      return null; // too short for a selector, or for the arguments of the error that it names
    }
  }
  return null;
}
