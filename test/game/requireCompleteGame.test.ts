import type { Game } from "#domain/game.ts";
import { requireCompleteGame } from "#game/requireCompleteGame.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { twoByTwo } from "./support/twoByTwo.ts";

const GAME = twoByTwo(1, 2, 3, 4);

function expectGameRefused(change: Partial<Game>, ...patterns: readonly RegExp[]): void {
  expectRefusal(() => requireCompleteGame({ ...GAME, ...change }, "file.json"), "usage", /^file.json: /, ...patterns);
}

describe("requireCompleteGame", () => {
  it("refuses names that stand twice", () => {
    const [row, column] = GAME.players;
    if (row === undefined || column === undefined) throw new Error("two players");
    expectGameRefused({ players: [row, { ...column, name: "row" }] }, /players: the name "row" stands twice/);
    expectGameRefused(
      { players: [row, { ...column, strategies: ["C", "C"] }] },
      /players\[1\].strategies: the name "C"/,
    );
  });

  it("names missing profiles", () => {
    expectGameRefused({ payoffs: GAME.payoffs.slice(2) }, /no payoff for \["C","C"\], \["C","D"\] \|/);
    const players = Array.from({ length: 30 }, (_, i) => ({ name: `p${i}`, strategies: ["C", "D"] }));
    expectGameRefused({ players, payoffs: [] }, /and 1073741819 more/);
  });

  it("names a duplicate profile and its place", () => {
    expectGameRefused(
      { payoffs: [...GAME.payoffs, ...GAME.payoffs.slice(1, 2)] },
      /payoffs\[4\]: the profile \["C","D"\] stands twice/,
    );
  });

  it("refuses unknown strategies and wrong lengths", () => {
    const payoffs = (entry: Game["payoffs"][number]) => ({ payoffs: [...GAME.payoffs.slice(0, 3), entry] });
    expectGameRefused(
      payoffs({ profile: ["D", "E"], payoff: [0, 0] }),
      /payoffs\[3\].profile\[1\]: "column" has no strategy "E".*C, D/,
    );
    expectGameRefused(
      payoffs({ profile: ["D"], payoff: [0, 0] }),
      /payoffs\[3\]: 1 strategies and 2 payoffs for 2 players/,
    );
    expectGameRefused(payoffs({ profile: ["D", "D"], payoff: [0] }), /payoffs\[3\]: 2 strategies and 1 payoffs/);
  });

  it("holds a symmetric game to its word", () => {
    const symmetric: Game = {
      ...GAME,
      symmetric: true,
      payoffs: [
        { profile: ["C", "C"], payoff: [3, 3] },
        { profile: ["C", "D"], payoff: [1, 2] },
        { profile: ["D", "C"], payoff: [2, 1] },
        { profile: ["D", "D"], payoff: [0, 0] },
      ],
    };
    expect(() => requireCompleteGame(symmetric, "file.json")).not.to.throw();
    expectGameRefused({ symmetric: true }, /symmetric: \["C","C"\] and its mirror image/);
    const players = [
      { name: "row", strategies: ["C", "D"] },
      { name: "column", strategies: ["D", "C"] },
    ];
    expectGameRefused({ symmetric: true, players }, /symmetric: the players differ/);
  });
});
