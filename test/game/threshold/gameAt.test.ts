import { gapsOf } from "#game/gaps.ts";
import { gameAt } from "#game/threshold/gameAt.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact, gameOf } from "../support/affine.ts";
import { expectRefusal } from "../support/refusal.ts";

describe("gameAt", () => {
  it("has the gains of the forms at the value, each rounded once", () => {
    const game = affineTwoByTwo([1, 2], [-3, 4], [5, -6], [7, 8]);
    expect(gapsOf(gameAt(game, exact("0.1")))).to.include({ c1: 1.2, c2: -2.6, c3: 4.4, c4: 7.8 });
  });

  it("keeps signs that the difference of rounded payoffs would lose", () => {
    const game = gameOf(2, (value, player, profile) =>
      player === 0 && profile === 0 ? exact("1000000000000.000000000000000001") : exact("1000000000000"),
    );
    expect(gapsOf(gameAt(game, exact(0)))).to.include({ c1: 0, c2: 0, c3: 1e-18, c4: 0 });
  });

  it("refuses another number of populations", () => {
    expectRefusal(
      () =>
        gameAt(
          gameOf(3, () => exact(1)),
          exact(0),
        ),
      "usage",
      /3 populations/,
    );
  });
});
