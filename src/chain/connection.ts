import { BrowserProvider, JsonRpcProvider } from "ethers";
import type { Eip1193Provider, JsonRpcApiProvider, JsonRpcSigner } from "ethers";

import { AllianceError } from "#domain/errors.ts";

/** A chain that can be read and acted on: by its own accounts, one named signer each. */
export type ChainProvider = JsonRpcApiProvider;
export type ChainSigner = JsonRpcSigner;

/** Wraps the provider of a chain that runs in this process. */
export function inProcessChain(provider: Eip1193Provider): ChainProvider {
  // Without the cache every read sees the block that was mined a moment ago.
  return new BrowserProvider(provider, undefined, { cacheTimeout: -1 });
}

/**
 * Connects to a chain over JSON-RPC.
 *
 * @param url such as `http://127.0.0.1:8545`
 * @throws AllianceError (chain) when nothing answers there
 */
export async function remoteChain(url: string): Promise<ChainProvider> {
  const provider = new JsonRpcProvider(url, undefined, { cacheTimeout: -1, batchMaxCount: 1, staticNetwork: true });
  try {
    await provider.send("eth_chainId", []);
    return provider;
  } catch (cause) {
    provider.destroy();
    throw new AllianceError(`no chain answers at ${url}`, {
      kind: "chain",
      hint: "start one with `npx hardhat node`, or name another with --rpc",
      values: { url },
      cause,
    });
  }
}
