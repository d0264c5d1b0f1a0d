import { gapsOf } from "#game/gaps.ts";
import { textOf, toDouble } from "#game/rational.ts";
import { valueOf } from "#game/threshold/affineGame.ts";
import { gameAt } from "#game/threshold/gameAt.ts";
import { allGains, outcomeGains, requireOutcome } from "#game/threshold/outcomeGains.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact, gameOf } from "../support/affine.ts";
import { expectRefusal } from "../support/refusal.ts";

describe("outcomeGains", () => {
  it("are the gaps where the outcome plays first strategies, and minus them where it plays second ones", () => {
    const game = affineTwoByTwo([1, 2], [-3, 4], [5, -6], [7, 8]);
    const at = exact("0.25");
    const gaps = gapsOf(gameAt(game, at));
    const corners = [
      [0, 0, ["c1", "c2", "c3", "c4"]],
      [0, 1, ["c3", "c2", "c1", "c4"]],
      [1, 0, ["c1", "c4", "c3", "c2"]],
      [1, 1, ["c3", "c4", "c1", "c2"]],
    ] as const;
    for (const [x, y, names] of corners) {
      const gains = allGains(outcomeGains(game, [x, y]));
      expect(gains.map(({ gap }) => gap)).to.deep.equal(names);
      gains.forEach(({ gap, form }, i) => {
        const sign = [x, y, x, y][i] === 1 ? 1 : -1;
        expect(toDouble(valueOf(form, at))).to.equal(sign * gaps[gap ?? "c1"]);
      });
    }
  });

  it("of three populations compare a profile with each one's deviation, and say what the others do", () => {
    // Profile 4a+2b+c of strategies a, b, c is worth (10 + player) to that power: every difference is another.
    const game = gameOf(3, (_, player, profile) => exact((10 + player) ** profile));
    const { stay, apart } = outcomeGains(game, [1, 0, 1]);
    expect(apart).to.equal(undefined);
    expect(stay.map(({ form }) => textOf(form.constant))).to.deep.equal([
      String(10 ** 2 - 10 ** 6),
      String(11 ** 2 - 11 ** 0),
      String(12 ** 2 - 12 ** 3),
    ]);
    expect(stay[1]).to.include({ name: '"p2" while "p1" plays "A" and "p3" plays "A"' });
    expect(stay[0]).to.include({ name: '"p1" while "p2" plays "B" and "p3" plays "A"' });
    expect(stay[0]).not.to.have.property("gap");
  });

  it("refuse what is no corner of the game", () => {
    const { players } = affineTwoByTwo([0, 0], [0, 0], [0, 0], [0, 0]);
    expect(requireOutcome([1, 0], players)).to.deep.equal([1, 0]);
    expectRefusal(
      () => requireOutcome([1], players),
      "usage",
      /1 has 1 shares for 2 populations/,
      /row, column, as in 1,1/,
    );
    expectRefusal(() => requireOutcome([1, 0, 1], players), "usage", /3 shares/);
    expectRefusal(() => requireOutcome([], players), "usage");
    for (const shares of [
      [0.5, 1],
      [1, 2],
      [-1, 0],
      [Number.NaN, 0],
    ]) {
      expectRefusal(() => requireOutcome(shares, players), "usage", /is not a corner/);
    }
  });
});
