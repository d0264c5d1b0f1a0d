import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import { send } from "#chain/send.ts";
import { startLocalChain } from "#cli/localChain.ts";
import type { LocalChain } from "#cli/localChain.ts";

describe("chain/alliance", () => {
  let chain: LocalChain;
  let alliance: Alliance;
  before(async () => {
    chain = await startLocalChain();
    alliance = connectAlliance(chain.experiment.addresses, chain.experiment.provider);
  });
  after(() => chain.close());

  it("connects each contract to its own address", async () => {
    const { addresses } = chain.experiment;
    const { token, ledger, members, costPool, goodwill, deals, orderBook, economy } = alliance;
    const contracts = { token, ledger, members, costPool, goodwill, deals, orderBook, economy };
    for (const [name, contract] of Object.entries(contracts)) {
      expect(await contract.getAddress(), name).to.equal(Object.entries(addresses).find(([key]) => key === name)?.[1]);
    }
    expect(alliance.addresses).to.equal(addresses);
    expect(new Set(Object.values(addresses)).size).to.equal(Object.keys(contracts).length);
  });

  it("reads every contract, each by what it alone can say", async () => {
    const [owner] = await chain.experiment.provider.listAccounts();
    expect(await alliance.token.symbol()).to.equal("AST");
    expect(await alliance.ledger.token()).to.equal(chain.experiment.addresses.token);
    expect(await alliance.members.noticePeriod()).to.equal(604_800n);
    expect(await alliance.costPool.treasury()).to.equal(owner?.address);
    expect(await alliance.goodwill.scoreOf(String(owner?.address))).to.equal(0n);
    expect(await alliance.deals.dealCount()).to.equal(0n);
    expect(await alliance.orderBook.maxSteps()).to.be.greaterThan(0n);
    expect((await alliance.economy.settingsOf()).resale).to.equal(0n);
  });

  it("acts with a signer", async () => {
    const signer = await chain.experiment.provider.getSigner(0);
    const own = connectAlliance(chain.experiment.addresses, signer);
    await send("mint", own.token.mint(signer.address, 5n));
    expect(await alliance.token.balanceOf(signer.address)).to.equal(5n);
  });
});
