import {
  exactSharesOf,
  mixtureText,
  playerText,
  setText,
  sharesOf,
  strategyText,
} from "#game/matrix/describeMixture.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { bimatrix } from "./support/games.ts";

const game = bimatrix(
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
);
const mixture = { support: 0b101, shares: [4n, 0n, 2n], denominator: 6n, earnings: [] };

describe("matrix/describeMixture", () => {
  it("gives shares as doubles and exactly", () => {
    expect(sharesOf(mixture)).to.deep.equal([2 / 3, 0, 1 / 3]);
    expect(exactSharesOf(mixture)).to.deep.equal(["2/3", "0", "1/3"]);
    expect(exactSharesOf({ ...mixture, shares: [6n, 0n, 0n] })).to.deep.equal(["1", "0", "0"]);
  });

  it("says it in words", () => {
    expect(mixtureText(game, 1, mixture)).to.equal('2/3 "c0" + 1/3 "c2"');
    expect(mixtureText(game, 1, { ...mixture, support: 1, shares: [6n, 0n, 0n] })).to.equal('"c0"');
    expect(setText(game, 0, 0b11)).to.equal('"r0", "r1"');
    expect([
      strategyText(game, 0, 1),
      strategyText(game, 0, 9),
      playerText(game, 1),
      playerText(game, 4),
    ]).to.deep.equal(['"r1"', '"10"', '"column"', '"5"']);
  });
});
