import hre from "hardhat";

import type { AllianceAddresses } from "#chain/alliance.ts";
import { inProcessChain, remoteChain } from "#chain/connection.ts";
import type { Experiment } from "#chain/experiment.ts";
import { steadyClock } from "#chain/steadyClock.ts";
import { AllianceError } from "#domain/errors.ts";

import { experimentModule } from "#ignition/modules/Experiment.ts";
import type { DealsContract } from "#ignition/modules/contracts.ts";

import { projectVersion } from "./version.ts";

/** Where a local chain's time starts, and how far apart its blocks are: fixed, so that runs repeat to the byte. */
const INITIAL_DATE = "2030-01-01T00:00:00Z";
const BLOCK_SECONDS = 60;

/** A chain with a freshly deployed experiment, and how to let go of it. */
export interface LocalChain {
  readonly experiment: Experiment;
  /** The block before the deployment. */
  readonly fromBlock: number;
  readonly close: () => Promise<void>;
}

type Connection = Awaited<ReturnType<typeof hre.network.create>>;

/** Starts a fresh chain in this process and deploys an experiment there by its Ignition module. */
export async function startLocalChain(dealsContract: DealsContract = "Deals"): Promise<LocalChain> {
  const connection = await hre.network.create({ override: { initialDate: INITIAL_DATE } });
  const addresses = await deploy(connection, dealsContract, undefined);
  const provider = inProcessChain(steadyClock(connection.provider, BLOCK_SECONDS));
  return {
    experiment: { provider, addresses, software: projectVersion(), compiler: compiler() },
    fromBlock: 0,
    close: () => connection.close(),
  };
}

/**
 * Deploys an experiment to a development chain that runs elsewhere.
 *
 * @throws AllianceError (chain) when nothing answers at `url`
 */
export async function deployTo(url: string): Promise<LocalChain> {
  const provider = await remoteChain(url);
  const fromBlock = await provider.getBlockNumber();
  const head = await provider.getBlock(fromBlock);
  const connection = await hre.network.create({ network: "localhost", override: { url } });
  // A chain that restarted is another chain: Ignition must not take up a deployment to its predecessor.
  const addresses = await deploy(connection, "Deals", `experiment-${head?.hash?.slice(2, 18) ?? "new"}`);
  return {
    experiment: { provider, addresses, software: projectVersion(), compiler: compiler() },
    fromBlock,
    close: async () => {
      provider.destroy();
      await connection.close();
    },
  };
}

async function deploy(
  connection: Connection,
  dealsContract: DealsContract,
  deploymentId: string | undefined,
): Promise<AllianceAddresses> {
  const options = deploymentId === undefined ? {} : { deploymentId };
  const { token, ledger, members, costPool, goodwill, deals, orderBook, economy } = await connection.ignition.deploy(
    experimentModule(dealsContract),
    options,
  );
  return {
    token: await token.getAddress(),
    ledger: await ledger.getAddress(),
    members: await members.getAddress(),
    costPool: await costPool.getAddress(),
    goodwill: await goodwill.getAddress(),
    deals: await deals.getAddress(),
    orderBook: await orderBook.getAddress(),
    economy: await economy.getAddress(),
  };
}

function compiler(): Experiment["compiler"] {
  const [solc] = hre.config.solidity.profiles["default"]?.compilers ?? [];
  if (solc === undefined) {
    throw new AllianceError("the Hardhat configuration names no compiler", { kind: "config" });
  }
  const { optimizer, viaIR, evmVersion } = solc.settings;
  return { version: solc.version, settings: { optimizer, viaIR, evmVersion } };
}
