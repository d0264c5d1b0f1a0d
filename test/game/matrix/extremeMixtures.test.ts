import { equalizersOf } from "#game/matrix/equalizers.ts";
import { cornersWithin, extremeMixturesOf } from "#game/matrix/extremeMixtures.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { bigints } from "./support/games.ts";

/** The row player's payoffs of a textbook game (von Stengel 2007, game 3.5): three best-reply regions of the line. */
const corners = extremeMixturesOf(
  equalizersOf(
    bigints([
      [3, 3],
      [2, 5],
      [0, 6],
    ]),
  ),
);

describe("matrix/extremeMixtures", () => {
  it("are the ends of the regions in which a set of replies is best", () => {
    const found = corners.map(({ shares: [first = 0n], denominator, replies }) => [
      Number(first) / Number(denominator),
      replies,
    ]);
    expect(found.toSorted(([a = 0], [b = 0]) => a - b)).to.deep.equal([
      [0, 0b100],
      [1 / 3, 0b110],
      [2 / 3, 0b011],
      [1, 0b001],
    ]);
  });

  it("are chosen by their support and by what is best against them", () => {
    const chosen = cornersWithin(corners, 0b11, 0b010);
    expect(chosen.map(({ corner }) => corner.replies)).to.have.members([0b011, 0b110]);
    chosen.forEach(({ corner, index }) => expect(corners[index]).to.equal(corner));
    expect(cornersWithin(corners, 0b01, 0b001).map(({ corner }) => corner.support)).to.deep.equal([0b01]);
  });
});
