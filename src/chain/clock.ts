import { AllianceError } from "#domain/errors.ts";

import type { ChainProvider } from "./connection.ts";

/** The time of the newest block, Unix seconds. Deadlines are judged by block time only. */
export async function blockTime(provider: ChainProvider): Promise<number> {
  const block = await provider.getBlock("latest");
  if (block === null) throw new AllianceError("the chain has no block", { kind: "chain" });
  return block.timestamp;
}

/**
 * Mines a block at `time`, on a local chain whose clock can be set.
 *
 * @throws AllianceError (chain) when the chain does not let its clock be set
 */
export async function advanceTo(provider: ChainProvider, time: number): Promise<void> {
  try {
    await provider.send("evm_setNextBlockTimestamp", [time]);
    await provider.send("evm_mine", []);
  } catch (cause) {
    throw new AllianceError(`the chain's clock cannot be set to ${time}`, {
      kind: "chain",
      hint: "use a local development chain whose newest block is older than that",
      cause,
    });
  }
}
