import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import type { AllianceEvent } from "#chain/events.ts";
import { eventsOf } from "#chain/events.ts";
import { holdingsOf, totalOf } from "#measure/balances.ts";
import { flowsIn } from "#measure/flows.ts";
import { playDeals } from "#measure/play.ts";
import { STRATEGIES } from "#measure/strategies.ts";
import { openStore } from "#records/store.ts";

import { ECONOMY, ONE, openDeal, setScene, TERMS } from "./support/stage.ts";
import type { Scene } from "./support/stage.ts";

const [ANN, BOB] = [`0x${"a1".repeat(20)}`, `0x${"b2".repeat(20)}`];

/** An event with the arguments that a flow is read from. */
function event(contract: AllianceEvent["contract"], name: string, args: Record<string, unknown>): AllianceEvent {
  // The decoder hands out arguments by name, as a plain object does.
  return {
    contract,
    name,
    args: Object.assign([], args) as unknown as AllianceEvent["args"],
    block: 1,
    transaction: "0x",
  };
}

describe("measure/flows", () => {
  it("reads each line of the economy, paid or charged", () => {
    const lines = ["operatingIncome", "productionCost", "resale", "blockchainIncome", "goodwillIncome", "sideMarket"];
    for (const [i, line] of lines.entries()) {
      for (const amount of [7n, -7n]) {
        const events = [event("economy", "Flow", { member: ANN, line: BigInt(i), dealId: 1n, amount })];
        expect(flowsIn(events)).to.deep.equal([{ account: ANN, line, amount }]);
      }
    }
    const unknown = event("economy", "Flow", { member: ANN, line: BigInt(lines.length), dealId: 1n, amount: 1n });
    expect(() => flowsIn([unknown])).to.throw(RangeError, /no line 6/);
  });

  it("reads a payment from one side to the other as two flows", () => {
    for (const [name, line] of [
      ["PricePaid", "price"],
      ["PenaltyPaid", "penalty"],
    ] as const) {
      expect(flowsIn([event("deals", name, { dealId: 1n, from: ANN, to: BOB, amount: 5n })])).to.deep.equal([
        { account: ANN, line, amount: -5n },
        { account: BOB, line, amount: 5n },
      ]);
    }
  });

  it("reads a part of the operating cost as paid by its payer", () => {
    const charged = event("costPool", "CostShareCharged", { dealId: 1n, payer: BOB, side: 1n, amount: 9n });
    expect(flowsIn([charged])).to.deep.equal([{ account: BOB, line: "operatingCost", amount: -9n }]);
  });

  it("leaves out what moves money between a member's own pockets, and events of the same name elsewhere", () => {
    const others = [
      event("ledger", "Deposited", { account: ANN, amount: 1n }),
      event("ledger", "Locked", { operator: BOB, account: ANN, amount: 1n }),
      event("ledger", "Moved", { operator: BOB, from: ANN, to: BOB, amount: 1n, fromLocked: true }),
      event("ledger", "Withdrawn", { account: ANN, to: ANN, amount: 1n }),
      event("deals", "DealClosed", { dealId: 1n, status: 4n, fromRetailer: 1n, fromSupplier: 0n }),
      event("orderBook", "Flow", { member: ANN, line: 0n, amount: 1n }),
      event("goodwill", "PenaltyPaid", { from: ANN, to: BOB, amount: 1n }),
    ];
    expect(flowsIn(others)).to.deep.equal([]);
    expect(flowsIn([])).to.deep.equal([]);
  });

  describe("of a play on a chain", () => {
    let folder: string;
    let scene: Scene;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "alliance-flows-"));
      scene = await setScene(openStore(folder));
    });
    after(async () => {
      await scene.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function totals(): Promise<Record<"supplier" | "retailer" | "treasury" | "economy", bigint>> {
      const { alliance, actors, experiment } = scene;
      const total = async (account: string) => totalOf(await holdingsOf(alliance, account));
      return {
        supplier: await total(actors.supplier.account),
        retailer: await total(actors.retailer.account),
        treasury: await total(await alliance.costPool.treasury()),
        economy: await total(experiment.addresses.economy),
      };
    }

    const profiles = ["cooperate", "defect"] as const;
    for (const supplier of profiles) {
      for (const retailer of profiles) {
        it(`lose nothing between members, treasury and economy: ${supplier}, ${retailer}`, async () => {
          const { actors, stage, entries, experiment } = scene;
          const before = await totals();
          const dealId = await openDeal(scene, 2, 10);
          entries.length = 0;
          const casting = {
            supplier: { actor: actors.supplier, strategy: STRATEGIES[supplier] },
            retailer: { actor: actors.retailer, strategy: STRATEGIES[retailer] },
          };
          await playDeals(stage, new Map([[dealId, casting]]));
          const flows = flowsIn(entries.flatMap(({ receipt }) => eventsOf(experiment.addresses, receipt)));
          const after = await totals();

          const sum = (chosen: typeof flows) => chosen.reduce((total, { amount }) => total + amount, 0n);
          for (const role of ["supplier", "retailer"] as const) {
            const own = flows.filter(({ account }) => account === actors[role].account);
            expect(sum(own), role).to.equal(after[role] - before[role]);
          }
          const between = flows.filter(({ line }) => line === "price" || line === "penalty");
          expect(sum(between), "between the members").to.equal(0n);
          const cost = flows.filter(({ line }) => line === "operatingCost");
          expect(-sum(cost), "to the treasury").to.equal(after.treasury - before.treasury);
          const outside = flows.filter((flow) => !between.includes(flow) && !cost.includes(flow));
          expect(-sum(outside), "to the outside world").to.equal(after.economy - before.economy);
          const all = (owned: Record<string, bigint>) => Object.values(owned).reduce((a, b) => a + b, 0n);
          expect(all(after)).to.equal(all(before));
        });
      }
    }

    it("say of an honest deal what was paid for what", async () => {
      const fresh = await setScene(openStore(join(folder, "fresh")));
      const { actors, stage, entries, experiment } = fresh;
      const dealId = await openDeal(fresh, 2, 10);
      const [supplier, retailer] = [actors.supplier, actors.retailer].map((actor) => ({
        actor,
        strategy: STRATEGIES.cooperate,
      }));
      if (supplier === undefined || retailer === undefined) throw new Error("nobody plays");
      await playDeals(stage, new Map([[dealId, { supplier, retailer }]]));
      const flows = flowsIn(entries.flatMap(({ receipt }) => eventsOf(experiment.addresses, receipt)));
      await fresh.close();
      const [ann, bob] = [actors.supplier.account, actors.retailer.account];
      const ownPart = (2n * TERMS.operatingCost * TERMS.theta) / ONE;
      expect(flows).to.have.deep.members([
        { account: ann, line: "operatingIncome", amount: ECONOMY.operatingIncome.supplier },
        { account: bob, line: "operatingIncome", amount: ECONOMY.operatingIncome.retailer },
        { account: ann, line: "operatingCost", amount: -ownPart },
        { account: bob, line: "operatingCost", amount: ownPart - 2n * TERMS.operatingCost },
        { account: ann, line: "blockchainIncome", amount: ECONOMY.blockchainIncome.supplier },
        { account: bob, line: "blockchainIncome", amount: ECONOMY.blockchainIncome.retailer },
        { account: ann, line: "productionCost", amount: -2n * ECONOMY.productionCost },
        { account: bob, line: "price", amount: -20n * ONE },
        { account: ann, line: "price", amount: 20n * ONE },
        { account: bob, line: "resale", amount: 2n * ECONOMY.resale },
      ]);
    });
  });
});
