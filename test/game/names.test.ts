import { playerName, strategyName } from "#game/names.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { twoByTwo } from "./support/twoByTwo.ts";

describe("names", () => {
  const game = twoByTwo(1, 1, 1, 1);
  it("quotes the names of populations and of the strategy whose share is 1", () => {
    expect([playerName(game, 0), playerName(game, 1)]).to.deep.equal(['"row"', '"column"']);
    expect([strategyName(game, 0, 1), strategyName(game, 1, 0)]).to.deep.equal(['"C"', '"D"']);
  });

  it("counts what has no name", () => {
    const bare = { ...game, players: [] };
    expect([playerName(bare, 1), strategyName(bare, 0, 0)]).to.deep.equal(['"player 2"', '"strategy 2"']);
  });
});
