import hre from "hardhat";

import type { Experiment } from "#chain/experiment.ts";
import { inProcessChain } from "#chain/connection.ts";
import { steadyClock } from "#chain/steadyClock.ts";
import { AllianceError } from "#domain/errors.ts";

import { experimentModule } from "#ignition/modules/Experiment.ts";
import type { DealsContract } from "#ignition/modules/contracts.ts";

/** Where a local chain's time starts, and how far apart its blocks are: fixed, so that runs repeat to the byte. */
const INITIAL_DATE = "2030-01-01T00:00:00Z";
const BLOCK_SECONDS = 60;

/** A local chain in this process, and how to let go of it. */
export interface LocalChain {
  readonly experiment: Experiment;
  readonly close: () => Promise<void>;
}

/** Starts a fresh chain in this process and deploys an alliance with its outside world by the Ignition module. */
export async function startLocalChain(dealsContract: DealsContract = "Deals"): Promise<LocalChain> {
  const connection = await hre.network.create({ override: { initialDate: INITIAL_DATE } });
  const deployed = await connection.ignition.deploy(experimentModule(dealsContract));
  const addressOf = async (contract: { getAddress(): Promise<string> }) => contract.getAddress();
  return {
    experiment: {
      provider: inProcessChain(steadyClock(connection.provider, BLOCK_SECONDS)),
      addresses: {
        token: await addressOf(deployed.token),
        ledger: await addressOf(deployed.ledger),
        members: await addressOf(deployed.members),
        costPool: await addressOf(deployed.costPool),
        goodwill: await addressOf(deployed.goodwill),
        deals: await addressOf(deployed.deals),
        orderBook: await addressOf(deployed.orderBook),
        economy: await addressOf(deployed.economy),
      },
      compiler: compiler(),
    },
    close: () => connection.close(),
  };
}

function compiler(): Experiment["compiler"] {
  const profile = hre.config.solidity.profiles["default"];
  const [solc] = profile?.compilers ?? [];
  if (solc === undefined) {
    throw new AllianceError("the Hardhat configuration names no compiler", { kind: "config" });
  }
  return { version: solc.version, settings: solc.settings };
}
