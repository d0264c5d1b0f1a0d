import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";

import { blockTime } from "#chain/clock.ts";
import { statusName } from "#chain/status.ts";
import { AllianceError } from "#domain/errors.ts";
import { playDeals } from "#measure/play.ts";
import type { Casting } from "#measure/play.ts";
import { cooperate, defect, STRATEGIES } from "#measure/strategies.ts";
import type { Sight, Strategy, StrategyName } from "#measure/strategies.ts";
import { openStore } from "#records/store.ts";

import { deedsOf, openDeal, setScene } from "./support/stage.ts";
import type { Scene } from "./support/stage.ts";

/** Who does what when, told as a story. */
const PLAYS: Record<string, { deeds: string[]; status: string }> = {
  "cooperate,cooperate": {
    deeds: [
      "Ann: collectOperatingIncome 1",
      "Bob: collectOperatingIncome 1",
      "Ann: sign 1",
      "Bob: sign 1",
      "Ann: collectBlockchainIncome 1",
      "Bob: collectBlockchainIncome 1",
      "Ann: produce 1",
      "Ann: deliver 1",
      "Bob: accept 1",
      "Bob: resell 1",
    ],
    status: "settled",
  },
  "cooperate,defect": {
    deeds: [
      "Ann: collectOperatingIncome 1",
      "Bob: collectOperatingIncome 1",
      "Ann: sign 1",
      "Bob: useSideMarket 1",
      "Ann: collectBlockchainIncome 1",
      "Outsider: enforce 1",
      "Ann: collectGoodwillIncome 1",
    ],
    status: "retailer-defaulted",
  },
  "defect,cooperate": {
    deeds: [
      "Ann: collectOperatingIncome 1",
      "Bob: collectOperatingIncome 1",
      "Bob: sign 1",
      "Ann: useSideMarket 1",
      "Bob: collectBlockchainIncome 1",
      "Outsider: enforce 1",
      "Bob: collectGoodwillIncome 1",
    ],
    status: "supplier-defaulted",
  },
  "defect,defect": {
    deeds: ["Ann: collectOperatingIncome 1", "Bob: collectOperatingIncome 1", "Outsider: enforce 1"],
    status: "lapsed",
  },
};

async function refusalOf(action: Promise<unknown>): Promise<AllianceError> {
  try {
    await action;
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("measure/play", () => {
  let folder: string;
  let scene: Scene;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "alliance-play-"));
    scene = await setScene(openStore(folder));
  });
  afterEach(async () => {
    await scene.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function castingOf(supplier: Strategy, retailer: Strategy): Casting {
    const { actors } = scene;
    return {
      supplier: { actor: actors.supplier, strategy: supplier },
      retailer: { actor: actors.retailer, strategy: retailer },
    };
  }

  const statusOf = async (dealId: bigint) => statusName((await scene.alliance.deals.dealOf(dealId)).status);

  for (const [profile, { deeds, status }] of Object.entries(PLAYS)) {
    it(`lets the members act in turn until the deal has ended: ${profile}`, async () => {
      const [supplier, retailer] = profile.split(",") as [StrategyName, StrategyName];
      const dealId = await openDeal(scene);
      scene.entries.length = 0;
      await playDeals(scene.stage, new Map([[dealId, castingOf(STRATEGIES[supplier], STRATEGIES[retailer])]]));
      expect(deedsOf(scene.entries)).to.deep.equal(deeds);
      expect(await statusOf(dealId)).to.equal(status);
      for (const { receipt } of scene.entries) expect(receipt.status).to.equal(1);
    });
  }

  it("shows a member what stands on the chain", async () => {
    const seen: Sight[] = [];
    const watching: Strategy = (sight) => {
      seen.push(sight);
      return cooperate(sight);
    };
    const dealId = await openDeal(scene);
    await playDeals(scene.stage, new Map([[dealId, castingOf(watching, defect)]]));
    const told = seen.map(({ role, status, signed, partnerSigned, unpaidRises, done }) =>
      [role, status, signed, partnerSigned, unpaidRises, [...done].join("+")].join(" "),
    );
    expect(told).to.deep.equal([
      "supplier matched false false 0 ",
      "supplier matched false false 0 collectOperatingIncome",
      "supplier matched true false 0 collectOperatingIncome",
      "supplier matched true false 0 collectOperatingIncome+collectBlockchainIncome",
      "supplier retailer-defaulted true false 1 collectOperatingIncome+collectBlockchainIncome",
      "supplier retailer-defaulted true false 0 collectOperatingIncome+collectBlockchainIncome",
    ]);
  });

  it("shows a member the partner's signature, and everything that it has done itself", async () => {
    const seen: Sight[] = [];
    const watching: Strategy = (sight) => {
      seen.push(sight);
      return defect(sight);
    };
    const dealId = await openDeal(scene);
    await playDeals(scene.stage, new Map([[dealId, castingOf(cooperate, watching)]]));
    expect(seen.map(({ partnerSigned }) => partnerSigned).slice(0, 3)).to.deep.equal([false, true, true]);
    expect([...(seen.at(-1)?.done ?? [])]).to.have.members(["collectOperatingIncome", "useSideMarket"]);
  });

  it("enforces nothing early: only behind the deadline does time pass, and no further", async () => {
    const dealId = await openDeal(scene);
    const { signBy } = await scene.alliance.deals.dealOf(dealId);
    await playDeals(scene.stage, new Map([[dealId, castingOf(defect, defect)]]));
    const enforced = scene.entries.at(-1);
    expect(enforced?.action).to.equal("enforce");
    const block = await scene.stage.provider.getBlock(enforced?.receipt.blockNumber ?? 0);
    expect(Number(signBy)).to.be.lessThan(block?.timestamp ?? 0);
    expect(block?.timestamp ?? 0).to.be.at.most(Number(signBy) + 1 + 60);
  });

  it("ends a deal at each of its three deadlines, for whoever stayed silent", async () => {
    const unlessSigned: Strategy = (sight) => (sight.status === "signed" ? undefined : cooperate(sight));
    const unlessDelivered: Strategy = (sight) => (sight.status === "delivered" ? undefined : cooperate(sight));
    const silent = await openDeal(scene);
    await playDeals(scene.stage, new Map([[silent, castingOf(unlessSigned, cooperate)]]));
    expect(await statusOf(silent)).to.equal("supplier-defaulted");
    const deal = await scene.alliance.deals.dealOf(silent);
    expect(await blockTime(scene.stage.provider)).to.be.greaterThan(Number(deal.deliverBy));

    const unanswered = await openDeal(scene);
    await playDeals(scene.stage, new Map([[unanswered, castingOf(cooperate, unlessDelivered)]]));
    expect(await statusOf(unanswered)).to.equal("retailer-defaulted");
    const { acceptBy } = await scene.alliance.deals.dealOf(unanswered);
    expect(await blockTime(scene.stage.provider)).to.be.greaterThan(Number(acceptBy));
  });

  it("plays several deals at once, each by its own casting, and ends each in its own time", async () => {
    const stalling: Strategy = (sight) => (sight.status === "signed" ? undefined : cooperate(sight));
    const [late, honest, lapsed] = [await openDeal(scene, 1, 10, 3), await openDeal(scene, 3), await openDeal(scene)];
    const castings = new Map([
      [late, castingOf(stalling, cooperate)],
      [honest, castingOf(cooperate, cooperate)],
      [lapsed, castingOf(defect, defect)],
    ]);
    await playDeals(scene.stage, castings);
    expect(await Promise.all([late, honest, lapsed].map(statusOf))).to.deep.equal([
      "supplier-defaulted",
      "settled",
      "lapsed",
    ]);
    const ends = scene.entries.filter(({ action }) => action === "enforce").map(({ dealId }) => dealId);
    expect(ends).to.deep.equal([lapsed, late]);
    // What comes once a member, not once a deal, was collected once.
    const incomes = scene.entries.filter(({ action }) => action === "collectOperatingIncome");
    expect(incomes.map(({ actor }) => actor).sort()).to.deep.equal(["Ann", "Bob"]);
  });

  it("has nothing to do with deals that have ended, or with none", async () => {
    const dealId = await openDeal(scene);
    await playDeals(scene.stage, new Map([[dealId, castingOf(defect, defect)]]));
    scene.entries.length = 0;
    await playDeals(scene.stage, new Map([[dealId, castingOf(defect, defect)]]));
    await playDeals(scene.stage, new Map());
    expect(scene.entries).to.deep.equal([]);
  });

  it("passes on a contract's refusal of what a strategy wants", async () => {
    const dealId = await openDeal(scene);
    const hasty: Strategy = (sight) => (sight.signed ? "deliver" : cooperate(sight));
    const error = await refusalOf(playDeals(scene.stage, new Map([[dealId, castingOf(hasty, defect)]])));
    expect(error).to.include({ kind: "reverted" });
    expect(error.message).to.match(/^Ann: deliver on deal 1: Deals_WrongStatus\(/);
    const thief: Strategy = () => "accept";
    const other = await refusalOf(playDeals(scene.stage, new Map([[dealId, castingOf(thief, defect)]])));
    expect(other.message).to.match(/^Ann: accept on deal 1: Deals_/);
  });

  it("refuses strategies that never come to rest, rather than to hang", async () => {
    const dealId = await openDeal(scene);
    const restless: Strategy = () => "collectGoodwillIncome";
    // On a chain where the same income can be had again and again.
    const { supplier } = scene.actors;
    const paid = scene.entries[0]?.receipt;
    const economy = new Proxy(supplier.alliance.economy, {
      get: (target, key) =>
        key === "collectGoodwillIncome" ? async () => ({ wait: async () => paid }) : Reflect.get(target, key),
    });
    const actor = { ...supplier, alliance: { ...supplier.alliance, economy } };
    const casting = { ...castingOf(restless, () => undefined), supplier: { actor, strategy: restless } };
    const { deals, economy: outside } = scene.alliance;
    const stage = {
      ...scene.stage,
      alliance: { ...scene.alliance, deals: readOnce(deals), economy: readOnce(outside) },
    };
    const error = await refusalOf(playDeals(stage, new Map([[dealId, casting]])));
    expect(error).to.include({ kind: "usage" });
    expect(error.message).to.match(/did not come to rest in \d+ rounds/);
  });
});

/** The contract with the answers of its reading functions kept: they do not change while nothing is sent. */
function readOnce<T extends object>(contract: T): T {
  const answers = new Map<string, Promise<unknown>>();
  return new Proxy(contract, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function" || typeof key !== "string" || !/^(is|[a-z]+([A-Z][a-z]+)*Of$)/.test(key)) {
        return member;
      }
      return async (...args: unknown[]) => {
        const name = `${key} ${args.join()}`;
        const answer = answers.get(name) ?? Promise.resolve(member.apply(target, args));
        answers.set(name, answer);
        return answer;
      };
    },
  });
}
