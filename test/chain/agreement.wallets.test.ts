import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { concat, zeroPadBytes } from "ethers";
import { network } from "hardhat";
import { after, describe, it } from "mocha";

import { agreementFor, verifyAgreement } from "#chain/agreement.ts";
import { connectAlliance } from "#chain/alliance.ts";
import { inProcessChain, remoteChain } from "#chain/connection.ts";
import type { Wallet, WalletFickle } from "#chain/generated/index.ts";

import { Side } from "../support/enums.ts";
import { openDealOfWallet } from "../support/wallets.ts";
import { COMMITMENT, createWorld } from "../support/world.ts";
import type { World } from "../support/world.ts";
import { serveChain } from "./support/rpcServer.ts";

const connection = await network.create();
const provider = inProcessChain(connection.provider);
const { networkHelpers } = connection;

/** The word by which ERC-1271 confirms, and words that do not. */
const CONFIRMS = "0x1626ba7e";
const FIRST_WORD = zeroPadBytes(CONFIRMS, 32);

/** How a wallet is deployed: its contract, and what it is told besides its owner. */
type Kind = readonly [contract: string, ...told: string[]];

/** Wallets, and whether the contract takes their word. */
const WALLETS: readonly (readonly [name: string, kind: Kind, valid: boolean])[] = [
  ["confirms what its owner's key signed", ["WalletOwned"], true],
  ["confirms everything", ["WalletFickle"], true],
  ["answers with the right word", ["WalletAnswering", FIRST_WORD], true],
  ["answers with the right word and much more", ["WalletReturnBomb", FIRST_WORD], true],
  ["answers with a wrong word", ["WalletAnswering", zeroPadBytes("0xffffffff", 32)], false],
  [
    "answers with the right word, but not alone",
    ["WalletAnswering", concat([CONFIRMS, `0x${"01".repeat(28)}`])],
    false,
  ],
  ["answers with four bytes only", ["WalletAnswering", CONFIRMS], false],
  ["answers with nothing", ["WalletAnswering", "0x"], false],
  ["reverts with the right word", ["WalletReverting"], false],
  ["burns its gas", ["WalletGasBomb"], false],
];

describe("chain/agreement: contract wallets", () => {
  after(() => connection.close());

  const fixture = async () => createWorld(connection);

  async function dealOf(world: World, [contract, ...told]: Kind) {
    const owner = world.supplier;
    const { target } = await connection.ethers.deployContract(contract, [owner.address, ...told]);
    const wallet: Wallet = await connection.ethers.getContractAt("Wallet", target);
    const dealId = await openDealOfWallet(world, wallet, owner);
    return { wallet: await wallet.getAddress(), dealId, agreement: await agreementIn(world, dealId) };
  }

  async function agreementIn({ deals, token }: World, dealId: bigint) {
    // Only the deals have a part in an agreement.
    const other = await token.getAddress();
    const addresses = {
      deals: await deals.getAddress(),
      ledger: other,
      members: other,
      costPool: other,
      goodwill: other,
      orderBook: other,
      token: other,
      economy: other,
    };
    return agreementFor(connectAlliance(addresses, provider), dealId, COMMITMENT);
  }

  type Signed = Awaited<ReturnType<typeof agreementIn>>;

  async function signedBy(signer: HardhatEthersSigner, { domain, types, value }: Signed): Promise<string> {
    return signer.signTypedData(domain, types, value);
  }

  for (const [name, kind, valid] of WALLETS) {
    it(`${valid ? "believes" : "does not believe"} a wallet that ${name}, as the contract`, async () => {
      const world = await networkHelpers.loadFixture(fixture);
      const { wallet, dealId, agreement } = await dealOf(world, kind);
      const signature = await signedBy(world.supplier, agreement);
      const signing = world.deals.connect(world.stranger).sign(dealId, Side.Supplier, COMMITMENT, signature);
      const taken = await signing.then(
        () => true,
        () => false,
      );
      expect(taken, "by the contract").to.equal(valid);
      const block = await provider.getBlockNumber();
      expect(await verifyAgreement(provider, agreement, wallet, signature, block)).to.equal(valid);
    });
  }

  it("does not believe a wallet whose owner did not sign", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { wallet, agreement } = await dealOf(world, ["WalletOwned"]);
    const signature = await signedBy(world.retailer, agreement);
    const block = await provider.getBlockNumber();
    expect(await verifyAgreement(provider, agreement, wallet, signature, block)).to.equal(false);
  });

  it("asks a wallet as of the block in which it signed: it may change its mind later", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { wallet, agreement } = await dealOf(world, ["WalletFickle"]);
    const block = await provider.getBlockNumber();
    const fickle: WalletFickle = await connection.ethers.getContractAt("WalletFickle", wallet);
    await fickle.changeMind();
    expect(await verifyAgreement(provider, agreement, wallet, "0x", block)).to.equal(true);
    expect(await verifyAgreement(provider, agreement, wallet, "0x", block + 1)).to.equal(false);
  });

  it("does not take a chain that fails to answer for a wallet that refuses", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { wallet, agreement } = await dealOf(world, ["WalletFickle"]);
    const block = await provider.getBlockNumber();
    const server = await serveChain(connection.provider, ({ method }) => method === "eth_call");
    const remote = await remoteChain(server.url);
    const failure = await verifyAgreement(remote, agreement, wallet, "0x", block).then(String, String);
    remote.destroy();
    await server.close();
    expect(failure).to.match(/ECONNRESET|socket hang up/);
  });

  it("does not ask a wallet before it existed", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const block = await provider.getBlockNumber();
    const { wallet, agreement } = await dealOf(world, ["WalletFickle"]);
    expect(await verifyAgreement(provider, agreement, wallet, "0x", block)).to.equal(false);
  });
});
