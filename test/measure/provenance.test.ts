import { expect } from "chai";
import { keccak256 } from "ethers";
import { after, before, describe, it } from "mocha";

import { startLocalChain } from "#cli/localChain.ts";
import { projectVersion } from "#cli/version.ts";
import type { LocalChain } from "#cli/localChain.ts";
import { provenanceOf } from "#measure/provenance.ts";

describe("measure/provenance", () => {
  let chain: LocalChain;
  before(async () => {
    chain = await startLocalChain();
  });
  after(() => chain.close());

  const GIVEN = { parameters: { F: "5.3" }, seed: 7, gasPrice: 25n * 10n ** 17n, runs: [] };

  it("names every contract with its address and the hash of its code", async () => {
    const { experiment } = chain;
    const { contracts } = await provenanceOf(experiment, GIVEN);
    expect(Object.fromEntries(contracts.map(({ name, address }) => [name, address]))).to.deep.equal(
      experiment.addresses,
    );
    for (const { address, codeHash } of contracts) {
      expect(codeHash).to.equal(keccak256(await experiment.provider.getCode(address)));
    }
  });

  it("names the chain, the compiler and its settings, and passes on what it is given", async () => {
    const { software, chainId, compiler, parameters, seed, gasPrice, runs } = await provenanceOf(
      chain.experiment,
      GIVEN,
    );
    expect(chainId).to.equal(31_337);
    expect(software).to.deep.equal(projectVersion());
    expect(compiler).to.deep.equal({
      version: "0.8.37",
      settings: { optimizer: { enabled: true, runs: 1000 }, viaIR: true, evmVersion: "cancun" },
    });
    expect({ parameters, seed, gasPrice, runs }).to.deep.equal({ ...GIVEN, gasPrice: "2.5" });
  });

  it("refuses addresses at which nothing stands", async () => {
    const { experiment } = chain;
    const addresses = { ...experiment.addresses, goodwill: `0x${"12".repeat(20)}` };
    const failure = await provenanceOf({ ...experiment, addresses }, GIVEN).then(String, String);
    expect(failure).to.match(/no contract at 0x1212/);
  });
});
