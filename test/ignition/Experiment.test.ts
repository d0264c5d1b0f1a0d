import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import ExperimentModule, { experimentModule } from "../../ignition/modules/Experiment.ts";
import { namedSigners } from "../support/deployment.ts";

const connection = await network.create();
const { ethers, ignition } = connection;

describe("the Experiment module", () => {
  it("adds a token and an outside world to the alliance, both the first account's", async () => {
    const [deployer] = await namedSigners(connection);
    const deployed = await ignition.deploy(ExperimentModule);
    const token = await ethers.getContractAt("SettlementToken", deployed.token.target);
    const ledger = await ethers.getContractAt("Ledger", deployed.ledger.target);
    const economy = await ethers.getContractAt("Economy", deployed.economy.target);
    expect(await ledger.token()).to.equal(await token.getAddress());
    expect(await token.owner()).to.equal(deployer.address);
    expect(await economy.owner()).to.equal(deployer.address);
    expect(await token.balanceOf(economy)).to.equal(0n);
    // The outside world sees the alliance, and has no power in it.
    for (const contract of [ledger, await ethers.getContractAt("Deals", deployed.deals.target)]) {
      expect(await contract.isOperator(economy)).to.equal(false);
      expect(await contract.isSealed()).to.equal(true);
    }
    await expect(economy.collectOperatingIncome())
      .to.be.revertedWithCustomError(economy, "Economy_NotMember")
      .withArgs(deployer.address);
  });

  for (const dealsContract of ["HalfPenaltyDeals", "ChargeDefectorDeals"] as const) {
    it(`deploys ${dealsContract} in the place of the deals, with a code of its own`, async () => {
      const standard = await ignition.deploy(ExperimentModule);
      const changed = await ignition.deploy(experimentModule(dealsContract));
      const codeOf = (address: unknown) => ethers.provider.getCode(String(address));
      expect(await codeOf(changed.deals.target)).not.to.equal(await codeOf(standard.deals.target));
      const ledger = await ethers.getContractAt("Ledger", changed.ledger.target);
      expect(await ledger.isOperator(changed.deals)).to.equal(true);
    });
  }
});
