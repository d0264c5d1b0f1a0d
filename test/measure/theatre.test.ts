import { expect } from "chai";
import { after, beforeEach, describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import { advanceTo, blockTime } from "#chain/clock.ts";
import type { Experiment } from "#chain/experiment.ts";
import { startLocalChain } from "#cli/localChain.ts";
import { actorAt, admit, allianceAt, furnish, listClass, schedule } from "#measure/theatre.ts";

import { fieldsOf } from "../support/results.ts";
import { ECONOMY, ONE, TERMS } from "./support/stage.ts";

/** Seconds. */
const DAY = 24 * 3600;

describe("measure/theatre", () => {
  const closing: (() => Promise<void>)[] = [];
  let experiment: Experiment;
  let alliance: Alliance;
  let owner: Alliance;
  beforeEach(async () => {
    const chain = await startLocalChain();
    closing.push(chain.close);
    experiment = chain.experiment;
    alliance = connectAlliance(experiment.addresses, experiment.provider);
    owner = await allianceAt(experiment, 0);
  });
  after(async () => {
    for (const close of closing) await close();
  });

  it("lists a class with the given amounts, and a day for everything else", async () => {
    const first = await listClass(owner, TERMS);
    const second = await listClass(owner, { ...TERMS, penalty: 0n });
    expect([first, second]).to.deep.equal([1, 2]);
    expect(fieldsOf(await alliance.deals.termsOf(first))).to.deep.equal({
      ...TERMS,
      lot: 1n,
      signPeriod: 86_400n,
      acceptPeriod: 86_400n,
      deliveryGrid: 86_400n,
    });
    expect((await alliance.deals.termsOf(second)).penalty).to.equal(0n);
  });

  it("gives the outside world money and prices", async () => {
    await furnish(owner, 12n * ONE, ECONOMY);
    expect(await alliance.token.balanceOf(experiment.addresses.economy)).to.equal(12n * ONE);
    expect(fieldsOf(await alliance.economy.settingsOf())).to.deep.equal(ECONOMY);
  });

  it("knows the chain's accounts by their number, and each acts for itself", async () => {
    const accounts = await experiment.provider.listAccounts();
    for (const index of [2, 5]) {
      const actor = await actorAt(experiment, index, "Ann", "retailer");
      expect(actor).to.include({ name: "Ann", role: "retailer", account: accounts[index]?.address });
      expect(actor.alliance.token.runner).to.equal(actor.signer);
    }
    const { token } = await allianceAt(experiment, 1);
    expect(await (token.runner as { getAddress?(): Promise<string> } | null)?.getAddress?.()).to.equal(
      accounts[1]?.address,
    );
  });

  it("makes a member of an actor, with half of its money in the Ledger", async () => {
    for (const [index, role, side] of [
      [2, "supplier", 0n],
      [3, "retailer", 1n],
    ] as const) {
      const actor = await actorAt(experiment, index, "Ann", role);
      await admit(owner, actor, 9n * ONE + 1n);
      expect(await alliance.token.balanceOf(actor.account)).to.equal(4n * ONE + ONE / 2n + 1n);
      const { available, locked } = await alliance.ledger.accountOf(actor.account);
      expect(available + locked).to.equal(4n * ONE + ONE / 2n);
      const member = await alliance.members.memberOf(actor.account);
      expect([member.joined, member.side]).to.deep.equal([true, side]);
    }
  });

  it("finds deadlines that the order book takes, at any time of the day", async () => {
    const actor = await actorAt(experiment, 2, "Ann", "supplier");
    await admit(owner, actor, 1_000n * ONE);
    const classId = await listClass(owner, TERMS);
    const midnight = (Math.floor((await blockTime(experiment.provider)) / DAY) + 2) * DAY;
    for (const second of [1, DAY / 2, DAY - 120, DAY + 1]) {
      await advanceTo(experiment.provider, midnight + second);
      const { expiry, deliverBy } = await schedule(experiment);
      expect(deliverBy % DAY).to.equal(0);
      expect(expiry).to.be.greaterThan(midnight + second);
      expect(deliverBy - expiry).to.be.at.least(DAY);
      await actor.alliance.orderBook.place(0, classId, deliverBy, 1, 5, expiry);
    }
    expect(await alliance.orderBook.orderCount()).to.equal(4n);
  });
});
