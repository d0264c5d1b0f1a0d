import { AllianceError } from "#domain/errors.ts";

import type { ChainProvider } from "./connection.ts";

/**
 * The hash of the block `number`.
 *
 * @throws AllianceError (chain) when the chain has no such block
 */
export async function blockHashOf(provider: ChainProvider, number: number): Promise<string> {
  const block = await provider.getBlock(number);
  if (typeof block?.hash === "string") return block.hash;
  throw new AllianceError(`the chain has no block ${number}`, {
    kind: "chain",
    hint: "is this the chain that you mean? A local chain begins anew when it restarts",
    values: { block: number },
  });
}
