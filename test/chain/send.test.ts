import { expect } from "chai";
import { AbiCoder, id, Interface, makeError } from "ethers";
import type { ContractTransactionResponse } from "ethers";
import { after, before, describe, it } from "mocha";

import { explain, send } from "#chain/send.ts";
import { AllianceError } from "#domain/errors.ts";

import { COMMITMENT, ONE, openDeal, openMarket } from "./support/market.ts";
import type { Market } from "./support/market.ts";

async function refusalOf(sending: Promise<unknown>): Promise<AllianceError> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

/** What ethers throws when a call reverted with `data`. */
function callException(data: string | null, reason: string | null = null): Error {
  const transaction = { to: null, data: "0x" };
  return makeError("execution reverted", "CALL_EXCEPTION", {
    action: "call",
    data,
    reason,
    transaction,
    invocation: null,
    revert: null,
  });
}

describe("chain/send", () => {
  let market: Market;
  let dealId: bigint;
  before(async () => {
    market = await openMarket();
    dealId = await openDeal(market);
  });
  after(() => market.close());

  it("returns the receipt of a transaction that was mined", async () => {
    const { owner, actors, alliance, provider } = market;
    const before = await alliance.token.balanceOf(actors.supplier.account);
    const receipt = await send("mint", owner.token.mint(actors.supplier.account, 3n));
    expect(receipt.status).to.equal(1);
    expect(receipt.blockNumber).to.equal(await provider.getBlockNumber());
    expect(await alliance.token.balanceOf(actors.supplier.account)).to.equal(before + 3n);
  });

  it("names the contract's error, its arguments and what was being done, for every contract", async () => {
    const { actors, addresses, owner, provider } = market;
    const { supplier, retailer } = actors;
    const { address: ownerAccount } = await provider.getSigner(0);
    const { deals, economy, ledger, members, orderBook, token } = supplier.alliance;
    const cases: readonly (readonly [() => Promise<ContractTransactionResponse>, string, Record<string, string>])[] = [
      [
        () => deals.deliver(dealId, COMMITMENT),
        "Deals_WrongStatus",
        { dealId: String(dealId), status: "1", needed: "2" },
      ],
      [() => economy.produce(99n), "Economy_NotParty", { caller: supplier.account, dealId: "99" }],
      [() => ledger.deposit(0n), "Ledger_ZeroAmount", {}],
      [() => members.join(0), "Members_AlreadyMember", { account: supplier.account }],
      [() => orderBook.cancel(77n), "OrderBook_NotOpen", { orderId: "77" }],
      [() => ledger.lock(retailer.account, 1n), "Operated_NotOperator", { caller: supplier.account }],
      [() => token.mint(supplier.account, ONE), "OwnableUnauthorizedAccount", { account: supplier.account }],
      [
        () => owner.token.transferFrom(addresses.ledger, addresses.ledger, 5n),
        "ERC20InsufficientAllowance",
        { spender: ownerAccount, allowance: "0", needed: "5" },
      ],
    ];
    for (const [sending, name, values] of cases) {
      const error = await refusalOf(send("supplier: try", sending()));
      const list = Object.entries(values).map(([key, value]) => `${key} ${value}`);
      expect(error.message).to.equal(`supplier: try: ${name}(${list.join(", ")})`);
      expect(error).to.include({ kind: "reverted", exitCode: 7 });
      expect(error.values).to.deep.equal(values);
      expect(error.cause).to.be.instanceOf(Error);
    }
  });

  it("knows every custom error that a contract of the alliance declares", () => {
    const coder = AbiCoder.defaultAbiCoder();
    const { deals, economy, ledger, members, orderBook, costPool, goodwill } = market.alliance;
    let count = 0;
    for (const contract of [deals, economy, ledger, members, orderBook, costPool, goodwill]) {
      const own: Interface = contract.interface;
      own.forEachError((fragment) => {
        if (!/^[A-Z][A-Za-z]*_/.test(fragment.name)) return;
        const zeros = fragment.inputs.map(({ type }) => zeroOf(type));
        const data = own.encodeErrorResult(
          fragment,
          coder.decode(fragment.inputs, coder.encode(fragment.inputs, zeros)),
        );
        expect(explain("x", callException(data)).message).to.contain(`${fragment.name}(`);
        count++;
      });
    }
    expect(count).to.be.greaterThan(20);
  });

  it("passes on a reason in words, a panic, an unknown error, and none at all", () => {
    const words = new Interface(["error Error(string message)", "error Panic(uint256 code)"]);
    const unknown = id("Unknown()").slice(0, 10);
    expect(explain("x", callException(words.encodeErrorResult("Error", ["too late"]))).message).to.match(/too late/);
    expect(explain("x", callException(words.encodeErrorResult("Panic", [17]))).message).to.match(/Panic.*17/);
    expect(explain("x", callException(unknown)).message).to.equal(`x: reverted (${unknown})`);
    expect(explain("x", callException("0x1234")).message).to.equal("x: reverted (0x1234)");
    expect(explain("x", callException("0x")).message).to.equal("x: reverted (no reason given)");
    expect(explain("x", callException(null)).message).to.equal("x: reverted (no reason given)");
    const cut = market.alliance.deals.interface.getError("Deals_NotParty")?.selector ?? "";
    expect(explain("x", callException(`${cut}00`)).message).to.equal(`x: reverted (${cut}00)`);
    for (const data of [unknown, cut, "0x", null]) expect(explain("x", callException(data)).kind).to.equal("reverted");
  });

  it("tells a chain that fails from a contract that refuses", async () => {
    const lost = await refusalOf(send("pay", Promise.reject(new Error("connection lost"))));
    expect(lost).to.include({ kind: "chain", exitCode: 6, message: "pay: connection lost" });
    expect(explain("pay", "gone")).to.include({ kind: "chain", message: "pay: gone" });
    expect(explain("pay", undefined)).to.include({ kind: "chain", message: "pay: undefined" });
  });

  it("does not take a transaction that was never mined for done", async () => {
    const { owner, actors } = market;
    const response = await owner.token.mint(actors.supplier.account, 1n);
    const unmined = new Proxy(response, {
      get: (target, key) => (key === "wait" ? async () => null : Reflect.get(target, key)),
    });
    const error = await refusalOf(send("mint", Promise.resolve(unmined)));
    expect(error).to.include({ kind: "chain", message: "mint: not mined" });
  });

  it("reports a transaction that was mined and failed as reverted", async () => {
    const { owner, actors, provider } = market;
    const response = await owner.token.mint(actors.supplier.account, 1n);
    const failed = new Proxy(response, {
      get: (target, key) => (key === "wait" ? () => Promise.reject(callException(null)) : Reflect.get(target, key)),
    });
    expect((await refusalOf(send("mint", Promise.resolve(failed)))).kind).to.equal("reverted");
    expect(provider.destroyed).to.equal(false);
  });
});

function zeroOf(type: string): unknown {
  if (type === "string") return "";
  if (type === "address") return `0x${"00".repeat(20)}`;
  return type.startsWith("bytes") ? `0x${"00".repeat(32)}` : 0;
}
