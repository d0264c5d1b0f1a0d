import { readGame } from "#game/readGame.ts";
import { writeGame } from "#game/writeGame.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { forAll, twoByTwo } from "./support/twoByTwo.ts";

describe("writeGame", () => {
  it("refuses what readGame would not take", () => {
    expectRefusal(
      () => writeGame(twoByTwo(Number.NaN, 1, 1, 1)),
      "usage",
      /the game to write: payoffs\[1\].payoff\[0\]/,
    );
    expectRefusal(() => writeGame({ ...twoByTwo(1, 1, 1, 1), players: [] }), "usage", /no players/);
    expectRefusal(() => writeGame({ ...twoByTwo(1, 1, 1, 1), payoffs: [] }), "usage", /no payoff/);
  });

  it("writes one profile a line", () => {
    expect(writeGame(twoByTwo(1, 2, 3, 4.5)).split("\n")).to.deep.include(
      '    {"profile":["C","C"],"payoff":[3,4.5]},',
    );
  });

  it("is undone by readGame, to the last digit and whatever the names (seed 36)", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
    forAll(36, 200, [number, number, fc.string({ minLength: 1 })], (a, b, title) => {
      const plain = twoByTwo(a, b, 0.1 + 0.2, 5e-324);
      const players = plain.players.map((player) => ({ ...player, name: player.name + title }));
      const game = { ...plain, title, players };
      expect(readGame(writeGame(game), "the text")).to.deep.equal(game);
    });
  });
});
