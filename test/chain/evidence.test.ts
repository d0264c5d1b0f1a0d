import { expect } from "chai";
import type { Eip1193Provider, Interface } from "ethers";
import { after, before, describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import { inProcessChain, remoteChain } from "#chain/connection.ts";
import { readEvidence } from "#chain/evidence.ts";
import { IDeals__factory } from "#chain/generated/index.ts";
import { send } from "#chain/send.ts";
import type { DealEvidence } from "#domain/record.ts";
import { advanceTo } from "#chain/clock.ts";

import { COMMITMENT, ONE, openDeal, openMarket, OTHER_COMMITMENT, sign } from "./support/market.ts";
import type { Market } from "./support/market.ts";
import { serveChain } from "./support/rpcServer.ts";

type Request = Parameters<Eip1193Provider["request"]>[0];

function listOf(params: Request["params"]): unknown[] {
  return Array.isArray(params) ? params : [];
}

describe("chain/evidence", () => {
  let market: Market;
  before(async () => {
    market = await openMarket();
  });
  after(() => market.close());

  const read = (fromBlock = 0) => readEvidence(market.alliance, market.provider, fromBlock);
  const evidenceOf = async (dealId: bigint): Promise<DealEvidence | undefined> =>
    (await read()).find((deal) => deal.dealId === String(dealId));

  it("is empty where nothing was dealt", async () => {
    const fresh = await openMarket();
    expect(await readEvidence(fresh.alliance, fresh.provider, 0)).to.deep.equal([]);
    await fresh.close();
  });

  it("says of a deal what the chain says, with both signatures verified again", async () => {
    const { actors, addresses, alliance, provider } = market;
    const dealId = await openDeal(market, 3, 7);
    const signatures = {
      supplier: await sign(market, "supplier", dealId),
      retailer: await sign(market, "retailer", dealId),
    };
    const { deliverBy } = await alliance.deals.dealOf(dealId);
    expect(await evidenceOf(dealId)).to.deep.equal({
      dealId: String(dealId),
      chainId: Number((await provider.getNetwork()).chainId),
      contract: addresses.deals,
      supplier: actors.supplier.account,
      retailer: actors.retailer.account,
      quantity: "3",
      price: String(3n * 7n * 3n * ONE),
      deliverBy: Number(deliverBy),
      status: "signed",
      agreements: (["supplier", "retailer"] as const).map((side) => ({
        side,
        signer: actors[side].account,
        commitment: COMMITMENT,
        signature: signatures[side],
        valid: true,
      })),
    });
  });

  it("lists every deal in the order of the ids, with its state", async () => {
    const { actors, provider, alliance } = market;
    const unsigned = await openDeal(market);
    const settled = await openDeal(market);
    await sign(market, "supplier", settled);
    await sign(market, "retailer", settled);
    await send("deliver", actors.supplier.alliance.deals.deliver(settled, COMMITMENT));
    await send("accept", actors.retailer.alliance.deals.accept(settled));
    const broken = await openDeal(market);
    await sign(market, "retailer", broken);
    const { signBy } = await alliance.deals.dealOf(broken);
    const snapshot: unknown = await provider.send("evm_snapshot", []);
    await advanceTo(provider, Number(signBy) + 1);
    await send("enforce", actors.retailer.alliance.deals.enforce(broken));
    const evidence = await read();
    await provider.send("evm_revert", [snapshot]);
    expect(evidence.map(({ dealId }) => dealId)).to.deep.equal(evidence.map((_, i) => String(i + 1)));
    const statusOf = (id: bigint) => evidence[Number(id) - 1]?.status;
    expect(statusOf(unsigned)).to.equal("matched");
    expect(statusOf(settled)).to.equal("settled");
    expect(statusOf(broken)).to.equal("supplier-defaulted");
    expect(evidence[Number(unsigned) - 1]?.agreements).to.deep.equal([]);
    expect(evidence[Number(broken) - 1]?.agreements.map(({ side }) => side)).to.deep.equal(["retailer"]);
  });

  it("keeps the last signature of a side that replaced it", async () => {
    const dealId = await openDeal(market);
    await sign(market, "supplier", dealId, OTHER_COMMITMENT);
    await sign(market, "retailer", dealId, COMMITMENT);
    const last = await sign(market, "supplier", dealId, COMMITMENT);
    const evidence = await evidenceOf(dealId);
    expect(evidence?.agreements.map(({ side, commitment }) => [side, commitment])).to.deep.equal([
      ["supplier", COMMITMENT],
      ["retailer", COMMITMENT],
    ]);
    expect(evidence?.agreements[0]?.signature).to.equal(last);
    expect(evidence?.status).to.equal("signed");
  });

  it("keeps both commitments of sides that signed different ones", async () => {
    const dealId = await openDeal(market);
    await sign(market, "supplier", dealId, OTHER_COMMITMENT);
    await sign(market, "retailer", dealId, COMMITMENT);
    const evidence = await evidenceOf(dealId);
    expect(evidence?.agreements.map(({ commitment, valid }) => [commitment, valid])).to.deep.equal([
      [OTHER_COMMITMENT, true],
      [COMMITMENT, true],
    ]);
    expect(evidence?.status).to.equal("matched");
  });

  it("does not read events from before the deployment", async () => {
    const dealId = await openDeal(market);
    await sign(market, "supplier", dealId);
    const newest = await market.provider.getBlockNumber();
    const agreements = async (fromBlock: number) => (await read(fromBlock)).at(-1)?.agreements.length;
    expect(await agreements(newest)).to.equal(1);
    expect(await agreements(newest + 1)).to.equal(0);
  });

  it("finds out a contract that anchored what its side never signed", async () => {
    const dealId = await openDeal(market);
    await sign(market, "supplier", dealId);
    await sign(market, "retailer", dealId);
    // The chain is made to say that the retailer's signature was the supplier's.
    const events: Interface = IDeals__factory.createInterface();
    const topic = events.getEvent("AgreementSigned")?.topicHash;
    const forging = inProcessChain({
      async request({ method, params }) {
        const result: unknown = await market.provider.send(method, listOf(params));
        if (method !== "eth_getLogs" || !Array.isArray(result)) return result;
        const ofDeal = result.filter(({ topics }) => topics[0] === topic && BigInt(topics[1]) === dealId);
        const [own, partners] = ofDeal.map(({ data }) =>
          events.decodeEventLog("AgreementSigned", data, ofDeal[0].topics),
        );
        if (own === undefined || partners === undefined) throw new Error("the deal has not been signed by both");
        const { data } = events.encodeEventLog("AgreementSigned", [
          dealId,
          own["signer"],
          own["side"],
          own["commitment"],
          partners["signature"],
        ]);
        return result.map((log) => (log === ofDeal[0] ? { ...log, data } : log));
      },
    });
    const alliance = connectAlliance(market.addresses, forging);
    const evidence = (await readEvidence(alliance, forging, 0)).at(-1);
    expect(evidence?.agreements.map(({ side, valid }) => [side, valid])).to.deep.equal([
      ["supplier", false],
      ["retailer", true],
    ]);
  });

  it("fails when the chain stops answering, rather than to call signatures invalid", async () => {
    const dealId = await openDeal(market);
    await sign(market, "supplier", dealId);
    const chain = { request: async ({ method, params }: Request) => market.provider.send(method, listOf(params)) };
    const server = await serveChain(chain, ({ method }) => method === "eth_getLogs");
    const provider = await remoteChain(server.url);
    const failure = await readEvidence(connectAlliance(market.addresses, provider), provider, 0).then(String, String);
    provider.destroy();
    await server.close();
    expect(failure).to.match(/ECONNRESET|socket hang up/);
  });
});
