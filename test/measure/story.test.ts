import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { connectAlliance } from "#chain/alliance.ts";
import { startLocalChain } from "#cli/localChain.ts";
import type { LocalChain } from "#cli/localChain.ts";
import type { Balance, Story } from "#domain/story.ts";
import { playStory } from "#measure/story.ts";
import { ONE } from "#measure/twoPartyRules.ts";

import { withStore } from "./support/measuring.ts";

/** What the story's world pays and charges, in tokens; see the orders below for what is traded. */
const PURSE = 2000n;
const [A, V, B, D] = [10n, 4n, 3n, 6n];
const [PRODUCTION, RESALE] = [90n, 110n];
const [PENALTY, COST, PART] = [8n, 4n, 2n];

/**
 * Suppliers offer 5 at 98, 4 at 100 and 3 at 101; retailers demand 6 and 3 at 100 and 4 at 101. Each demand takes the
 * cheapest offers left, at the offer's price: the first takes all 5 and 1 of the second offer, the second the 3 that it
 * leaves, the third the last offer's 3. Only the third supplier breaks its word.
 */
const DEALS = [
  { supplier: "Supplier 1", retailer: "Retailer 1", quantity: 5n, tick: 98n, status: "settled" },
  { supplier: "Supplier 2", retailer: "Retailer 1", quantity: 1n, tick: 100n, status: "settled" },
  { supplier: "Supplier 2", retailer: "Retailer 2", quantity: 3n, tick: 100n, status: "settled" },
  { supplier: "Supplier 3", retailer: "Retailer 3", quantity: 3n, tick: 101n, status: "supplier-defaulted" },
] as const;

/** What a member gains from a deal, in tokens. */
function gainFrom(deal: (typeof DEALS)[number], name: string): bigint {
  const { supplier, retailer, quantity, tick, status } = deal;
  const kept = V - PART * quantity;
  if (status === "settled" && name === supplier) return kept + (tick - PRODUCTION) * quantity;
  if (status === "settled" && name === retailer) return kept + (RESALE - tick) * quantity;
  if (name === supplier) return D - PENALTY * quantity;
  if (name === retailer) return kept + PENALTY * quantity + B;
  return 0n;
}

async function tell(chain: LocalChain, seed: number) {
  const told: string[] = [];
  const tamperings: string[] = [];
  const played = await withStore((store) =>
    playStory(chain.experiment, {
      store,
      seed,
      tamper: async (commitment) => {
        tamperings.push(commitment);
        return "Somebody was here";
      },
      onChapter: (title) => void told.push(title),
    }),
  );
  return { ...played, told, tamperings };
}

describe("measure/story", () => {
  let chain: LocalChain;
  let played: Awaited<ReturnType<typeof tell>>;
  let story: Story;
  before(async () => {
    chain = await startLocalChain();
    played = await tell(chain, 1);
    story = played.story;
  });
  after(() => chain.close());

  const alliance = () => connectAlliance(chain.experiment.addresses, chain.experiment.provider);
  const sumOf = ({ wallet, available, locked }: Balance) => BigInt(wallet) + BigInt(available) + BigInt(locked);

  it("has six members, three on each side, each with an account of its own", () => {
    expect(story.members.map(({ name, role }) => `${name} ${role}`)).to.deep.equal([
      "Supplier 1 supplier",
      "Supplier 2 supplier",
      "Supplier 3 supplier",
      "Retailer 1 retailer",
      "Retailer 2 retailer",
      "Retailer 3 retailer",
    ]);
    expect(new Set(story.members.map(({ account }) => account)).size).to.equal(6);
  });

  it("matches the orders by price and time, in parts, and takes back what nobody offers", () => {
    expect(story.deals).to.deep.equal(
      DEALS.map(({ supplier, retailer, quantity, tick, status }, i) => ({
        dealId: String(i + 1),
        supplier,
        retailer,
        quantity: String(quantity),
        price: String(quantity * tick * ONE),
        penalty: String(quantity * PENALTY * ONE),
        status,
      })),
    );
    const orders = story.steps.filter(({ kind }) => kind === "order").map(({ text }) => text);
    expect(orders).to.deep.equal([
      "Supplier 1 offered 5 at 98",
      "Supplier 2 offered 4 at 100",
      "Supplier 3 offered 3 at 101",
      "Retailer 1 demanded 6 at 100",
      "Retailer 2 demanded 3 at 100",
      "Retailer 3 demanded 4 at 101",
      "The order for the remaining 1 was taken back",
    ]);
  });

  it("leaves everybody with what it brought and what it earned", async () => {
    const { token, ledger } = alliance();
    const last = story.steps.at(-1);
    for (const { name, account } of story.members) {
      const gained = DEALS.reduce((sum, deal) => sum + gainFrom(deal, name), A);
      const wallet = (PURSE + gained) * ONE;
      expect(await token.balanceOf(account), name).to.equal(wallet);
      expect(last?.balances[name]).to.deep.equal({ wallet: String(wallet), available: "0", locked: "0" });
      const { available, locked } = await ledger.accountOf(account);
      expect([available, locked]).to.deep.equal([0n, 0n]);
    }
  });

  it("tells who paid how much to whom", () => {
    const texts = story.steps.map(({ text }) => text);
    for (const [i, { supplier, retailer, quantity, tick, status }] of DEALS.entries()) {
      expect(texts).to.include(
        status === "settled"
          ? `Deal ${i + 1}: ${retailer} paid ${quantity * tick} tokens to ${supplier}`
          : `Deal ${i + 1}: ${supplier} defaulted and paid ${quantity * PENALTY} tokens to ${retailer}`,
      );
    }
  });

  it("loses no token, and leaves in the Ledger only what the alliance's running cost", async () => {
    const { token, ledger, costPool, addresses } = alliance();
    expect(story.tokensAfter).to.equal(story.tokensBefore);
    expect(BigInt(story.tokensBefore)).to.equal((6n + 100n) * PURSE * ONE);
    expect(await token.totalSupply()).to.equal(BigInt(story.tokensAfter));
    const signed = DEALS.reduce(
      (sum, { quantity, status }) => sum + quantity * (status === "settled" ? COST : PART),
      0n,
    );
    const treasury = await costPool.treasury();
    expect((await ledger.accountOf(treasury)).available).to.equal(signed * ONE);
    expect(await ledger.totalOwed()).to.equal(signed * ONE);
    expect(await token.balanceOf(addresses.ledger)).to.equal(signed * ONE);
  });

  it("moves money only to members, treasury and outside world: what a member loses another gains", () => {
    // Between two steps the members together change only by what comes from outside or goes to the treasury.
    const sums = story.steps.map(({ balances }) => Object.values(balances).reduce((sum, b) => sum + sumOf(b), 0n));
    for (const [i, { kind, text }] of story.steps.entries()) {
      if (i === 0 || kind === "income" || kind === "sign" || kind === "record" || kind === "join") continue;
      expect(sums[i], text).to.equal(sums[i - 1]);
    }
  });

  it("happens in the order of the chain: joining, trading, tampering, leaving", () => {
    const { steps } = story;
    for (const [i, { block, time, balances, transaction }] of steps.entries()) {
      expect(block).to.be.at.least(steps[i - 1]?.block ?? 0);
      expect(time).to.be.at.least(steps[i - 1]?.time ?? 0);
      expect(Object.keys(balances)).to.deep.equal(story.members.map(({ name }) => name));
      if (transaction !== undefined) expect(transaction).to.match(/^0x[0-9a-f]{64}$/);
    }
    const kinds = steps.map(({ kind }) => kind);
    expect(kinds.slice(0, 6)).to.deep.equal(Array.from({ length: 6 }, () => "join"));
    expect(kinds.slice(-7)).to.deep.equal(["tamper", ...Array.from({ length: 6 }, () => "leave")]);
    expect(new Set(kinds)).to.deep.equal(
      new Set([
        "join",
        "order",
        "match",
        "income",
        "sign",
        "record",
        "deliver",
        "accept",
        "settle",
        "default",
        "tamper",
        "leave",
      ]),
    );
  });

  it("has the record of the first deal tampered with, once, outside the chain", async () => {
    const commitment = await alliance().deals.commitmentOf(1, 0);
    expect(played.tamperings).to.deep.equal([commitment]);
    expect(played.tampered).to.equal(commitment);
    const step = story.steps.find(({ kind }) => kind === "tamper");
    expect(step).to.include({ actor: "Intruder", text: "Somebody was here", dealId: "1" });
    expect(step).not.to.have.property("transaction");
  });

  it("ends with no member and no commitment left", async () => {
    const { members } = alliance();
    for (const { account } of story.members) {
      const { joined, commitments } = await members.memberOf(account);
      expect([joined, commitments]).to.deep.equal([false, 0n]);
    }
  });

  it("tells its chapters", () => {
    expect(played.told.length).to.equal(5);
    expect(played.told.join(" ")).to.match(/join.*match.*tampered.*leaves/);
  });

  it("is the same again with the same seed, to the byte; another seed changes hashes only", async () => {
    const stories: Story[] = [];
    for (const seed of [1, 2]) {
      const fresh = await startLocalChain();
      stories.push((await tell(fresh, seed)).story);
      await fresh.close();
    }
    const [again, other] = stories;
    expect(JSON.stringify(again)).to.equal(JSON.stringify(story));
    expect(other?.deals).to.deep.equal(story.deals);
    expect(other?.steps.at(-1)?.balances).to.deep.equal(story.steps.at(-1)?.balances);
    const anchors = (steps: Story["steps"] = []) =>
      steps.filter(({ kind }) => kind === "record").map(({ text }) => text);
    expect(anchors(other?.steps)).not.to.deep.equal(anchors(story.steps));
  });
});
