import { analyze } from "#game/analyze.ts";
import { meanFieldOf } from "#game/finite/meanField.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { twoByTwo } from "../support/twoByTwo.ts";
import { moran, pairwise, playersGame } from "./support/games.ts";

describe("finite/meanField", () => {
  it("has the rest points of the same game, and says what they are to the process", () => {
    const game = twoByTwo(-1, -3, 3, 1);
    const compared = meanFieldOf(game, pairwise([10, 10], 1));
    expect(compared).to.deep.include({ kind: "replicator", ...analyze(game) });
    expect(compared)
      .to.have.property("note")
      .that.matches(/same points, each of the same linear stability; .* a centre may turn/);
    const born = meanFieldOf(game, moran([10, 10], 1));
    expect(born)
      .to.have.property("note")
      .that.matches(/centre .* spiral under the Moran process/);
    const still = meanFieldOf(game, pairwise([10, 10], 0));
    expect(still)
      .to.have.property("note")
      .that.matches(/only chance/);
  });

  it("rests where both processes' expected change vanishes in large populations, and moves elsewhere", () => {
    // Shares of the first strategies, restated: pairwise x(1-x) tanh(b gain / 2); Moran x f / mean f - x.
    const game = twoByTwo(-1, -3, 3, 1);
    const found = meanFieldOf(game, pairwise([10, 10], 1));
    if (found.kind !== "replicator") throw new Error(found.reason);
    const drift = (x: number, y: number): readonly number[] => {
      const [gainX, gainY] = [-1 * (1 - y) + 3 * y, -3 * (1 - x) + x];
      const birth = (s: number, gain: number): number => (s * Math.exp(gain)) / (s * Math.exp(gain) + 1 - s) - s;
      return [x * (1 - x) * Math.tanh(gainX / 2), y * (1 - y) * Math.tanh(gainY / 2), birth(x, gainX), birth(y, gainY)];
    };
    expect(found.restPoints).to.have.length(5);
    for (const { shares } of found.restPoints) {
      for (const change of drift(shares[0]?.[0] ?? 2, shares[1]?.[0] ?? 2)) expect(change).to.be.closeTo(0, 1e-14);
    }
    for (const change of drift(0.4, 0.6)) expect(Math.abs(change)).to.be.greaterThan(0.01);
  });

  it("says that it is not available, and why, for a game that analyze does not take", () => {
    const game = playersGame([3, 3, 3], () => [0, 0, 0]);
    const found = meanFieldOf(game, pairwise([5, 5, 5], 1));
    expect(found).to.have.property("kind", "not-available");
    expect(found).to.have.property("reason").that.matches(/\S/);
  });
});
