import { expect } from "chai";
import { describe, it } from "mocha";

import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { normalFormOf, strategyIn, strategyPayoffs } from "#game/normalForm.ts";

/** Three players with 2, 3 and 2 strategies; the payoff says which profile and player it belongs to. */
function numbered(): Game {
  const players = [2, 3, 2].map((count, i) => ({
    name: `p${i}`,
    strategies: Array.from({ length: count }, (_, s) => `s${s}`),
  }));
  const payoffs = [];
  for (let a = 0; a < 2; a++)
    for (let b = 0; b < 3; b++)
      for (let c = 0; c < 2; c++) {
        const number = 100 * a + 10 * b + c;
        payoffs.push({ profile: [`s${a}`, `s${b}`, `s${c}`], payoff: [number, number + 0.5, number + 0.25] });
      }
  return { title: "numbered", players, payoffs: payoffs.toReversed(), symmetric: false };
}

describe("normalForm", () => {
  it("puts the profiles in order, the last player's strategy fastest, whatever their order in the file", () => {
    const { sizes, strides, payoffs, exact } = normalFormOf(numbered());
    expect(sizes).to.deep.equal([2, 3, 2]);
    expect(strides).to.deep.equal([6, 2, 1]);
    expect([...(payoffs[0] ?? [])]).to.deep.equal([0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121]);
    expect(exact.decimals).to.equal(2);
    expect(exact.units[1]?.[3]).to.equal(1150n);
  });

  it("names the strategies of a profile", () => {
    const form = normalFormOf(numbered());
    expect([0, 1, 2].map((player) => strategyIn(form, 9, player))).to.deep.equal([1, 1, 1]);
  });

  it("averages over what the others play, and over nothing else", () => {
    const form = normalFormOf(numbered());
    const shares = [
      [0.25, 0.75],
      [0.5, 0.25, 0.25],
      [0.1, 0.9],
    ];
    const out = new Float64Array(3);
    strategyPayoffs(form, 1, shares, out);
    // The first player adds 75 on average, the third 0.9; the file adds 0.5 for this player.
    [0, 1, 2].forEach((strategy) => expect(out[strategy]).to.be.closeTo(75 + 10 * strategy + 0.9 + 0.5, 1e-12));
  });

  it("refuses a table with a hole, and a strategy that is not there", () => {
    const game = numbered();
    expect(() => normalFormOf({ ...game, payoffs: game.payoffs.slice(1) })).to.throw(AllianceError, "NaN");
    const stray = [{ profile: ["s0", "s9", "s0"], payoff: [1, 2, 3] }];
    expect(() => normalFormOf({ ...game, payoffs: stray })).to.throw(AllianceError, "s9");
  });
});
