import { BrowserProvider, FetchRequest, JsonRpcProvider, Network } from "ethers";
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
 * @throws AllianceError (chain) when nothing answers there, or something that is no chain
 */
export async function remoteChain(url: string): Promise<ChainProvider> {
  const network = Network.from(await askChainId(url));
  return new JsonRpcProvider(url, network, { cacheTimeout: -1, batchMaxCount: 1, staticNetwork: network });
}

/** Asked by hand, since a provider that finds nobody keeps trying and writes to the console. */
async function askChainId(url: string): Promise<bigint> {
  try {
    const request = new FetchRequest(url);
    request.timeout = 10_000;
    request.body = { jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] };
    const response = await request.send();
    response.assertOk();
    const { result } = response.bodyJson;
    if (typeof result !== "string" || !/^0x[0-9a-f]+$/i.test(result)) {
      throw new TypeError(`${JSON.stringify(result)} is no chain id`);
    }
    return BigInt(result);
  } catch (cause) {
    throw new AllianceError(`no chain answers at ${url}`, {
      kind: "chain",
      hint: "start one with `npx hardhat node`, or name another with --rpc",
      values: { url },
      cause,
    });
  }
}
