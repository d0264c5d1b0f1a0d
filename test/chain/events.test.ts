import { expect } from "chai";
import { id, Log } from "ethers";
import { after, before, describe, it } from "mocha";

import { decodeEvents, eventsOf } from "#chain/events.ts";
import { send } from "#chain/send.ts";

import { COMMITMENT, ONE, openDeal, openMarket, place, sign } from "./support/market.ts";
import type { Market } from "./support/market.ts";

describe("chain/events", () => {
  let market: Market;
  before(async () => {
    market = await openMarket();
  });
  after(() => market.close());

  const names = (events: ReturnType<typeof decodeEvents>) => events.map(({ contract, name }) => `${contract}.${name}`);

  it("decodes what the contracts of the alliance emitted, in the order of the chain", async () => {
    const { addresses, actors } = market;
    await place(market, "supplier", 2, 5);
    const receipt = await place(market, "retailer", 2, 6);
    const events = eventsOf(addresses, receipt);
    expect(names(events).filter((name) => !name.startsWith("ledger") && !name.startsWith("members"))).to.deep.equal([
      "orderBook.OrderPlaced",
      "deals.DealOpened",
      "orderBook.OrdersMatched",
    ]);
    for (const { block, transaction } of events) {
      expect({ block, transaction }).to.deep.equal({ block: receipt.blockNumber, transaction: receipt.hash });
    }
    const opened = events.find(({ name }) => name === "DealOpened");
    expect(opened?.args["supplier"]).to.equal(actors.supplier.account);
    expect(opened?.args["retailer"]).to.equal(actors.retailer.account);
    expect(opened?.args["price"]).to.equal(2n * 5n * 3n * ONE);
    expect(opened?.args["penalty"]).to.equal(2n * 7n * ONE);
  });

  it("decodes the events of every contract, and of all blocks together", async () => {
    const { alliance, addresses, provider, actors, owner } = market;
    const from = await provider.getBlockNumber();
    const dealId = await openDeal(market);
    await sign(market, "supplier", dealId);
    await sign(market, "retailer", dealId);
    await send("collect", actors.supplier.alliance.economy.collectOperatingIncome());
    await send("deliver", actors.supplier.alliance.deals.deliver(dealId, COMMITMENT));
    await send("accept", actors.retailer.alliance.deals.accept(dealId));
    await send("notice", actors.retailer.alliance.members.giveNotice());
    await send("mint", owner.token.mint(actors.retailer.account, 1n));
    const logs = await provider.getLogs({ fromBlock: from + 1 });
    const events = decodeEvents(addresses, logs);
    const contracts = new Set(events.map(({ contract }) => contract));
    expect([...contracts].sort()).to.deep.equal([
      "costPool",
      "deals",
      "economy",
      "goodwill",
      "ledger",
      "members",
      "orderBook",
    ]);
    // Everything but the token's own events is decoded.
    const foreign = logs.filter(({ address }) => address === addresses.token);
    expect(foreign.length).to.be.greaterThan(0);
    expect(events.length).to.equal(logs.length - foreign.length);
    expect(await alliance.deals.dealCount()).to.equal(dealId);
  });

  it("leaves out what other contracts emitted, even the same event", async () => {
    const { addresses, actors } = market;
    const receipt = await place(market, "supplier", 1, 50);
    const [placed] = receipt.logs.filter(({ address }) => address === addresses.orderBook);
    if (placed === undefined) throw new Error("nothing was placed");
    const like = (change: { address?: string; topics?: string[] }) => {
      const { blockHash, blockNumber, transactionHash, transactionIndex, data, removed, index } = placed;
      const { address = placed.address, topics = placed.topics } = change;
      const at = { blockHash, blockNumber, transactionHash, transactionIndex, removed, index };
      return new Log({ ...at, data, address, topics }, market.provider);
    };
    const foreign = like({ address: actors.supplier.account });
    const unknown = like({ topics: [id("Unknown()")] });
    expect(decodeEvents(addresses, [foreign, unknown])).to.deep.equal([]);
    expect(names(decodeEvents(addresses, [foreign, like({}), unknown]))).to.deep.equal(["orderBook.OrderPlaced"]);
  });

  it("does not mind how an address is written", async () => {
    const { addresses, provider } = market;
    const lower = { ...addresses, deals: addresses.deals.toLowerCase() };
    const logs = await provider.getLogs({ fromBlock: 0, address: addresses.deals });
    expect(decodeEvents(lower, logs).length).to.equal(logs.length);
    expect(logs.length).to.be.greaterThan(0);
  });
});
