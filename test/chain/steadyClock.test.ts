import { expect } from "chai";
import type { Eip1193Provider } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { steadyClock } from "#chain/steadyClock.ts";
import { inProcessChain } from "#chain/connection.ts";
import { startLocalChain } from "#cli/localChain.ts";

type Request = Parameters<Eip1193Provider["request"]>[0];

/** A chain that writes down what it is asked, and whose newest block has the given time. */
function recorder(time: number) {
  const requests: Request[] = [];
  const provider: Eip1193Provider = {
    async request(request) {
      requests.push(request);
      return request.method === "eth_getBlockByNumber" ? { timestamp: `0x${time.toString(16)}` } : "result";
    },
  };
  return { requests, provider };
}

describe("chain/steadyClock", () => {
  it("sets the time of the next block before each transaction, and hands it on as it is", async () => {
    for (const method of ["eth_sendTransaction", "eth_sendRawTransaction"]) {
      const { requests, provider } = recorder(1000);
      const params = [{ from: "0x1" }];
      expect(await steadyClock(provider, 7).request({ method, params })).to.equal("result");
      expect(requests).to.deep.equal([
        { method: "eth_getBlockByNumber", params: ["latest", false] },
        { method: "evm_setNextBlockTimestamp", params: [1007] },
        { method, params },
      ]);
    }
  });

  it("hands everything else on untouched", async () => {
    const { requests, provider } = recorder(1000);
    const clocked = steadyClock(provider, 7);
    await clocked.request({ method: "eth_call", params: [{}, "latest"] });
    await clocked.request({ method: "eth_blockNumber" });
    expect(requests).to.deep.equal([{ method: "eth_call", params: [{}, "latest"] }, { method: "eth_blockNumber" }]);
  });

  it("makes each block the interval younger than the one before, whatever happens in between", async () => {
    const connection = await network.create();
    const provider = inProcessChain(steadyClock(connection.provider, 60));
    const signer = await provider.getSigner(0);
    const times: number[] = [];
    for (let i = 0; i < 4; i++) {
      await (await signer.sendTransaction({ to: signer.address })).wait();
      const block = await provider.getBlock("latest");
      times.push(block?.timestamp ?? 0);
      // A refused transaction takes no time.
      await signer.sendTransaction({ to: signer.address, value: 10n ** 30n }).catch(() => undefined);
    }
    expect(times.slice(1).map((time, i) => time - (times[i] ?? 0))).to.deep.equal([60, 60, 60]);
    await connection.close();
  });

  it("lets the same transactions make the same blocks, to the hash", async () => {
    const hashes: string[] = [];
    for (let run = 0; run < 2; run++) {
      const { experiment, close } = await startLocalChain();
      const signer = await experiment.provider.getSigner(0);
      for (let i = 0; i < 3; i++) await (await signer.sendTransaction({ to: signer.address, value: i })).wait();
      hashes.push(String((await experiment.provider.getBlock("latest"))?.hash));
      await close();
    }
    expect(hashes[0]).to.match(/^0x[0-9a-f]{64}$/);
    expect(hashes[1]).to.equal(hashes[0]);
  });
});
