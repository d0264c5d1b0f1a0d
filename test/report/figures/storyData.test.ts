import { expect } from "chai";
import { describe, it } from "mocha";

import type { StoryStep } from "#domain/story.ts";
import { daysOf, memberSeries, totalAt } from "#report/figures/storyData.ts";
import { sampleStory } from "../support/sampleStory.ts";

const TOKEN = { symbol: "AST", decimals: 18 };
const ONE = 10n ** 18n;

describe("storyData", () => {
  const story = sampleStory();
  const series = memberSeries(story, TOKEN);

  it("follows every member from its first balance, suppliers first", () => {
    expect(series.map(({ name }) => name)).to.deep.equal(story.members.map(({ name }) => name));
    for (const { name, first, last, holdings, effects } of series) {
      expect(first).to.equal(2000n * ONE);
      expect(last).to.equal(totalAt(story.steps.at(-1), name));
      expect(
        effects.reduce((sum, { units }) => sum + units, 0n),
        name,
      ).to.equal(last - first);
      expect(holdings[0]).to.include({ change: 0, free: 0 });
      expect(holdings.every(({ change, free }) => free <= change)).to.equal(true);
    }
    // Supplier 3: +10 income, -6 cost, +12 blockchain, +18 side market, -24 penalty.
    expect(series[2]?.last).to.equal(2010n * ONE);
  });

  it("says what a transaction did by its strongest event, and what the member did", () => {
    const kinds = series[2]?.effects.map(({ kind, deed }) => [kind, deed]);
    expect(kinds).to.deep.equal([
      ["income", "operating income"],
      ["sign", "signed deal 4"],
      ["income", "income due to the blockchain"],
      ["income", "dealt on the side market"],
      ["default", ""],
    ]);
    // The price moves in the transaction of the acceptance: the same transaction is told by its settlement.
    expect(series[0]?.effects.at(-1)?.kind).to.equal("settle");
  });

  it("groups steps by day in UTC and tells how long nothing happened", () => {
    const days = daysOf(story.steps);
    expect(days.map(({ label, gap }) => [label, gap])).to.deep.equal([
      ["1 Mar 2027", 0],
      ["5 Mar", 4],
      ["6 Mar", 1],
      ["8 Mar", 2],
      ["22 Mar", 14],
    ]);
    days.slice(1).forEach(({ from }, index) => expect(from).to.equal((days[index]?.to ?? 0) + 1));
    expect([days[0]?.from, days.at(-1)?.to]).to.deep.equal([1, story.steps.length]);
  });

  it("copes with members without a balance", () => {
    const step: StoryStep = { kind: "join", time: 0, block: 1, actor: "A", text: "A joined", balances: {} };
    const members = [{ name: "A", role: "retailer" as const, account: "0x" }];
    const [alone] = memberSeries({ ...story, members, steps: [step] }, TOKEN);
    expect(alone).to.include({ first: 0n, last: 0n });
    expect(alone?.effects).to.deep.equal([]);
  });
});
