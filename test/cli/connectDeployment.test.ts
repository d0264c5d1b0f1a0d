import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import type { Eip1193Provider } from "ethers";
import { after, before, describe, it } from "mocha";

import { blockHashOf } from "#chain/blockHash.ts";
import { connectDeployment } from "#cli/connectDeployment.ts";
import type { Deployment } from "#cli/deployment.ts";
import { startLocalChain } from "#cli/localChain.ts";
import type { LocalChain } from "#cli/localChain.ts";
import { AllianceError } from "#domain/errors.ts";

import { serveChain } from "../chain/support/rpcServer.ts";
import type { Server } from "../chain/support/rpcServer.ts";
import { temporaryFolders } from "./support/alliance.ts";

describe("cli/connectDeployment", () => {
  const folders = temporaryFolders();
  let chain: LocalChain;
  let server: Server;
  let deployment: Deployment;
  before(async () => {
    chain = await startLocalChain();
    const { provider, addresses } = chain.experiment;
    const chainProvider: Eip1193Provider = {
      request: async ({ method, params }) => provider.send(method, Array.isArray(params) ? params : []),
    };
    server = await serveChain(chainProvider);
    deployment = { chainId: 31_337, fromBlock: 0, fromBlockHash: await blockHashOf(provider, 0), addresses };
  });
  after(async () => {
    await server.close();
    await chain.close();
    folders.remove();
  });

  function written(change: object): string {
    const path = join(folders.create(), "deployment.json");
    writeFileSync(path, JSON.stringify({ ...deployment, ...change }));
    return path;
  }

  async function refusalOf(change: object, url = server.url): Promise<AllianceError> {
    try {
      (await connectDeployment(url, written(change))).provider.destroy();
    } catch (error) {
      if (error instanceof AllianceError) return error;
      throw error;
    }
    throw new Error("was not refused");
  }

  it("finds the alliance on the chain that it was deployed to", async () => {
    const { provider, alliance, fromBlock } = await connectDeployment(server.url, written({}));
    expect(alliance.addresses).to.deep.equal(chain.experiment.addresses);
    expect(fromBlock).to.equal(0);
    expect(await alliance.deals.dealCount()).to.equal(0n);
    provider.destroy();
  });

  it("refuses another chain, by its number", async () => {
    const { kind, message } = await refusalOf({ chainId: 1 });
    expect(kind).to.equal("chain");
    expect(message).to.equal(`the chain at ${server.url} is 31337, the deployment is on 1`);
  });

  it("refuses a chain of the same number that began anew, though contracts stand at the same addresses", async () => {
    const { kind, message, hint } = await refusalOf({ fromBlockHash: `0x${"12".repeat(32)}` });
    expect(kind).to.equal("chain");
    expect(message).to.match(/is not the one that the alliance was deployed to/);
    expect(hint).to.match(/restarts/);
    expect((await refusalOf({ fromBlock: 9_999 })).kind).to.equal("chain");
  });

  it("refuses addresses at which nothing stands, each of them", async () => {
    for (const name of Object.keys(deployment.addresses)) {
      const addresses = { ...deployment.addresses, [name]: `0x${"34".repeat(20)}` };
      const { kind, message } = await refusalOf({ addresses });
      expect(kind, name).to.equal("not-found");
      expect(message).to.match(/no contract at 0x3434/);
    }
  });

  it("says that nothing answers, or that the file is not there", async () => {
    expect((await refusalOf({}, "http://127.0.0.1:9")).kind).to.equal("chain");
    const missing = await connectDeployment(server.url, join(folders.create(), "none")).then(String, String);
    expect(missing).to.match(/cannot read/);
  });
});
