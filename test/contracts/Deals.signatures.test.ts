import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { concat, getBytes, hexlify, Signature, toBeHex } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { signAgreement } from "../support/agreement.ts";
import { Side } from "../support/enums.ts";
import { expectInvalidSignature } from "../support/invalidSignature.ts";
import { agreementOf, COMMITMENT, createWorld, openDeal, OTHER_COMMITMENT, sign } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

async function fixture() {
  const world = await createWorld(connection);
  const dealId = await openDeal(world);
  const signatureBy = async (signer: HardhatEthersSigner, commitment = COMMITMENT) =>
    signAgreement(signer, world.deals, await agreementOf(world, dealId, commitment));
  return { ...world, dealId, signatureBy };
}

describe("Deals: signing is refused for", () => {
  it("the other side's signature", async () => {
    const { dealId, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    await expectInvalidSignature(world, dealId, Side.Supplier, await signatureBy(world.retailer));
    await expectInvalidSignature(world, dealId, Side.Retailer, await signatureBy(world.supplier));
  });

  it("a signature over another commitment", async () => {
    const { dealId, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    await expectInvalidSignature(world, dealId, Side.Supplier, await signatureBy(world.supplier, OTHER_COMMITMENT));
  });

  it("a signature over any other field of the agreement", async () => {
    const { dealId, ...world } = await networkHelpers.loadFixture(fixture);
    const agreement = await agreementOf(world, dealId, COMMITMENT);
    const { supplier, retailer, stranger, deals } = world;
    const changes = [
      { dealId: agreement.dealId + 1n },
      { supplier: stranger.address },
      { retailer: stranger.address },
      { supplier: retailer.address, retailer: supplier.address },
      { classId: agreement.classId + 1n },
      { quantity: agreement.quantity + 1n },
      { price: agreement.price - 1n },
      { signBy: agreement.signBy + 1n },
      { deliverBy: agreement.deliverBy + 1n },
    ];
    for (const change of changes) {
      const signature = await signAgreement(supplier, deals, { ...agreement, ...change });
      await expectInvalidSignature(world, dealId, Side.Supplier, signature);
    }
  });

  it("a signature for another deal of the same sides", async () => {
    const { signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    const second = await openDeal(world);
    await expectInvalidSignature(world, second, Side.Supplier, await signatureBy(world.supplier));
    await sign(world, second, Side.Supplier);
  });

  it("a signature for another deployment on the same chain", async () => {
    const { dealId, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    const other = await createWorld(connection);
    const otherDeal = await openDeal(other);
    expect(otherDeal).to.equal(dealId);
    const foreign = await signAgreement(world.supplier, other.deals, await agreementOf(world, dealId, COMMITMENT));
    await expectInvalidSignature(world, dealId, Side.Supplier, foreign);
    await expectInvalidSignature(other, otherDeal, Side.Supplier, await signatureBy(world.supplier));
  });

  it("a signature for the same contract on another chain", async () => {
    const { dealId, ...world } = await networkHelpers.loadFixture(fixture);
    const fork = await network.create({ override: { chainId: 4_242 } });
    const twin = await createWorld(fork);
    const twinDeal = await openDeal(twin);
    // The twins share everything but the chain id, as after a fork.
    expect(await twin.deals.getAddress()).to.equal(await world.deals.getAddress());
    expect(twinDeal).to.equal(dealId);

    const agreement = await agreementOf(world, dealId, COMMITMENT);
    await expectInvalidSignature(
      world,
      dealId,
      Side.Supplier,
      await signAgreement(world.supplier, twin.deals, agreement),
    );
    await sign(twin, twinDeal, Side.Supplier);
    await sign(world, dealId, Side.Supplier);
    await fork.close();
  });

  it("the malleable twin of a signature", async () => {
    const { dealId, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    const { r, s, v } = Signature.from(await signatureBy(world.supplier));
    const twin = concat([r, toBeHex(CURVE_ORDER - BigInt(s), 32), v === 27 ? "0x1c" : "0x1b"]);
    await expectInvalidSignature(world, dealId, Side.Supplier, twin);
  });

  it("the 64-byte form of a signature: a signature has one form only", async () => {
    const { dealId, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    const { compactSerialized } = Signature.from(await signatureBy(world.supplier));
    await expectInvalidSignature(world, dealId, Side.Supplier, compactSerialized);
  });

  it("bytes that are no signature", async () => {
    const { dealId, signatureBy, ...world } = await networkHelpers.loadFixture(fixture);
    const good = await signatureBy(world.supplier);
    const flipped = getBytes(good);
    flipped[5] = (flipped[5] ?? 0) ^ 1;
    for (const bytes of [
      "0x",
      `${good}00`,
      good.slice(0, -2),
      `${good.slice(0, -2)}00`,
      hexlify(flipped),
      `0x${"00".repeat(65)}`,
    ]) {
      await expectInvalidSignature(world, dealId, Side.Supplier, bytes);
    }
  });

  it("a signature of the hash as a personal message", async () => {
    const { dealId, ...world } = await networkHelpers.loadFixture(fixture);
    const digest = await world.deals.agreementDigest(dealId, COMMITMENT);
    await expectInvalidSignature(world, dealId, Side.Supplier, await world.supplier.signMessage(getBytes(digest)));
  });
});
