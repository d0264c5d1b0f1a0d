import { expect } from "chai";
import { keccak256 } from "ethers";
import { after, before, describe, it } from "mocha";

import { codeHashOf } from "#chain/codeHash.ts";
import { startLocalChain } from "#cli/localChain.ts";
import type { LocalChain } from "#cli/localChain.ts";
import { AllianceError } from "#domain/errors.ts";

describe("chain/codeHash", () => {
  let chain: LocalChain;
  before(async () => {
    chain = await startLocalChain();
  });
  after(() => chain.close());

  it("is the keccak256 of the code that stands there", async () => {
    const { provider, addresses } = chain.experiment;
    const hashes = new Set<string>();
    for (const address of Object.values(addresses)) {
      const hash = await codeHashOf(provider, address);
      expect(hash).to.equal(keccak256(String(await provider.send("eth_getCode", [address, "latest"]))));
      hashes.add(hash);
    }
    expect(hashes.size).to.equal(Object.keys(addresses).length);
  });

  it("refuses an address without a contract", async () => {
    const { provider } = chain.experiment;
    const { address } = await provider.getSigner(5);
    const error: unknown = await codeHashOf(provider, address).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(AllianceError);
    expect(error).to.include({ kind: "not-found", message: `no contract at ${address}` });
    expect(error).to.have.deep.property("values", { address });
  });
});
