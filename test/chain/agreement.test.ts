import { expect } from "chai";
import { concat, Signature, toBeHex, TypedDataEncoder, ZeroHash } from "ethers";
import { after, before, describe, it } from "mocha";

import { agreementFor, signAgreement, verifyAgreement } from "#chain/agreement.ts";
import type { Agreement } from "#chain/agreement.ts";
import { send } from "#chain/send.ts";

import { COMMITMENT, openDeal, openMarket, OTHER_COMMITMENT } from "./support/market.ts";
import type { Market } from "./support/market.ts";

const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

async function isTaken(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}

describe("chain/agreement", () => {
  let market: Market;
  let dealId: bigint;
  let agreement: Agreement;
  let signature: string;
  let block: number;

  before(async () => {
    market = await openMarket();
    dealId = await openDeal(market);
    agreement = await agreementFor(market.alliance, dealId, COMMITMENT);
    signature = await signAgreement(market.actors.supplier.signer, agreement);
    block = await market.provider.getBlockNumber();
  });
  after(() => market.close());

  const verify = (signed: Agreement, signer: string, bytes: string) =>
    verifyAgreement(market.provider, signed, signer, bytes, block);

  it("has the digest that the contract computes, for any deal and commitment", async () => {
    const { deals } = market.alliance;
    const second = await openDeal(market, 7, 65);
    for (const id of [dealId, second]) {
      for (const commitment of [COMMITMENT, OTHER_COMMITMENT, `0x${"ff".repeat(32)}`, ZeroHash]) {
        const { domain, types, value } = await agreementFor(market.alliance, id, commitment);
        expect(TypedDataEncoder.hash(domain, types, value)).to.equal(await deals.agreementDigest(id, commitment));
      }
    }
  });

  it("is bound to one contract on one chain", async () => {
    const { chainId } = await market.provider.getNetwork();
    expect(agreement.domain).to.deep.equal({
      name: "chain-alliance",
      version: "1",
      chainId,
      verifyingContract: market.addresses.deals,
    });
  });

  it("is valid when its signer's key signed it, and then the contract takes it too", async () => {
    const { supplier } = market.actors;
    expect(await verify(agreement, supplier.account, signature)).to.equal(true);
    await send("sign", supplier.alliance.deals.sign(dealId, 0, COMMITMENT, signature));
    expect(await market.alliance.deals.commitmentOf(dealId, 0)).to.equal(COMMITMENT);
  });

  it("is not valid for anybody else", async () => {
    const { retailer } = market.actors;
    expect(await verify(agreement, retailer.account, signature)).to.equal(false);
    expect(await verify(agreement, market.addresses.deals, signature)).to.equal(false);
  });

  it("is not valid when any field of it differs from what was signed", async () => {
    const { supplier } = market.actors;
    for (const { name, type } of agreement.types["Agreement"] ?? []) {
      const old = agreement.value[name];
      const other = type === "uint256" ? BigInt(old ?? 0) + 1n : type === "address" ? market.addresses.token : ZeroHash;
      const changed = { ...agreement, value: { ...agreement.value, [name]: other } };
      expect(await verify(changed, supplier.account, signature), name).to.equal(false);
    }
    for (const change of [
      { chainId: 1n },
      { verifyingContract: market.addresses.ledger },
      { version: "2" },
      { name: "x" },
    ]) {
      const changed = { ...agreement, domain: { ...agreement.domain, ...change } };
      expect(await verify(changed, supplier.account, signature), Object.keys(change).join()).to.equal(false);
    }
  });

  it("is not valid with bytes that the contract would refuse: a signature has one form only", async () => {
    const { supplier } = market.actors;
    const id = await openDeal(market);
    const fresh = await agreementFor(market.alliance, id, COMMITMENT);
    const good = await signAgreement(supplier.signer, fresh);
    const { r, s, v, yParity, compactSerialized } = Signature.from(good);
    const twin = concat([r, toBeHex(CURVE_ORDER - BigInt(s), 32), v === 27 ? "0x1c" : "0x1b"]);
    const forms: Record<string, string> = {
      "empty": "0x",
      "zeros": `0x${"00".repeat(65)}`,
      "junk": `0x${"5a".repeat(65)}`,
      "one byte short": good.slice(0, -2),
      "one byte long": `${good}00`,
      "compact": compactSerialized,
      "malleable twin": twin,
      "parity for v": concat([r, s, yParity === 0 ? "0x00" : "0x01"]),
      "wrong v": concat([r, s, v === 27 ? "0x1c" : "0x1b"]),
    };
    for (const [name, bytes] of Object.entries(forms)) {
      expect(await verify(fresh, supplier.account, bytes), name).to.equal(false);
      const taken = await isTaken(supplier.alliance.deals.sign.staticCall(id, 0, COMMITMENT, bytes));
      expect(taken, `${name}, by the contract`).to.equal(false);
    }
    expect(await verify(fresh, supplier.account, good)).to.equal(true);
    expect(await isTaken(supplier.alliance.deals.sign.staticCall(id, 0, COMMITMENT, good))).to.equal(true);
  });
});
