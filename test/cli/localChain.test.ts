import { existsSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";
import { after, describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import { blockTime } from "#chain/clock.ts";
import { codeHashOf } from "#chain/codeHash.ts";
import { checkWiring } from "#chain/wiring.ts";
import { deployTo, startLocalChain } from "#cli/localChain.ts";

const JOURNALS = join("ignition", "deployments");

/** The journals of deployments to chains outside of this process. */
function journals(): string[] {
  return existsSync(JOURNALS) ? readdirSync(JOURNALS) : [];
}

describe("cli/localChain", () => {
  const kept = journals();
  after(() => {
    for (const name of journals()) if (!kept.includes(name)) rmSync(join(JOURNALS, name), { recursive: true });
  });

  it("deploys an alliance whose contracts obey exactly whom they should", async () => {
    const { experiment, fromBlock, close } = await startLocalChain();
    const alliance = connectAlliance(experiment.addresses, experiment.provider);
    expect(await checkWiring(alliance, fromBlock)).to.deep.equal([]);
    expect(await alliance.deals.owner()).to.equal((await experiment.provider.getSigner(0)).address);
    expect(experiment.compiler.version).to.equal("0.8.37");
    await close();
  });

  it("starts at the same time with the same blocks, whenever it is started", async () => {
    const [first, second] = [await startLocalChain(), await startLocalChain()];
    const [one, two] = await Promise.all(
      [first, second].map(async ({ experiment }) => experiment.provider.getBlock("latest")),
    );
    expect(one?.hash).to.equal(two?.hash);
    expect(first.experiment.addresses).to.deep.equal(second.experiment.addresses);
    const start = Date.parse("2030-01-01T00:00:00Z") / 1000;
    expect(await blockTime(first.experiment.provider)).to.be.within(start, start + 86_400);
    await first.close();
    await second.close();
  });

  it("keeps chains apart: what happens on one does not happen on another", async () => {
    const [first, second] = [await startLocalChain(), await startLocalChain()];
    const before = await second.experiment.provider.getBlockNumber();
    await first.experiment.provider.send("evm_mine", []);
    expect(await second.experiment.provider.getBlockNumber()).to.equal(before);
    await first.close();
    await second.close();
  });

  it("deploys contracts with a changed rule in the place of the deals", async () => {
    const hashes = new Set<string>();
    for (const contract of ["Deals", "HalfPenaltyDeals", "ChargeDefectorDeals"] as const) {
      const { experiment, fromBlock, close } = await startLocalChain(contract);
      const { addresses, provider } = experiment;
      hashes.add(await codeHashOf(provider, addresses.deals));
      expect(await checkWiring(connectAlliance(addresses, provider), fromBlock)).to.deep.equal([]);
      await close();
    }
    expect(hashes.size).to.equal(3);
  });

  it("does not wait for a chain that is not there", async () => {
    const server = createServer();
    await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
    const address = server.address();
    await new Promise((done) => void server.close(done));
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const failure = await deployTo(`http://127.0.0.1:${port}`).then(String, String);
    expect(failure).to.match(/no chain answers/);
  });

  it("deploys to a chain over HTTP again and again, each time anew", async () => {
    const server = await network.createServer({ network: "default" }, "127.0.0.1", 0);
    const { port } = await server.listen();
    try {
      const [first, second] = [await deployTo(`http://127.0.0.1:${port}`), await deployTo(`http://127.0.0.1:${port}`)];
      expect(first.fromBlock).to.equal(0);
      expect(second.fromBlock).to.equal(await lastBlockBefore(second));
      expect(second.experiment.addresses.deals).not.to.equal(first.experiment.addresses.deals);
      for (const { experiment, fromBlock } of [first, second]) {
        const alliance = connectAlliance(experiment.addresses, experiment.provider);
        expect(await checkWiring(alliance, fromBlock)).to.deep.equal([]);
      }
      await first.close();
      await second.close();
    } finally {
      await server.close();
    }
  });
});

/** The block before the first one in which a contract of the deployment stands. */
async function lastBlockBefore({ experiment }: Awaited<ReturnType<typeof deployTo>>): Promise<number> {
  const { provider, addresses } = experiment;
  let block = await provider.getBlockNumber();
  const stands = async (at: number) => {
    const codes = await Promise.all(Object.values(addresses).map(async (address) => provider.getCode(address, at)));
    return codes.some((code) => code !== "0x");
  };
  while (block > 0 && (await stands(block))) block--;
  return block;
}
