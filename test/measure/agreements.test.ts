import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { tamperWith } from "#cli/tamper.ts";
import { AllianceError } from "#domain/errors.ts";
import { Agreements } from "#measure/agreements.ts";
import { openStore } from "#records/store.ts";
import type { RecordStore } from "#records/store.ts";

import { openDeal, setScene } from "./support/stage.ts";
import type { Scene } from "./support/stage.ts";

async function refusalOf(action: Promise<unknown>): Promise<AllianceError> {
  try {
    await action;
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("measure/agreements", () => {
  let folder: string;
  let scene: Scene;
  let stores = 0;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "alliance-agreements-"));
    scene = await setScene(newStore());
  });
  after(async () => {
    await scene.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function newStore(): RecordStore {
    return openStore(join(folder, `store-${stores++}`));
  }

  it("stores the details before anybody signs them, and asks both sides to sign the same", async () => {
    const store = newStore();
    const agreements = new Agreements(store, 1);
    const dealId = await openDeal(scene);
    expect(await store.list()).to.deep.equal([]);
    const first = await agreements.of(scene.alliance, dealId);
    expect(await store.list()).to.deep.equal([first.commitment]);
    const second = await agreements.of(scene.alliance, dealId);
    expect(second).to.deep.equal(first);
    expect(await store.list()).to.deep.equal([first.commitment]);
    expect(first.agreement.value["commitment"]).to.equal(first.commitment);
    expect(first.agreement.value["dealId"]).to.equal(dealId);
  });

  it("writes into the details what the chain says of the deal", async () => {
    const store = newStore();
    const { alliance, actors } = scene;
    const dealId = await openDeal(scene, 4, 9);
    const { commitment } = await new Agreements(store, 1).of(alliance, dealId);
    const { details } = await store.get(commitment);
    const { deliverBy, classId } = await alliance.deals.dealOf(dealId);
    expect(details.deal).to.deep.equal({
      chainId: "eip155:31337",
      contract: alliance.addresses.deals,
      dealId: String(dealId),
      quantity: "4",
      price: String(await alliance.deals.priceOf(dealId)),
      deliverBy: new Date(Number(deliverBy) * 1000).toISOString().replace(".000", ""),
    });
    expect(details.parties).to.deep.equal({
      supplier: `eip155:31337:${actors.supplier.account}`,
      retailer: `eip155:31337:${actors.retailer.account}`,
    });
    expect(details.items.map(({ quantity, sku }) => [sku, quantity])).to.deep.equal([[`CLASS-${classId}`, "4"]]);
  });

  it("gives every deal its own commitment", async () => {
    const agreements = new Agreements(newStore(), 1);
    const deals = [await openDeal(scene), await openDeal(scene)];
    const commitments = [];
    for (const dealId of deals) commitments.push((await agreements.of(scene.alliance, dealId)).commitment);
    expect(new Set(commitments).size).to.equal(2);
  });

  it("salts by the seed: the same seed gives the same records, another seed others", async () => {
    const dealId = await openDeal(scene);
    const commitmentFor = async (seed: number) => {
      const store = newStore();
      const { commitment } = await new Agreements(store, seed).of(scene.alliance, dealId);
      return { commitment, salt: (await store.get(commitment)).salt };
    };
    const [one, again, other] = [await commitmentFor(1), await commitmentFor(1), await commitmentFor(2)];
    expect(again).to.deep.equal(one);
    expect(other.commitment).not.to.equal(one.commitment);
    expect(other.salt).not.to.equal(one.salt);
  });

  it("never uses a salt twice in a play", async () => {
    const store = newStore();
    const agreements = new Agreements(store, 3);
    for (let i = 0; i < 3; i++) await agreements.of(scene.alliance, await openDeal(scene));
    const salts = await Promise.all((await store.list()).map(async (commitment) => (await store.get(commitment)).salt));
    expect(new Set(salts).size).to.equal(3);
  });

  it("does not let the second side sign a record that was tampered with, or lost", async () => {
    for (const harm of ["tamper", "lose"]) {
      const store = newStore();
      const agreements = new Agreements(store, 1);
      const dealId = await openDeal(scene);
      const { commitment } = await agreements.of(scene.alliance, dealId);
      if (harm === "tamper") tamperWith(store.directory, commitment);
      else rmSync(store.directory, { recursive: true });
      const { kind } = await refusalOf(agreements.of(scene.alliance, dealId));
      expect(kind).to.equal(harm === "tamper" ? "integrity" : "not-found");
    }
  });

  it("does not let the second side sign a record of another deal", async () => {
    const store = newStore();
    const [mine, other] = [await openDeal(scene), await openDeal(scene)];
    const foreign = await new Agreements(store, 1).of(scene.alliance, other);
    const swapped: RecordStore = {
      directory: store.directory,
      put: async () => foreign.commitment,
      get: (commitment) => store.get(commitment),
      readBytes: (commitment) => store.readBytes(commitment),
      list: () => store.list(),
    };
    const agreements = new Agreements(swapped, 1);
    await agreements.of(scene.alliance, mine);
    const { kind, message } = await refusalOf(agreements.of(scene.alliance, mine));
    expect(kind).to.equal("integrity");
    expect(message).to.equal(`record ${foreign.commitment} is about deal ${other}, not ${mine}`);
  });
});
