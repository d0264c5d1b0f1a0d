import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import { blockHashOf } from "#chain/blockHash.ts";
import { codeHashOf } from "#chain/codeHash.ts";
import { remoteChain } from "#chain/connection.ts";
import type { ChainProvider } from "#chain/connection.ts";
import { AllianceError } from "#domain/errors.ts";

import { readDeployment } from "./deployment.ts";
import type { Deployment } from "./deployment.ts";

/** An alliance on a chain that runs elsewhere. Whoever asks for it destroys the provider. */
export interface ConnectedDeployment {
  readonly provider: ChainProvider;
  readonly alliance: Alliance;
  readonly fromBlock: number;
}

/**
 * Connects to the alliance that a deployment file tells of, on the very chain that it was deployed to: after a restart,
 * a local chain has the same number, and other contracts at the same addresses.
 *
 * @throws AllianceError (chain) when nothing answers, or another chain, (not-found) when a contract is not there
 */
export async function connectDeployment(rpc: string, file: string): Promise<ConnectedDeployment> {
  const deployment = readDeployment(file);
  const provider = await remoteChain(rpc);
  try {
    await requireSameChain(provider, rpc, deployment);
    for (const address of Object.values(deployment.addresses)) await codeHashOf(provider, address);
    const { addresses, fromBlock } = deployment;
    return { provider, alliance: connectAlliance(addresses, provider), fromBlock };
  } catch (error) {
    provider.destroy();
    throw error;
  }
}

async function requireSameChain(provider: ChainProvider, rpc: string, deployment: Deployment): Promise<void> {
  const { chainId } = await provider.getNetwork();
  if (Number(chainId) !== deployment.chainId) {
    throw new AllianceError(`the chain at ${rpc} is ${chainId}, the deployment is on ${deployment.chainId}`, {
      kind: "chain",
      hint: "name the chain that the alliance was deployed to",
    });
  }
  const found = await blockHashOf(provider, deployment.fromBlock);
  if (found !== deployment.fromBlockHash) {
    throw new AllianceError(`the chain at ${rpc} is not the one that the alliance was deployed to`, {
      kind: "chain",
      hint: "a local chain begins anew when it restarts; play the story on it again",
      values: { block: deployment.fromBlock, expected: deployment.fromBlockHash, found },
    });
  }
}
