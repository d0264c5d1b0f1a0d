import { keccak256 } from "ethers";

import { AllianceError } from "#domain/errors.ts";

import type { ChainProvider } from "./connection.ts";

/**
 * keccak256 of the code at `address`.
 *
 * @throws AllianceError (not-found) when no contract stands there
 */
export async function codeHashOf(provider: ChainProvider, address: string): Promise<string> {
  const code = await provider.getCode(address);
  if (code === "0x") {
    throw new AllianceError(`no contract at ${address}`, {
      kind: "not-found",
      hint: "is this the chain that the alliance was deployed to? A local chain forgets when it restarts",
      values: { address },
    });
  }
  return keccak256(code);
}
