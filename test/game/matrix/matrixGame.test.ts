import { matrixGameOf } from "#game/matrix/matrixGame.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { bimatrix } from "./support/games.ts";

describe("matrix/matrixGame", () => {
  it("has both payoffs by own strategy first, as integers over a power of ten", () => {
    expect(matrixGameOf(bimatrix([[1, 2.5, 3]], [[4, 5, -0.25]]))).to.deep.equal({
      first: [[100n, 250n, 300n]],
      second: [[400n], [500n], [-25n]],
      scale: 100n,
    });
  });

  it("refuses other numbers of players, and more strategies than can be gone through", () => {
    const wide = [Array.from({ length: 14 }, () => 1)];
    expectRefusal(() => matrixGameOf(bimatrix(wide, wide)), "usage", /1 x 14 strategies/, /at most 14/);
    const game = bimatrix([[1]], [[1]]);
    const third = {
      ...game,
      players: [...game.players, { name: "third", strategies: ["x"] }],
      payoffs: [{ profile: ["r0", "c0", "x"], payoff: [1, 1, 1] }],
    };
    expectRefusal(() => matrixGameOf(third), "usage", /1 x 1 x 1 strategies/);
  });
});
