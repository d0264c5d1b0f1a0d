import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { ZeroHash } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import type { Wallet } from "#chain/generated/index.ts";
import { digestOf, signAgreement } from "../../support/agreement.ts";
import { namedSigners } from "../../support/deployment.ts";
import { Side, Status } from "../../support/enums.ts";
import { openDealOfWallet } from "../../support/wallets.ts";
import {
  agreementOf,
  at,
  COMMITMENT,
  createWorld,
  openDeal,
  OTHER_COMMITMENT,
  sign,
  type World,
} from "../../support/world.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** What ERC-1271 wants a wallet to answer: the selector of the question, left-aligned in a word. */
const YES = "0x1626ba7e";
const YES_WORD = YES.padEnd(66, "0");
const WALLET_GAS = 200_000n;
/** More than signing costs beside the wallet's answer: about 40,000 when it is refused, 115,000 when it counts. */
const SIGNING_GAS = 130_000n;

async function fixture() {
  const world = await createWorld(connection);
  const [, , , , , , keeper] = await namedSigners(connection);
  if (keeper === undefined) throw new Error("the chain has too few accounts");
  return { ...world, keeper };
}

/** The kinds of wallet that must not be taken at their word, and how to deploy one. */
const HOSTILE: [string, (owner: HardhatEthersSigner) => Promise<Wallet>][] = [
  ["answers with another word", (owner) => answering(owner, "0xffffffff".padEnd(66, "0"))],
  ["answers yes as a truth value", (owner) => answering(owner, "0x" + "1".padStart(64, "0"))],
  ["answers right-aligned", (owner) => answering(owner, `0x${"1626ba7e".padStart(64, "0")}`)],
  ["answers with something after the selector", (owner) => answering(owner, `${YES.padEnd(65, "0")}1`)],
  ["answers with the four bytes only", (owner) => answering(owner, YES)],
  ["answers with one byte less than a word", (owner) => answering(owner, YES.padEnd(64, "0"))],
  ["answers nothing", (owner) => answering(owner, "0x")],
  ["answers by reverting", (owner) => deployed("WalletReverting", [owner.address])],
  ["burns its gas", (owner) => deployed("WalletGasBomb", [owner.address])],
  ["answers at great length", (owner) => deployed("WalletReturnBomb", [owner.address, ZeroHash])],
  ["wants to change state", (owner) => deployed("WalletMeddling", [owner.address])],
];

async function deployed(name: string, args: unknown[]): Promise<Wallet> {
  const wallet = await ethers.deployContract(name, args);
  return ethers.getContractAt("Wallet", await wallet.getAddress());
}

const answering = (owner: HardhatEthersSigner, bytes: string) => deployed("WalletAnswering", [owner.address, bytes]);

async function expectRefused(world: World, wallet: Wallet, dealId: bigint, signature: string): Promise<void> {
  const digest = await digestOf(world.deals, await agreementOf(world, dealId, COMMITMENT));
  await expect(world.deals.connect(world.stranger).sign(dealId, Side.Supplier, COMMITMENT, signature))
    .to.be.revertedWithCustomError(world.deals, "Deals_InvalidSignature")
    .withArgs(dealId, await wallet.getAddress(), digest);
}

describe("SignatureCheck: a contract wallet", () => {
  it("counts with what its owner signed, brought by anyone, and with nothing else", async () => {
    const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
    const wallet = await deployed("WalletOwned", [keeper.address]);
    const dealId = await openDealOfWallet(world, wallet, keeper);
    const agreement = await agreementOf(world, dealId, COMMITMENT);
    const other = { ...agreement, commitment: OTHER_COMMITMENT };
    const { deals, stranger, retailer } = world;
    await expectRefused(world, wallet, dealId, await signAgreement(stranger, deals, agreement));
    await expectRefused(world, wallet, dealId, await signAgreement(retailer, deals, agreement));
    await expectRefused(world, wallet, dealId, await signAgreement(keeper, deals, other));
    await expectRefused(world, wallet, dealId, "0x");

    const signature = await signAgreement(keeper, deals, agreement);
    await expect(deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, signature))
      .to.emit(deals, "AgreementSigned")
      .withArgs(dealId, await wallet.getAddress(), Side.Supplier, COMMITMENT, signature);
    await sign(world, dealId, Side.Retailer);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Signed);
  });

  it("replaces its word itself; its owner's key is not the wallet", async () => {
    const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
    const { deals } = world;
    const wallet = await deployed("WalletOwned", [keeper.address]);
    const dealId = await openDealOfWallet(world, wallet, keeper);
    const first = await signAgreement(keeper, deals, await agreementOf(world, dealId, COMMITMENT));
    await deals.connect(keeper).sign(dealId, Side.Supplier, COMMITMENT, first);

    const second = await signAgreement(keeper, deals, await agreementOf(world, dealId, OTHER_COMMITMENT));
    await expect(deals.connect(keeper).sign(dealId, Side.Supplier, OTHER_COMMITMENT, second))
      .to.be.revertedWithCustomError(deals, "Deals_NotParty")
      .withArgs(dealId, keeper.address, await wallet.getAddress());
    const data = deals.interface.encodeFunctionData("sign", [dealId, Side.Supplier, OTHER_COMMITMENT, second]);
    await wallet.connect(keeper).execute(deals, data);
    expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(OTHER_COMMITMENT);
  });

  it("counts with the answer of the standard, as the first word of whatever it says", async () => {
    const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
    const { deals, stranger } = world;
    for (const answer of [YES_WORD, `${YES_WORD}${"ff".repeat(100)}`]) {
      const wallet = await answering(keeper, answer);
      const dealId = await openDealOfWallet(world, wallet, keeper);
      await deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, "0x1234");
      expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(COMMITMENT);
    }
  });

  for (const [name, deploy] of HOSTILE) {
    it(`that ${name} has not signed, and is fined like any side that did not sign`, async () => {
      const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
      const { deals, ledger, stranger, amounts } = world;
      const wallet = await deploy(keeper);
      const dealId = await openDealOfWallet(world, wallet, keeper);
      await expectRefused(world, wallet, dealId, "0x1234");
      const before = await ledger.accountOf(wallet);

      await sign(world, dealId, Side.Retailer);
      const { signBy } = await deals.dealOf(dealId);
      await at(world, signBy + 1n);
      await deals.connect(stranger).enforce(dealId);
      expect((await deals.dealOf(dealId)).status).to.equal(Status.SupplierDefaulted);
      const after = await ledger.accountOf(wallet);
      expect(after.available - before.available).to.equal(amounts.bond - amounts.penalty);
      expect(before.locked - after.locked).to.equal(amounts.bond);
    });
  }

  it("is believed for a whole word only: what is missing of an answer is not taken as zero", async () => {
    const { keeper, stranger } = await networkHelpers.loadFixture(fixture);
    const checker = await ethers.deployContract("WalletChecker");
    for (const [answer, expected] of [
      [YES_WORD, true],
      [YES_WORD.slice(0, -2), false],
      [YES, false],
      ["0x", false],
    ] as const) {
      const wallet = await answering(keeper, answer);
      expect(await checker.isValid(wallet, ZeroHash, "0x1234"), answer).to.equal(expected);
    }
    expect(await checker.isValid(stranger, ZeroHash, "0x1234")).to.equal(false);
  });

  it("cannot make a relayer pay for more gas than the cap", async () => {
    const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
    const { deals, stranger } = world;
    for (const [name, args] of [
      ["WalletGasBomb", [keeper.address]],
      ["WalletReturnBomb", [keeper.address, ZeroHash]],
    ] as const) {
      const wallet = await deployed(name, [...args]);
      const dealId = await openDealOfWallet(world, wallet, keeper);
      const failing = deals
        .connect(stranger)
        .sign(dealId, Side.Supplier, COMMITMENT, "0x1234", { gasLimit: 10_000_000n });
      await expect(failing).to.be.revertedWithCustomError(deals, "Deals_InvalidSignature");
      const [hash] = (await ethers.provider.getBlock("latest"))?.transactions ?? [];
      const receipt = hash === undefined ? null : await ethers.provider.getTransactionReceipt(hash);
      expect(receipt?.status).to.equal(0);
      expect(receipt?.gasUsed).to.be.lessThan(WALLET_GAS + SIGNING_GAS);
      if (name === "WalletGasBomb") expect(receipt?.gasUsed).to.be.greaterThan(WALLET_GAS);
    }
  });

  it("that confirms at great length counts, and costs no more than the cap either", async () => {
    const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
    const { deals, stranger } = world;
    const wallet = await deployed("WalletReturnBomb", [keeper.address, YES_WORD]);
    const dealId = await openDealOfWallet(world, wallet, keeper);
    const response = await deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, "0x1234");
    const receipt = await response.wait();
    expect(receipt?.gasUsed).to.be.lessThan(WALLET_GAS + SIGNING_GAS);
    expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(COMMITMENT);
  });

  it("that changes its mind after signing stays bound, and cannot sign again", async () => {
    const { keeper, ...world } = await networkHelpers.loadFixture(fixture);
    const { deals, ledger, stranger, deliverBy, amounts } = world;
    const wallet = await deployed("WalletFickle", [keeper.address]);
    const fickle = await ethers.getContractAt("WalletFickle", await wallet.getAddress());
    const dealId = await openDealOfWallet(world, wallet, keeper);
    await deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, "0x1234");
    await fickle.changeMind();
    const again = deals.interface.encodeFunctionData("sign", [dealId, Side.Supplier, OTHER_COMMITMENT, "0x1234"]);
    await expect(wallet.connect(keeper).execute(deals, again)).to.be.revertedWithCustomError(
      deals,
      "Deals_InvalidSignature",
    );

    await sign(world, dealId, Side.Retailer);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Signed);
    const before = await ledger.accountOf(wallet);
    await at(world, deliverBy + 1n);
    await deals.connect(stranger).enforce(dealId);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.SupplierDefaulted);
    const after = await ledger.accountOf(wallet);
    expect(after.available - before.available).to.equal(amounts.bond - amounts.penalty);
  });
});

describe("SignatureCheck: an account that has delegated to code (EIP-7702)", () => {
  async function delegate(account: HardhatEthersSigner, payer: HardhatEthersSigner, name: string, args: unknown[]) {
    const code = await deployed(name, args);
    const authorization = await account.authorize({
      address: await code.getAddress(),
      chainId: (await ethers.provider.getNetwork()).chainId,
      nonce: await account.getNonce(),
    });
    await payer.sendTransaction({ type: 4, to: payer.address, authorizationList: [authorization] });
    expect(await ethers.provider.getCode(account)).to.match(/^0xef0100/);
  }

  it("counts with its own key, whatever the code says", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, stranger } = world;
    const dealId = await openDeal(world);
    await delegate(supplier, stranger, "WalletReverting", [supplier.address]);
    const agreement = await agreementOf(world, dealId, COMMITMENT);
    const foreign = await signAgreement(stranger, deals, agreement);
    await expect(deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, foreign))
      .to.be.revertedWithCustomError(deals, "Deals_InvalidSignature")
      .withArgs(dealId, supplier.address, await digestOf(deals, agreement));
    await sign(world, dealId, Side.Supplier);
    await sign(world, dealId, Side.Retailer);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Signed);
  });

  it("counts with its code's word too", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, stranger } = world;
    const dealId = await openDeal(world);
    await expect(
      deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, "0x1234"),
    ).to.be.revertedWithCustomError(deals, "Deals_InvalidSignature");
    await delegate(supplier, stranger, "WalletFickle", [supplier.address]);
    await deals.connect(stranger).sign(dealId, Side.Supplier, COMMITMENT, "0x1234");
    expect(await deals.commitmentOf(dealId, Side.Supplier)).to.equal(COMMITMENT);
  });

  it("stays bound by what it signed before", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { deals, supplier, retailer, stranger } = world;
    const dealId = await openDeal(world);
    await sign(world, dealId, Side.Supplier);
    await delegate(supplier, stranger, "WalletReverting", [supplier.address]);
    await sign(world, dealId, Side.Retailer);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.Signed);
    await at(world, world.deliverBy + 1n);
    await deals.connect(retailer).enforce(dealId);
    expect((await deals.dealOf(dealId)).status).to.equal(Status.SupplierDefaulted);
  });
});
