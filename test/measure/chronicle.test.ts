import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { send } from "#chain/send.ts";
import { Chronicle } from "#measure/chronicle.ts";
import { playDeals } from "#measure/play.ts";
import { act } from "#measure/stage.ts";
import type { Stage } from "#measure/stage.ts";
import { STRATEGIES } from "#measure/strategies.ts";
import type { StrategyName } from "#measure/strategies.ts";
import { openStore } from "#records/store.ts";

import { ONE, openDeal, setScene, TERMS } from "./support/stage.ts";
import type { Scene } from "./support/stage.ts";

describe("measure/chronicle", () => {
  let folder: string;
  let scene: Scene;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "alliance-chronicle-"));
    scene = await setScene(openStore(folder));
  });
  after(async () => {
    await scene.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A chronicle, and a stage on which everything is written into it. */
  function open(): { chronicle: Chronicle; stage: Stage } {
    const { actors } = scene;
    const chronicle = new Chronicle(scene.experiment, [actors.supplier, actors.retailer]);
    return { chronicle, stage: { ...scene.stage, write: (entry) => chronicle.write(entry) } };
  }

  async function play(supplier: StrategyName, retailer: StrategyName) {
    const { chronicle, stage } = open();
    const { actors } = scene;
    const dealId = await openDeal({ ...scene, stage }, 2, 10);
    const casting = {
      supplier: { actor: actors.supplier, strategy: STRATEGIES[supplier] },
      retailer: { actor: actors.retailer, strategy: STRATEGIES[retailer] },
    };
    await playDeals(stage, new Map([[dealId, casting]]));
    return { steps: chronicle.steps, dealId };
  }

  it("tells an honest deal from order to resale", async () => {
    const { steps, dealId } = await play("cooperate", "cooperate");
    const id = String(dealId);
    const commitment = await scene.alliance.deals.commitmentOf(dealId, 0);
    expect(steps.map(({ kind, actor, text }) => [kind, actor, text])).to.deep.equal([
      ["order", "Ann", "Ann offered 2 at 10"],
      ["order", "Bob", "Bob demanded 2 at 10"],
      ["match", "Bob", `Deal ${id}: 2 matched at 10`],
      ["income", "Ann", "Ann collected its operating income: 0.000000000000000021 tokens"],
      ["income", "Bob", "Bob collected its operating income: 0.000000000000000022 tokens"],
      ["sign", "Ann", `Ann signed deal ${id}`],
      ["sign", "Bob", `Bob signed deal ${id}`],
      ["record", "Bob", `Deal ${id} is signed by both; ${commitment.slice(0, 10)}... is anchored`],
      ["income", "Ann", "Ann collected its income due to the blockchain: 0.000000000000000031 tokens"],
      ["income", "Bob", "Bob collected its income due to the blockchain: -0.000000000000000032 tokens"],
      ["income", "Ann", "Ann produced the goods: -0.000000000000000122 tokens"],
      ["deliver", "Ann", `The goods of deal ${id} were delivered`],
      ["accept", "Bob", `The goods of deal ${id} were accepted`],
      ["settle", "Bob", `Deal ${id}: Bob paid 20 tokens to Ann`],
      ["income", "Bob", "Bob resold the goods: 0.000000000000000142 tokens"],
    ]);
  });

  it("tells a default, who pays for it, and what the other gets for its goodwill", async () => {
    const { steps, dealId } = await play("cooperate", "defect");
    const told = steps.map(({ kind, actor, text }) => [kind, actor, text]);
    expect(told).to.deep.include.members([
      ["income", "Bob", "Bob dealt on the side market: 0.000000000000000052 tokens"],
      ["default", "Outsider", `Deal ${dealId}: Bob defaulted and paid ${(2n * TERMS.penalty) / ONE} tokens to Ann`],
      ["income", "Ann", "Ann collected its income due to goodwill: 0.000000000000000041 tokens"],
    ]);
  });

  it("tells a deal that lapsed", async () => {
    const { steps, dealId } = await play("defect", "defect");
    expect(steps.at(-1)).to.include({
      kind: "default",
      actor: "Outsider",
      text: `Deal ${dealId} lapsed`,
      dealId: String(dealId),
    });
  });

  it("dates each step by its block, and names the transaction and the deal", async () => {
    const { steps, dealId } = await play("cooperate", "cooperate");
    for (const { block, time, transaction, dealId: about, kind, text } of steps) {
      const receipt = await scene.experiment.provider.getTransactionReceipt(transaction ?? "");
      expect(receipt?.blockNumber).to.equal(block);
      expect((await receipt?.getBlock())?.timestamp).to.equal(time);
      // Orders and what comes once a member belong to no deal, or to the one that brought it.
      if (kind !== "order" && !/operating income/.test(text)) expect(about, text).to.equal(String(dealId));
    }
    expect(steps.map(({ block }) => block)).to.deep.equal(steps.map(({ block }) => block).sort((a, b) => a - b));
  });

  it("shows what everybody owns after each step", async () => {
    const { chronicle, stage } = open();
    const { actors, owner, alliance } = scene;
    const { account } = actors.supplier;
    await act(stage, actors.supplier, "collect", owner.token.mint(account, ONE));
    await chronicle.note("join", "Ann", "Ann is here");
    const owned = await alliance.token.balanceOf(account);
    const inLedger = await alliance.ledger.accountOf(account);
    await send("mint", owner.token.mint(account, ONE));
    await chronicle.note("join", "Ann", "Ann is richer");
    const [first, second] = chronicle.steps;
    expect(Object.keys(first?.balances ?? {})).to.deep.equal(["Ann", "Bob"]);
    expect(first?.balances["Ann"]).to.deep.equal({
      wallet: String(owned),
      available: String(inLedger.available),
      locked: String(inLedger.locked),
    });
    expect(second?.balances["Ann"]?.wallet).to.equal(String(owned + ONE));
    expect(second?.balances["Bob"]).to.deep.equal(first?.balances["Bob"]);
  });

  it("tells nothing of what readers do not want to see, and notes what no event tells", async () => {
    const { chronicle, stage } = open();
    const { actors, experiment } = scene;
    await act(
      stage,
      actors.supplier,
      "withdraw",
      actors.supplier.alliance.ledger.withdrawTo(actors.supplier.account, 1n),
    );
    expect(chronicle.steps).to.deep.equal([]);
    await chronicle.note("tamper", "Intruder", "A record was changed", "7");
    const [step] = chronicle.steps;
    expect(step).to.include({ kind: "tamper", actor: "Intruder", text: "A record was changed", dealId: "7" });
    expect(step).not.to.have.property("transaction");
    expect(step?.block).to.equal(await experiment.provider.getBlockNumber());
  });

  it("tells that the rest of an order was taken back, and names strangers by their account", async () => {
    const { stage, chronicle } = open();
    const { actors, experiment, classId } = scene;
    const { orderBook } = actors.supplier.alliance;
    const { deliverBy } = await scene.alliance.deals.dealOf(await openDeal(scene));
    const expiry = deliverBy - 2n * 86_400n;
    await act(stage, actors.supplier, "place", orderBook.place(0, classId, deliverBy, 3, 90, expiry));
    const order = await orderBook.orderCount();
    await act(stage, actors.supplier, "cancel", orderBook.cancel(order));
    expect(chronicle.steps.map(({ text }) => text)).to.deep.equal([
      "Ann offered 3 at 90",
      "The order for the remaining 3 was taken back",
    ]);
    const alone = new Chronicle(experiment, [actors.retailer]);
    const receipt = await send("place", orderBook.place(0, classId, deliverBy, 3, 90, expiry));
    await alone.write({ actor: "Ann", action: "place", receipt });
    expect(alone.steps[0]?.text).to.equal(`${actors.supplier.account} offered 3 at 90`);
  });
});
