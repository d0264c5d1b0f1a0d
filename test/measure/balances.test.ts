import { expect } from "chai";
import { describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import { send } from "#chain/send.ts";
import { startLocalChain } from "#cli/localChain.ts";
import { holdingsOf, totalOf } from "#measure/balances.ts";
import { actorAt, admit, allianceAt } from "#measure/theatre.ts";

describe("measure/balances", () => {
  it("adds up what lies in the wallet, and free and locked in the Ledger", () => {
    expect(totalOf({ wallet: 1n, available: 20n, locked: 300n })).to.equal(321n);
    expect(totalOf({ wallet: 0n, available: 0n, locked: 0n })).to.equal(0n);
  });

  it("reads what an account owns, wherever it lies", async () => {
    const { experiment, close } = await startLocalChain();
    const alliance = connectAlliance(experiment.addresses, experiment.provider);
    const actor = await actorAt(experiment, 2, "Ann", "supplier");
    expect(await holdingsOf(alliance, actor.account)).to.deep.equal({ wallet: 0n, available: 0n, locked: 0n });

    const bond = await alliance.members.membershipBond();
    const purse = 7n * bond + 1n;
    await admit(await allianceAt(experiment, 0), actor, purse);
    const half = purse / 2n;
    expect(await holdingsOf(alliance, actor.account)).to.deep.equal({
      wallet: purse - half,
      available: half - bond,
      locked: bond,
    });
    expect(totalOf(await holdingsOf(alliance, actor.account))).to.equal(purse);

    await send("withdraw", actor.alliance.ledger.withdrawTo(actor.account, 5n));
    expect(await holdingsOf(alliance, actor.account)).to.deep.equal({
      wallet: purse - half + 5n,
      available: half - bond - 5n,
      locked: bond,
    });
    await close();
  });
});
