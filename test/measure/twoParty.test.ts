import { readFileSync } from "node:fs";

import { expect } from "chai";
import { keccak256 } from "ethers";
import type { Eip1193Provider } from "ethers";
import { after, before, describe, it } from "mocha";

import { inProcessChain } from "#chain/connection.ts";
import { startLocalChain } from "#cli/localChain.ts";
import { parseDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Measurement } from "#domain/measurement.ts";
import { measureTwoParty } from "#measure/twoParty.ts";
import { ONE } from "#measure/twoPartyRules.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";

import { measure, TABLE_IV, withStore } from "./support/measuring.ts";
import { componentsOf, linesOf, payoffsOf, priceIn, sumOf, tableTwo } from "./support/tableTwo.ts";

interface Golden {
  readonly situations: readonly {
    readonly id: string;
    readonly set: Readonly<Record<string, string>>;
    readonly payoffs: readonly { readonly profile: string[]; readonly payoff: string[] }[];
  }[];
}
const { situations }: Golden = JSON.parse(readFileSync("test/golden/two-party/payoffs.json", "utf8"));

const HASH = /^0x[0-9a-f]{64}$/;

function rulesOf(set: Readonly<Record<string, string>>): TwoPartyRules {
  return {
    ...TABLE_IV,
    ...Object.fromEntries(Object.entries(set).map(([name, text]) => [name, parseDecimal(text, 18)])),
  };
}

describe("measure/twoParty", () => {
  for (const { id, set, payoffs } of situations) {
    it(`pays in ${id} what the paper's table says, and says for what`, async () => {
      const measured = await measure(rulesOf(set));
      expect(measured.payoffs).to.deep.equal(
        payoffs.map(({ profile, payoff }) => ({ profile, payoff: payoff.map(Number) })),
      );
      const units = measured.components.map(({ payoffUnits }) => BigInt(payoffUnits));
      expect(units).to.deep.equal(payoffs.flatMap(({ payoff }) => payoff.map((text) => parseDecimal(text, 18))));
      const cells = tableTwo(rulesOf(set), { price: priceIn(measured) });
      expect(measured.components).to.deep.equal(componentsOf(cells));
    });
  }

  describe("of Table IV", () => {
    let first: Measurement;
    let second: Measurement;
    before(async () => {
      first = await measure(TABLE_IV);
      second = await measure(TABLE_IV);
    });

    it("is a game file of two players with two strategies", () => {
      const { players, symmetric, payoffs, title } = first;
      expect(title).to.match(/measured/);
      expect(symmetric).to.equal(false);
      expect(players).to.deep.equal([
        { name: "supplier", strategies: ["cooperate", "defect"] },
        { name: "retailer", strategies: ["cooperate", "defect"] },
      ]);
      expect(payoffs).to.deep.equal(payoffsOf(first.components));
    });

    it("measures the same again, to the byte", () => {
      expect(JSON.stringify(second)).to.equal(JSON.stringify(first));
    });

    it("says where every number comes from", () => {
      const { chainId, contracts, compiler, parameters, seed, gasPrice, runs } = first.provenance;
      expect(chainId).to.equal(31_337);
      expect(contracts.map(({ name }) => name)).to.have.members([
        "token",
        "ledger",
        "members",
        "costPool",
        "goodwill",
        "deals",
        "orderBook",
        "economy",
      ]);
      for (const { address, codeHash } of contracts) {
        expect(address).to.match(/^0x[0-9a-fA-F]{40}$/);
        expect(codeHash).to.match(HASH);
      }
      expect(compiler.version).to.match(/^\d+\.\d+\.\d+$/);
      expect(parameters).to.deep.equal({
        As: "50",
        Ar: "50",
        Rs: "9",
        Rr: "9",
        Vs: "4",
        Vr: "4",
        Bs: "3",
        Br: "3",
        Ds: "6",
        Dr: "6",
        F: "5",
        Ct: "25",
        theta: "0.5",
      });
      expect({ seed, gasPrice }).to.deep.equal({ seed: 1, gasPrice: "0" });
      expect(runs.map(({ profile }) => profile)).to.deep.equal(first.payoffs.map(({ profile }) => profile));
    });

    it("plays every profile from the same state of the chain", () => {
      const { runs } = first.provenance;
      expect(new Set(runs.map(({ firstBlock }) => firstBlock.number)).size).to.equal(1);
      for (const { profile, firstBlock, lastBlock, transactions } of runs) {
        for (const hash of [firstBlock.hash, lastBlock.hash, ...transactions]) expect(hash).to.match(HASH);
        expect(lastBlock.number).to.be.greaterThan(firstBlock.number);
        expect(new Set(transactions).size).to.equal(transactions.length);
        const ofActors = first.gas.filter((use) => use.profile.join() === profile.join());
        expect(transactions.length).to.equal(ofActors.reduce((sum, use) => sum + use.transactions, 0));
      }
    });

    it("counts who had to act how often", () => {
      // Everybody places an order and collects A. Who cooperates signs and collects V; then both trade, or the one that was
      // left collects B. Who defects deals elsewhere if the other signed. The outsider ends what nobody settled.
      const counted = first.gas.map(({ profile, actor, transactions }) => [profile.join(), actor, transactions]);
      expect(counted).to.deep.equal([
        ["cooperate,cooperate", "supplier", 4 + 2],
        ["cooperate,cooperate", "retailer", 4 + 2],
        ["cooperate,cooperate", "enforcer", 0],
        ["cooperate,defect", "supplier", 4 + 1],
        ["cooperate,defect", "retailer", 2 + 1],
        ["cooperate,defect", "enforcer", 1],
        ["defect,cooperate", "supplier", 2 + 1],
        ["defect,cooperate", "retailer", 4 + 1],
        ["defect,cooperate", "enforcer", 1],
        ["defect,defect", "supplier", 2],
        ["defect,defect", "retailer", 2],
        ["defect,defect", "enforcer", 1],
      ]);
      for (const { gasUsed, transactions } of first.gas) {
        expect(gasUsed >= transactions * 21_000 && gasUsed <= transactions * 1_000_000).to.equal(true);
      }
    });

    it("keeps gas out of the payoffs unless it has a price", () => {
      for (const { lines } of first.components) expect(lines).not.to.have.property("gas");
    });
  });

  it("reports the gas that the receipts of the members' transactions say", async () => {
    const { experiment, close } = await startLocalChain();
    const spent = new Map<string, number>();
    const listening: Eip1193Provider = {
      async request({ method, params }) {
        const result: unknown = await experiment.provider.send(method, Array.isArray(params) ? params : []);
        if (method === "eth_getTransactionReceipt" && isReceipt(result)) {
          spent.set(result.transactionHash, Number(result.gasUsed));
        }
        return result;
      },
    };
    const measured = await withStore((store) =>
      measureTwoParty({ ...experiment, provider: inProcessChain(listening) }, { rules: TABLE_IV, store, seed: 1 }),
    );
    await close();
    for (const { profile, transactions } of measured.provenance.runs) {
      const ofActors = measured.gas.filter((use) => use.profile.join() === profile.join());
      const all = transactions.reduce((sum, hash) => sum + (spent.get(hash) ?? Number.NaN), 0);
      expect(ofActors.reduce((sum, { gasUsed }) => sum + gasUsed, 0)).to.equal(all);
    }
  });

  it("hashes the code that stands on the chain", async () => {
    const { experiment, close } = await startLocalChain();
    const { provenance } = await withStore((store) =>
      measureTwoParty(experiment, { rules: TABLE_IV, store, seed: 1, title: "mine" }),
    );
    for (const { name, address, codeHash } of provenance.contracts) {
      expect(Object.entries(experiment.addresses)).to.deep.include([name, address]);
      expect(codeHash).to.equal(keccak256(String(await experiment.provider.send("eth_getCode", [address, "latest"]))));
    }
    await close();
  });

  it("leaves no trace of the plays on the chain, and tells which profile it plays", async () => {
    const { experiment, close } = await startLocalChain();
    const told: string[] = [];
    const options = {
      rules: TABLE_IV,
      seed: 1,
      title: "mine",
      onProfile: (p: readonly string[]) => void told.push(p.join()),
    };
    const measured = await withStore((store) => measureTwoParty(experiment, { ...options, store }));
    expect(measured.title).to.equal("mine");
    expect(told).to.deep.equal(["cooperate,cooperate", "cooperate,defect", "defect,cooperate", "defect,defect"]);
    const [run] = measured.provenance.runs;
    expect(await experiment.provider.getBlockNumber()).to.equal((run?.firstBlock.number ?? 0) - 1);
    await close();
  });

  it("takes the price of gas from the payoffs exactly", async () => {
    const gasPrice = 1_234_567_890_123n;
    const measured = await measure(TABLE_IV, { gasPrice });
    const cells = tableTwo(TABLE_IV, { price: priceIn(measured) });
    expect(measured.provenance.gasPrice).to.equal("0.000001234567890123");
    for (const [i, { profile, supplier, retailer }] of cells.entries()) {
      for (const [j, parts] of [supplier, retailer].entries()) {
        const player = ["supplier", "retailer"][j];
        const used = measured.gas.find((use) => use.profile.join() === profile.join() && use.actor === player)?.gasUsed;
        const gas = -gasPrice * BigInt(used ?? 0);
        expect(gas < 0n).to.equal(true);
        expect(measured.components[2 * i + j]).to.deep.equal({
          profile,
          player,
          payoffUnits: String(sumOf(parts) + gas),
          lines: linesOf({ ...parts, gas }),
        });
      }
    }
    expect(measured.payoffs).to.deep.equal(payoffsOf(measured.components));
  });

  it("does not depend on the seed, but for the hashes", async () => {
    const [one, two] = [await measure(TABLE_IV, { seed: 1 }), await measure(TABLE_IV, { seed: 2 })];
    expect(two.components).to.deep.equal(one.components);
    expect(two.provenance.seed).to.equal(2);
    expect(two.provenance.runs[0]?.transactions).not.to.deep.equal(one.provenance.runs[0]?.transactions);
  });

  describe("refuses", () => {
    let chain: Awaited<ReturnType<typeof startLocalChain>>;
    before(async () => {
      chain = await startLocalChain();
    });
    after(() => chain.close());

    const refusalOf = async (rules: Partial<TwoPartyRules>, gasPrice = 0n): Promise<AllianceError> => {
      try {
        await withStore((store) =>
          measureTwoParty(chain.experiment, { rules: { ...TABLE_IV, ...rules }, store, seed: 1, gasPrice }),
        );
      } catch (error) {
        if (error instanceof AllianceError) return error;
        throw error;
      }
      throw new Error("was not refused");
    };

    it("rules that no contract can have, before anything happens on the chain", async () => {
      const block = await chain.experiment.provider.getBlockNumber();
      for (const [rules, message] of [
        [{ theta: 2n * ONE }, "theta exceeds 1"],
        [{ theta: -1n }, "theta is negative"],
        [{ F: -1n }, "F is negative"],
        [{ Ct: -1n }, "Ct is negative"],
        [{ As: 10n ** 36n + 1n }, "As is too large"],
        [{ Dr: -(10n ** 36n) - 1n }, "Dr is too large"],
      ] as const) {
        expect(await refusalOf(rules)).to.include({ kind: "usage", message });
      }
      expect(await chain.experiment.provider.getBlockNumber()).to.equal(block);
    });

    it("a gas price below zero", async () => {
      const block = await chain.experiment.provider.getBlockNumber();
      expect(await refusalOf({}, -1n)).to.include({ kind: "usage", message: "the gas price is negative" });
      expect(await chain.experiment.provider.getBlockNumber()).to.equal(block);
    });
  });
});

function isReceipt(value: unknown): value is { transactionHash: string; gasUsed: string } {
  return typeof value === "object" && value !== null && "gasUsed" in value;
}
