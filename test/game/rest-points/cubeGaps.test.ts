import { expect } from "chai";
import { describe, it } from "mocha";

import { cubeGaps } from "#game/rest-points/cubeGaps.ts";

import { expectRefusal } from "../support/refusal.ts";
import { gameOf } from "./support/cube.ts";

describe("rest-points/cubeGaps", () => {
  it("subtracts the second strategy's payoff from the first's, at every corner of the others", () => {
    // The player's number, 10^k for every player k that plays its first strategy, tenfold if it does itself; tenths.
    const game = gameOf(3, (firsts, player) => {
      const others = firsts.reduce((sum, first, k) => sum + (first && k !== player ? 10 ** k : 0), 0);
      return (firsts[player] === true ? 10 : 1) * (others + 0.1);
    });
    const { populations, gaps, unit } = cubeGaps(game);
    expect(populations).to.equal(3);
    expect(unit).to.equal(10n);
    // Corner 0b101: the first and the third population play their first strategies.
    expect(gaps[1]?.[0b101]).to.equal(9n * 1011n - 0n);
    expect(gaps[1]?.[0b111]).to.equal(gaps[1]?.[0b101]);
    expect(gaps[0]?.[0b001]).to.equal(9n * 1001n);
    expect(gaps[2]?.[0b000]).to.equal(9n);
  });

  it("keeps differences that doubles would lose", () => {
    const game = gameOf(1, ([first]) => (first === true ? 50 + 7.2e-15 : 50));
    const { gaps, unit } = cubeGaps(game);
    expect([gaps[0]?.[0], unit]).to.deep.equal([1n, 10n ** 14n]); // 50.00000000000001, read as it is written
  });

  it("refuses other games, and payoffs too extreme", () => {
    const game = gameOf(3, () => 0);
    expectRefusal(() => cubeGaps({ ...game, symmetric: true }), "usage", /symmetric/);
    expectRefusal(() => cubeGaps(gameOf(7, () => 0)), "usage", /2 x 2 x 2 x 2 x 2 x 2 x 2/, /one to six/);
    const [player] = game.players;
    if (player === undefined) throw new Error("a player");
    const wide = { ...player, name: "wide", strategies: ["A", "B", "C"] };
    expectRefusal(() => cubeGaps({ ...game, players: [player, wide, player] }), "usage", /2 x 3 x 2/);
    expectRefusal(() => cubeGaps({ ...game, payoffs: game.payoffs.slice(1) }), "usage", /payoff/);
    for (const size of [1e51, 1e-51]) {
      expectRefusal(() => cubeGaps(gameOf(3, ([first]) => (first === true ? size : 0))), "usage", /extreme/, /unit/);
    }
    expect(() => cubeGaps(gameOf(3, ([first]) => (first === true ? 1e50 : 0)))).not.to.throw();
  });
});
