import { expect } from "chai";
import { network } from "hardhat";
import { after, describe, it } from "mocha";

import { blockHashOf } from "#chain/blockHash.ts";
import { inProcessChain } from "#chain/connection.ts";

describe("chain/blockHash", () => {
  const connecting = network.create();
  after(async () => (await connecting).close());

  it("is the chain's own hash of the block", async () => {
    const connection = await connecting;
    const provider = inProcessChain(connection.provider);
    await provider.send("evm_mine", []);
    for (const number of [0, 1]) {
      const block = await connection.provider.request({
        method: "eth_getBlockByNumber",
        params: [`0x${number.toString(16)}`, false],
      });
      expect(block).to.have.property("hash", await blockHashOf(provider, number));
    }
  });

  it("refuses a block that the chain does not have", async () => {
    const provider = inProcessChain((await connecting).provider);
    const failure: unknown = await blockHashOf(provider, 999).catch((error: unknown) => error);
    expect(failure).to.include({ kind: "chain", message: "the chain has no block 999" });
  });
});
