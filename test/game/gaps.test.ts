import { gapsOf } from "#game/gaps.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { twoByTwo } from "./support/twoByTwo.ts";

describe("gapsOf", () => {
  it("refuses other games than two by two", () => {
    const game = twoByTwo(1, 1, 1, 1);
    const three = { ...game, players: [...game.players, { name: "third", strategies: ["C", "D"] }] };
    const wide = { ...game, players: game.players.map((player) => ({ ...player, strategies: ["C", "D", "E"] })) };
    for (const other of [three, wide, { ...game, symmetric: true }, { ...game, players: [] }]) {
      expectRefusal(() => gapsOf(other), "usage", /two populations with two strategies/);
    }
    expectRefusal(() => gapsOf(three), "usage", /2 x 2 x 2/);
  });

  it("refuses a missing profile and payoffs that are no finite numbers", () => {
    const game = twoByTwo(1, 1, 1, 1);
    expectRefusal(() => gapsOf({ ...game, payoffs: game.payoffs.slice(1) }), "usage", /C, C/);
    for (const bad of [Number.NaN, Infinity]) expectRefusal(() => gapsOf(twoByTwo(1, bad, 1, 1)), "usage", /finite/);
  });

  it("refuses differences whose products a double cannot hold, and takes the extremes it can", () => {
    for (const extreme of [1e76, -1e300, 1e-76, 5e-324]) {
      expectRefusal(() => gapsOf(twoByTwo(1, 1, extreme, 1)), "usage", /extreme/);
    }
    expect(gapsOf(twoByTwo(1e75, -1e75, 1e-75, -1e-75))).to.include({ c1: 1e75, c2: -1e75, c3: 1e-75, c4: -1e-75 });
  });

  it("takes the gain from the first strategy against each strategy of the other", () => {
    const payoffs = [
      { profile: ["C", "C"], payoff: [50.5, 60.25] },
      { profile: ["C", "D"], payoff: [49.5, 51] },
      { profile: ["D", "C"], payoff: [51, 49.75] },
      { profile: ["D", "D"], payoff: [50, 50] },
    ];
    const gaps = gapsOf({ ...twoByTwo(0, 0, 0, 0), payoffs });
    expect(gaps).to.include({ c1: -0.5, c2: -0.25, c3: -0.5, c4: 9.25 });
    expect(gaps.exact).to.deep.equal({ c1: -50n, c2: -25n, c3: -50n, c4: 925n });
  });

  it("subtracts decimals, not doubles: 0.3 - 0.2 is 0.1, and 0.1 + 0.2 less 0.3 is seen", () => {
    const payoffs = [
      { profile: ["C", "C"], payoff: [0.3, 0.1 + 0.2] },
      { profile: ["C", "D"], payoff: [1e21, 0.3] },
      { profile: ["D", "C"], payoff: [0.2, 7.1] },
      { profile: ["D", "D"], payoff: [1e21, 7] },
    ];
    const gaps = gapsOf({ ...twoByTwo(0, 0, 0, 0), payoffs });
    expect(0.3 - 0.2).not.to.equal(0.1);
    expect(gaps).to.include({ c1: 0, c2: 0.1, c3: 0.1, c4: 4e-17 });
  });
});
