import { expect } from "chai";
import { MaxUint256, TypedDataEncoder, ZeroAddress, ZeroHash } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { AGREEMENT_TYPES } from "../support/agreement.ts";
import { Side, Status } from "../support/enums.ts";
import { fieldsOf, valuesOf } from "../support/results.ts";
import { COMMITMENT, createWorld, openDeal, TERMS, type Terms } from "../support/world.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const YEAR = 365n * 86_400n;

async function fixture() {
  return createWorld(connection);
}

describe("Deals: classes", () => {
  const contradictions: [string, Partial<Terms>, string][] = [
    ["a penalty above the bond", { penalty: TERMS.bond + 1n }, "penalty <= bond"],
    ["a share above the whole", { theta: 10n ** 18n + 1n }, "theta <= 1e18"],
    ["a tick of no size", { tickSize: 0n }, "tickSize > 0"],
    ["a lot of nothing", { lot: 0n }, "lot > 0"],
    ["no time to sign", { signPeriod: 0n }, "periods > 0"],
    ["no time to accept", { acceptPeriod: 0n }, "periods > 0"],
    ["a time to sign above a year", { signPeriod: YEAR + 1n }, "periods <= 365 days"],
    ["a time to accept above a year", { acceptPeriod: YEAR + 1n }, "periods <= 365 days"],
    ["no grid", { deliveryGrid: 0n }, "deliveryGrid > 0"],
  ];
  for (const [name, change, rule] of contradictions) {
    it(`refuses ${name}`, async () => {
      const { deals, owner } = await networkHelpers.loadFixture(fixture);
      await expect(deals.connect(owner).listClass({ ...TERMS, ...change }))
        .to.be.revertedWithCustomError(deals, "Deals_InvalidTerms")
        .withArgs(rule);
      expect(await deals.classCount()).to.equal(1n);
    });
  }

  const limits: [string, Partial<Terms>][] = [
    ["a penalty as high as the bond", { penalty: TERMS.bond }],
    ["no bond and no penalty", { bond: 0n, penalty: 0n }],
    ["suppliers that bear nothing", { theta: 0n }],
    ["suppliers that bear the whole", { theta: 10n ** 18n }],
    ["no operating cost", { operatingCost: 0n }],
    [
      "a second to sign, a second to accept and a grid of a second",
      { signPeriod: 1n, acceptPeriod: 1n, deliveryGrid: 1n },
    ],
    ["a year to sign and a year to accept", { signPeriod: YEAR, acceptPeriod: YEAR }],
    ["the largest amounts", { tickSize: 2n ** 128n - 1n, bond: 2n ** 128n - 1n, penalty: 2n ** 128n - 1n }],
  ];
  for (const [name, change] of limits) {
    it(`lists ${name}`, async () => {
      const { deals, owner } = await networkHelpers.loadFixture(fixture);
      const terms = { ...TERMS, ...change };
      expect(await deals.connect(owner).listClass.staticCall(terms)).to.equal(2n);
      await expect(deals.connect(owner).listClass(terms))
        .to.emit(deals, "ClassListed")
        .withArgs(2n, Object.values(terms));
      expect(fieldsOf(await deals.termsOf(2n))).to.deep.equal(terms);
      expect(fieldsOf(await deals.termsOf(1n))).to.deep.equal(TERMS);
      expect(await deals.classCount()).to.equal(2n);
    });
  }

  it("are listed by the owner only, also not by the deployer", async () => {
    const { deals, deployer, stranger } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, stranger]) {
      await expect(deals.connect(caller).listClass(TERMS))
        .to.be.revertedWithCustomError(deals, "OwnableUnauthorizedAccount")
        .withArgs(caller.address);
    }
  });

  it("pass to a new owner in two steps, so that no owner is named by mistake", async () => {
    const { deals, owner, stranger } = await networkHelpers.loadFixture(fixture);
    await expect(deals.connect(stranger).transferOwnership(stranger.address))
      .to.be.revertedWithCustomError(deals, "OwnableUnauthorizedAccount")
      .withArgs(stranger.address);
    await deals.connect(owner).transferOwnership(stranger.address);
    expect(await deals.owner()).to.equal(owner.address);
    expect(await deals.pendingOwner()).to.equal(stranger.address);
    await expect(deals.connect(owner).acceptOwnership())
      .to.be.revertedWithCustomError(deals, "OwnableUnauthorizedAccount")
      .withArgs(owner.address);
    await deals.connect(owner).listClass(TERMS);

    await deals.connect(stranger).acceptOwnership();
    expect(await deals.owner()).to.equal(stranger.address);
    await expect(deals.connect(owner).listClass(TERMS))
      .to.be.revertedWithCustomError(deals, "OwnableUnauthorizedAccount")
      .withArgs(owner.address);
    await deals.connect(stranger).listClass(TERMS);
    expect(await deals.classCount()).to.equal(3n);
  });

  it("that are not listed have no terms", async () => {
    const { deals } = await networkHelpers.loadFixture(fixture);
    for (const classId of [0n, 2n, MaxUint256]) {
      await expect(deals.termsOf(classId)).to.be.revertedWithCustomError(deals, "Deals_UnknownClass").withArgs(classId);
    }
  });
});

describe("Deals: opening", () => {
  it("is refused to everybody but the order book", async () => {
    const { deals, ledger, deployer, owner, supplier, retailer, ...world } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, owner, supplier, retailer]) {
      await expect(
        deals.connect(caller).open(supplier, retailer, world.classId, world.deliverBy, world.quantity, world.tick),
      )
        .to.be.revertedWithCustomError(deals, "Operated_NotOperator")
        .withArgs(caller.address);
    }
    expect(await deals.isOperator(ledger)).to.equal(false);
    expect(await deals.dealCount()).to.equal(0n);
  });

  it("happens with a match: the record, the event and the amounts are those of the class", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, members, supplier, retailer, terms, amounts, deliverBy } = world;
    const dealId = await openDeal(world);
    const signBy = BigInt(await networkHelpers.time.latest()) + terms.signPeriod;

    expect(dealId).to.equal(1n);
    expect(fieldsOf(await deals.dealOf(dealId))).to.deep.equal({
      supplier: supplier.address,
      signBy,
      deliverBy,
      acceptBy: 0n,
      retailer: retailer.address,
      quantity: 3n,
      tick: 7n,
      classId: 1n,
      status: Status.Matched,
    });
    const [opened] = await deals.queryFilter(deals.filters.DealOpened());
    expect(fieldsOf(opened?.args)).to.deep.equal({
      dealId,
      supplier: supplier.address,
      retailer: retailer.address,
      classId: 1n,
      quantity: 3n,
      price: 231n,
      bond: 1_500n,
      penalty: 900n,
      operatingCost: 303n,
      theta: terms.theta,
      signBy,
      deliverBy,
      acceptPeriod: terms.acceptPeriod,
    });
    expect(await deals.priceOf(dealId))
      .to.equal(231n)
      .and.to.equal(amounts.price);
    expect(await deals.penaltyOf(dealId))
      .to.equal(900n)
      .and.to.equal(amounts.penalty);
    for (const side of [Side.Supplier, Side.Retailer]) {
      expect(await deals.commitmentOf(dealId, side)).to.equal(ZeroHash);
    }
    for (const member of [supplier, retailer]) {
      expect((await members.memberOf(member.address)).commitments).to.equal(1n);
    }
  });

  it("counts up: what does not exist is all zero", async () => {
    const { deals } = await networkHelpers.loadFixture(fixture);
    expect(await deals.dealCount()).to.equal(0n);
    expect(valuesOf(await deals.dealOf(1n))).to.deep.equal([ZeroAddress, 0n, 0n, 0n, ZeroAddress, 0n, 0n, 0n, 0n]);
    expect(await deals.priceOf(1n)).to.equal(0n);
    expect(await deals.penaltyOf(1n)).to.equal(0n);
    await expect(deals.agreementDigest(1n, COMMITMENT))
      .to.be.revertedWithCustomError(deals, "Deals_WrongStatus")
      .withArgs(1n, Status.None, Status.Matched);
  });
});

describe("Deals: what is signed", () => {
  it("says which contract on which chain it is for (EIP-5267)", async () => {
    const { deals } = await networkHelpers.loadFixture(fixture);
    const { chainId } = await ethers.provider.getNetwork();
    expect(valuesOf(await deals.eip712Domain())).to.deep.equal([
      "0x0f",
      "chain-alliance",
      "1",
      chainId,
      await deals.getAddress(),
      ZeroHash,
      [],
    ]);
  });

  it("is the EIP-712 hash that a wallet computes from the documented fields", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, retailer, deliverBy, terms } = world;
    const dealId = await openDeal(world);
    const { chainId } = await ethers.provider.getNetwork();
    const domain = { name: "chain-alliance", version: "1", chainId, verifyingContract: await deals.getAddress() };
    const agreement = {
      dealId,
      commitment: COMMITMENT,
      supplier: supplier.address,
      retailer: retailer.address,
      classId: 1n,
      quantity: 3n,
      price: 231n,
      signBy: BigInt(await networkHelpers.time.latest()) + terms.signPeriod,
      deliverBy,
    };
    const hash = (change: object) => TypedDataEncoder.hash(domain, AGREEMENT_TYPES, { ...agreement, ...change });
    expect(await deals.agreementDigest(dealId, COMMITMENT)).to.equal(hash({}));
    for (const field of ["dealId", "classId", "quantity", "price", "signBy", "deliverBy"] as const) {
      expect(hash({ [field]: agreement[field] + 1n })).not.to.equal(hash({}));
    }
    expect(TypedDataEncoder.from(AGREEMENT_TYPES).encodeType("Agreement")).to.equal(
      "Agreement(uint256 dealId,bytes32 commitment,address supplier,address retailer," +
        "uint256 classId,uint256 quantity,uint256 price,uint256 signBy,uint256 deliverBy)",
    );
  });
});
