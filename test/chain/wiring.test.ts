import { expect } from "chai";
import type { BaseContract, Signer } from "ethers";
import { after, before, describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance, AllianceAddresses } from "#chain/alliance.ts";
import {
  CostPool__factory,
  Deals__factory,
  Goodwill__factory,
  Ledger__factory,
  Members__factory,
  OrderBook__factory,
} from "#chain/generated/index.ts";
import { checkWiring } from "#chain/wiring.ts";
import { startLocalChain } from "#cli/localChain.ts";
import type { LocalChain } from "#cli/localChain.ts";

type Name = keyof AllianceAddresses;

/** Who may give orders to whom, told once more: whoever moves a contract's state, and nobody else. */
const OBEYS: readonly (readonly [Name, readonly Name[]])[] = [
  ["ledger", ["members", "costPool", "deals", "orderBook"]],
  ["members", ["deals", "orderBook"]],
  ["costPool", ["deals"]],
  ["goodwill", ["deals"]],
  ["deals", ["orderBook"]],
];

describe("chain/wiring", () => {
  let chain: LocalChain;
  let signer: Signer;
  before(async () => {
    chain = await startLocalChain();
    signer = await chain.experiment.provider.getSigner(0);
  });
  after(() => chain.close());

  /** Deploys an alliance by hand; `change` says what one contract is told instead of the right operators. */
  async function deploy(
    change: (name: Name, right: readonly Name[]) => readonly Name[] | undefined,
  ): Promise<Alliance> {
    const { provider, addresses: old } = chain.experiment;
    const address = await signer.getAddress();
    const ledger = await new Ledger__factory(signer).deploy(old.token);
    const members = await new Members__factory(signer).deploy(ledger, 1n, 1n);
    const costPool = await new CostPool__factory(signer).deploy(ledger, address);
    const goodwill = await new Goodwill__factory(signer).deploy();
    const deals = await new Deals__factory(signer).deploy(ledger, members, costPool, goodwill, address);
    const orderBook = await new OrderBook__factory(signer).deploy(members, ledger, deals);
    const standing: Partial<Record<Name, BaseContract>> = { ledger, members, costPool, goodwill, deals, orderBook };
    const addresses: AllianceAddresses = { ...old };
    for (const [name, contract] of Object.entries(standing)) {
      Object.assign(addresses, { [name]: await contract.getAddress() });
    }
    const operated = { ledger, members, costPool, goodwill, deals };
    for (const [name, right] of OBEYS) {
      const told = change(name, right);
      const contract = Object.entries(operated).find(([key]) => key === name)?.[1];
      if (told !== undefined) await contract?.sealOperators(told.map((operator) => addresses[operator]));
    }
    return connectAlliance(addresses, provider);
  }

  it("has nothing against the alliance that the module deploys", async () => {
    const { addresses, provider } = chain.experiment;
    expect(await checkWiring(connectAlliance(addresses, provider), 0)).to.deep.equal([]);
  });

  it("does not mind the order in which operators were named", async () => {
    const alliance = await deploy((_, right) => [...right].reverse());
    expect(await checkWiring(alliance, 0)).to.deep.equal([]);
  });

  for (const [name, operators] of OBEYS) {
    const wrong: Record<string, readonly Name[] | undefined> = {
      "nobody was named": undefined,
      "an empty list was named": [],
      "one is missing": operators.slice(1),
      "one is too many": [...operators, "economy"],
      "one is another": [...operators.slice(1), "token"],
      "one is named twice": [...operators, ...operators.slice(0, 1)],
    };
    it(`finds what is wrong with the operators of ${name}, and nothing else`, async () => {
      for (const [what, told] of Object.entries(wrong)) {
        const alliance = await deploy((contract, right) => (contract === name ? told : right));
        const problems = await checkWiring(alliance, 0);
        expect(problems.length, what).to.equal(1);
        expect(problems[0], what).to.match(new RegExp(`^${name} (has not been told whom to obey|obeys .* instead of)`));
        for (const operator of told === undefined ? [] : operators) {
          expect(problems[0]).to.contain(operator).and.to.contain(alliance.addresses[operator].toLowerCase());
        }
      }
    });
  }

  it("finds contracts of another alliance in the place of its own", async () => {
    const { addresses } = chain.experiment;
    const other = await deploy((_, right) => right);
    const mixed = connectAlliance({ ...addresses, deals: other.addresses.deals }, chain.experiment.provider);
    const named = (await checkWiring(mixed, 0)).map((problem) => problem.split(" ")[0]);
    // All that obey the deals obey others; the other deals obey another order book.
    expect(named).to.deep.equal(["ledger", "members", "costPool", "goodwill", "deals"]);
  });

  it("reads no event from before the deployment", async () => {
    const { addresses, provider } = chain.experiment;
    const later = (await provider.getBlockNumber()) + 1;
    expect((await checkWiring(connectAlliance(addresses, provider), later)).length).to.equal(OBEYS.length);
  });
});
