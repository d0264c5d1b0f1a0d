import { expect } from "chai";
import { type BaseContract, getBytes, ZeroAddress } from "ethers";
import { network } from "hardhat";
import { describe, it } from "mocha";

import AllianceModule from "../../ignition/modules/Alliance.ts";
import { deploy, MEMBERSHIP_BOND, namedSigners, NOTICE_PERIOD_SECONDS } from "../support/deployment.ts";
import { Side } from "../support/enums.ts";

const connection = await network.create();
const { ethers, ignition, networkHelpers } = connection;
const MAX_CODE_BYTES = 24_576;

async function fixture() {
  const deployment = await deploy(connection);
  const [, , , stranger] = await namedSigners(connection);
  if (stranger === undefined) throw new Error("the chain has too few accounts");
  return { ...deployment, stranger };
}

type Deployed = Awaited<ReturnType<typeof fixture>>;
const OPERATED = ["ledger", "members", "costPool", "goodwill", "deals"] as const;
const CONTRACTS = [...OPERATED, "orderBook", "token"] as const;

/** Who obeys whom, and nobody else. */
const OPERATORS: Record<(typeof OPERATED)[number], (typeof CONTRACTS)[number][]> = {
  ledger: ["members", "costPool", "deals", "orderBook"],
  members: ["deals", "orderBook"],
  costPool: ["deals"],
  goodwill: ["deals"],
  deals: ["orderBook"],
};

const addressesOf = (deployed: Deployed, names: readonly (typeof CONTRACTS)[number][]) =>
  Promise.all(names.map((name) => deployed[name].getAddress()));

describe("the Alliance module", () => {
  it("does nothing without a token", async () => {
    const failure = await ignition.deploy(AllianceModule).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error);
    expect(await ethers.provider.getBlockNumber()).to.equal(0);
  });

  it("honours its parameters", async () => {
    const { ledger, members, costPool, deals, token, owner, treasury } = await networkHelpers.loadFixture(fixture);
    expect(await ledger.token()).to.equal(await token.getAddress());
    expect(await members.membershipBond()).to.equal(MEMBERSHIP_BOND);
    expect(await members.noticePeriod()).to.equal(NOTICE_PERIOD_SECONDS);
    expect(await costPool.treasury()).to.equal(treasury.address);
    expect(await deals.owner()).to.equal(owner.address);
    expect(await deals.pendingOwner()).to.equal(ZeroAddress);
  });

  it("falls back on the first account, a bond of one token and a week's notice", async () => {
    const { token, deployer } = await networkHelpers.loadFixture(fixture);
    const deployed = await ignition.deploy(AllianceModule, {
      parameters: { Alliance: { token: await token.getAddress() } },
    });
    const members = await ethers.getContractAt("Members", deployed.members.target);
    const costPool = await ethers.getContractAt("CostPool", deployed.costPool.target);
    const deals = await ethers.getContractAt("Deals", deployed.deals.target);
    expect(await members.membershipBond()).to.equal(10n ** 18n);
    expect(await members.noticePeriod()).to.equal(604_800n);
    expect(await costPool.treasury()).to.equal(deployer.address);
    expect(await deals.owner()).to.equal(deployer.address);
  });

  for (const name of OPERATED) {
    it(`lets ${name} obey exactly ${OPERATORS[name].join(", ")}`, async () => {
      const deployed = await networkHelpers.loadFixture(fixture);
      const { deployer, owner, treasury, stranger } = deployed;
      const contract = deployed[name];
      expect(await contract.isSealed()).to.equal(true);
      for (const candidate of CONTRACTS) {
        const expected = OPERATORS[name].includes(candidate);
        expect(await contract.isOperator(deployed[candidate]), candidate).to.equal(expected);
      }
      for (const account of [deployer.address, owner.address, treasury.address, stranger.address, ZeroAddress]) {
        expect(await contract.isOperator(account)).to.equal(false);
      }
      const events = await contract.queryFilter(contract.getEvent("OperatorsSealed"));
      const operators = events.map(({ args }) => [...args.operators]);
      expect(operators).to.deep.equal([await addressesOf(deployed, OPERATORS[name])]);
    });

    it(`leaves nobody the power to change whom ${name} obeys`, async () => {
      const deployed = await networkHelpers.loadFixture(fixture);
      const { deployer, owner, stranger } = deployed;
      const contract = deployed[name];
      const operators = await addressesOf(deployed, ["token"]);
      for (const caller of [owner, stranger]) {
        await expect(contract.connect(caller).sealOperators(operators))
          .to.be.revertedWithCustomError(contract, "Operated_NotDeployer")
          .withArgs(caller.address, deployer.address);
      }
      await expect(contract.connect(deployer).sealOperators(operators)).to.be.revertedWithCustomError(
        contract,
        "Operated_AlreadySealed",
      );
      await expect(contract.connect(deployer).sealOperators([])).to.be.revertedWithCustomError(
        contract,
        "Operated_AlreadySealed",
      );
    });
  }

  it("puts money in the hands of nobody: the deployer and the owner cannot move a balance", async () => {
    const { ledger, deployer, owner, treasury, stranger } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, owner, treasury, stranger]) {
      const restricted = ledger.connect(caller);
      for (const attempt of [
        () => restricted.lock(stranger, 0n),
        () => restricted.unlock(stranger, 0n),
        () => restricted.moveAvailable(stranger, caller, 0n),
        () => restricted.moveLocked(stranger, caller, 0n),
      ]) {
        await expect(attempt()).to.be.revertedWithCustomError(ledger, "Operated_NotOperator").withArgs(caller.address);
      }
    }
  });

  it("fits every contract into what a chain accepts", async () => {
    const deployed = await networkHelpers.loadFixture(fixture);
    const { token, members, deals, goodwill, owner, ledger, costPool } = deployed;
    const others: BaseContract[] = [await ethers.deployContract("Economy", [token, members, deals, goodwill, owner])];
    for (const variant of ["HalfPenaltyDeals", "ChargeDefectorDeals"]) {
      others.push(await ethers.deployContract(variant, [ledger, members, costPool, goodwill, owner]));
    }
    for (const contract of [...CONTRACTS.map((name) => deployed[name]), ...others]) {
      const code = await contract.getDeployedCode();
      expect(getBytes(code ?? "0x").length)
        .to.be.greaterThan(0)
        .and.lessThan(MAX_CODE_BYTES);
    }
  });
});

describe("a contract of the alliance before its operators are named", () => {
  async function unsealed() {
    const { token, ...deployed } = await networkHelpers.loadFixture(fixture);
    const ledger = await ethers.deployContract("Ledger", [token]);
    return { ...deployed, token, ledger };
  }

  it("obeys nobody", async () => {
    const { ledger, deployer, members } = await unsealed();
    expect(await ledger.isSealed()).to.equal(false);
    expect(await ledger.isOperator(members)).to.equal(false);
    await expect(ledger.lock(deployer, 0n))
      .to.be.revertedWithCustomError(ledger, "Operated_NotOperator")
      .withArgs(deployer.address);
  });

  it("takes names from its deployer only", async () => {
    const { ledger, deployer, stranger, members } = await unsealed();
    await expect(ledger.connect(stranger).sealOperators([members]))
      .to.be.revertedWithCustomError(ledger, "Operated_NotDeployer")
      .withArgs(stranger.address, deployer.address);
  });

  it("refuses accounts without code, and then is as it was", async () => {
    const { ledger, deployer, stranger, members } = await unsealed();
    for (const account of [stranger.address, deployer.address, ZeroAddress]) {
      await expect(ledger.sealOperators([members, account]))
        .to.be.revertedWithCustomError(ledger, "Operated_NotAContract")
        .withArgs(account);
    }
    expect(await ledger.isSealed()).to.equal(false);
    expect(await ledger.isOperator(members)).to.equal(false);
    await ledger.sealOperators([members]);
    expect(await ledger.isOperator(members)).to.equal(true);
  });

  it("cannot be joined, because no bond can be locked", async () => {
    const { ledger, stranger, token, owner } = await unsealed();
    const members = await ethers.deployContract("Members", [ledger, 1n, 1n]);
    await token.connect(owner).mint(stranger, 1n);
    await token.connect(stranger).approve(ledger, 1n);
    await ledger.connect(stranger).deposit(1n);
    await expect(members.connect(stranger).join(Side.Supplier))
      .to.be.revertedWithCustomError(ledger, "Operated_NotOperator")
      .withArgs(await members.getAddress());
  });
});
