import { expect } from "chai";
import { describe, it } from "mocha";

import { cornerWords, defaultsOf, tamperingsOf } from "#report/facts.ts";
import { sampleFindings, sampleInput } from "./support/sampleInput.ts";
import { sampleStory } from "./support/sampleStory.ts";

const ONE = 10n ** 18n;

describe("facts", () => {
  it("takes from the balances who paid for a default", () => {
    const [fact, ...others] = defaultsOf(sampleStory());
    expect(others).to.deep.equal([]);
    expect(fact).to.include({ defaulter: "Supplier 3", partner: "Retailer 3", lost: 24n * ONE, gained: 24n * ONE });
  });

  it("does not take the status for the payment", () => {
    const story = sampleStory();
    const steps = story.steps.map((step) => (step.kind === "default" ? { ...step, kind: "income" as const } : step));
    expect(defaultsOf({ ...story, steps })[0]).to.include({ lost: 0n, gained: 0n });
    expect(defaultsOf({ ...story, deals: story.deals.filter(({ status }) => status === "settled") })).to.deep.equal([]);
  });

  it("names the other side when a retailer defaults", () => {
    const story = sampleStory();
    const deals = story.deals.map((deal) => ({ ...deal, status: "RetailerDefaulted" }));
    expect(defaultsOf({ ...story, deals }).map(({ defaulter }) => defaulter)).to.deep.equal(
      deals.map((deal) => deal.retailer),
    );
  });

  it("asks of every tampering whether the audit found it", () => {
    const story = sampleStory();
    expect(tamperingsOf(story, sampleFindings())).to.deep.equal([{ dealId: "1", found: true }]);
    const blind = sampleFindings().map((finding) => ({ ...finding, verdict: "ok" as const }));
    expect(tamperingsOf(story, blind)).to.deep.equal([{ dealId: "1", found: false }]);
  });

  it("says what a corner means", () => {
    const game = sampleInput().situations[0]?.measurement;
    const corner = (x: number, y: number) => ({
      shares: [
        [x, 1 - x],
        [y, 1 - y],
      ],
    });
    expect(game && cornerWords(game, corner(1, 1))).to.equal("both play cooperate");
    expect(game && cornerWords(game, corner(1, 0))).to.equal("supplier plays cooperate and retailer plays defect");
  });
});
