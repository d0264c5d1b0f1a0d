import { expect } from "chai";
import { describe, it } from "mocha";

import type { DealStatus } from "#chain/status.ts";
import { ROLES } from "#domain/roles.ts";
import { cooperate, defect, STRATEGIES } from "#measure/strategies.ts";
import type { Action, Sight, Strategy } from "#measure/strategies.ts";

const STATUSES: readonly DealStatus[] = [
  "none",
  "matched",
  "signed",
  "delivered",
  "settled",
  "lapsed",
  "supplier-defaulted",
  "retailer-defaulted",
  "disagreed",
];

/** What can be done once. The rest shows in the state of the deal. */
const ONCE: readonly Action[] = [
  "collectOperatingIncome",
  "collectBlockchainIncome",
  "produce",
  "resell",
  "useSideMarket",
];

const BOOLEANS = [false, true];

/** All that a member can see, possible or not. */
function* sights(): Generator<Sight> {
  for (const role of ROLES)
    for (const status of STATUSES)
      for (const signed of BOOLEANS)
        for (const partnerSigned of BOOLEANS)
          for (const unpaidRises of [0, 1, 3])
            for (let bits = 0; bits < 2 ** ONCE.length; bits++) {
              const done = new Set(ONCE.filter((_, i) => (bits & (2 ** i)) !== 0));
              yield { role, status, signed, partnerSigned, unpaidRises, done };
            }
}

/** A rule in words, when it applies, and what is done then. Of the rules that apply, the first decides. */
type Rule = readonly [words: string, applies: (sight: Sight) => boolean, action: Action | undefined];

const COOPERATOR: readonly Rule[] = [
  ["first of all the income that comes anyhow", (s) => !s.done.has("collectOperatingIncome"), "collectOperatingIncome"],
  ["a matched deal is signed, without looking at the partner", (s) => s.status === "matched" && !s.signed, "sign"],
  [
    "a signature brings its income",
    (s) => s.signed && !s.done.has("collectBlockchainIncome"),
    "collectBlockchainIncome",
  ],
  ["so does a rise of goodwill", (s) => s.unpaidRises > 0, "collectGoodwillIncome"],
  [
    "a supplier produces for a deal that both signed",
    (s) => s.role === "supplier" && s.status === "signed" && !s.done.has("produce"),
    "produce",
  ],
  ["a supplier delivers what it produced", (s) => s.role === "supplier" && s.status === "signed", "deliver"],
  ["a retailer accepts what was delivered", (s) => s.role === "retailer" && s.status === "delivered", "accept"],
  [
    "a retailer resells what it paid for",
    (s) => s.role === "retailer" && s.status === "settled" && !s.done.has("resell"),
    "resell",
  ],
  ["then it waits", () => true, undefined],
];

const DEFECTOR: readonly Rule[] = [
  ["first of all the income that comes anyhow", (s) => !s.done.has("collectOperatingIncome"), "collectOperatingIncome"],
  [
    "it deals elsewhere once the partner alone is bound",
    (s) => s.status === "matched" && s.partnerSigned && !s.signed && !s.done.has("useSideMarket"),
    "useSideMarket",
  ],
  ["then it waits", () => true, undefined],
];

function check(strategy: Strategy, rules: readonly Rule[]): void {
  const used = new Set<string>();
  for (const sight of sights()) {
    const [words = "no rule", , action] = rules.find(([, applies]) => applies(sight)) ?? [];
    used.add(words);
    const shown = JSON.stringify({ ...sight, done: [...sight.done] });
    if (strategy(sight) !== action) expect(strategy(sight), `${words}: ${shown}`).to.equal(action);
  }
  expect([...used].sort(), "every rule decides somewhere").to.deep.equal(rules.map(([words]) => words).sort());
}

describe("measure/strategies", () => {
  it("a cooperator keeps the agreement in every step", () => check(cooperate, COOPERATOR));

  it("a defector stays away from the deal, and deals elsewhere once the partner is bound", () =>
    check(defect, DEFECTOR));

  it("never do what only the other one does", () => {
    const ofCooperators = new Set<Action | undefined>();
    const ofDefectors = new Set<Action | undefined>();
    for (const sight of sights()) {
      ofCooperators.add(cooperate(sight));
      ofDefectors.add(defect(sight));
    }
    expect(ofCooperators.has("useSideMarket")).to.equal(false);
    for (const action of ["sign", "produce", "deliver", "accept", "resell"] as const) {
      expect(ofDefectors.has(action), action).to.equal(false);
    }
  });

  it("do not change what they see, and see nothing else", () => {
    for (const strategy of [cooperate, defect]) {
      for (const sight of sights()) {
        const before = [...sight.done];
        expect(strategy(Object.freeze(sight))).to.equal(strategy(sight));
        expect([...sight.done]).to.deep.equal(before);
      }
    }
  });

  it("have the names that stand in payoff tables", () => {
    expect(STRATEGIES).to.deep.equal({ cooperate, defect });
    expect(Object.keys(STRATEGIES)).to.deep.equal(["cooperate", "defect"]);
  });
});
