import { exactPopulations } from "#game/dynamics/exactPopulations.ts";
import { payoffsInto, populationsOf } from "#game/dynamics/populations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { numbersOf, onePopulation, randomGame, randomState } from "../support/games.ts";

describe("exactPopulations", () => {
  it("is the table times the shares in whole numbers, by hand", () => {
    const form = populationsOf(onePopulation([[0.5, 2], [-1, 3]])); // prettier-ignore
    // Shares 1 and 3 of 4 in hundredths, payoffs in tenths: 25 * 5 + 75 * 20 and -25 * 10 + 75 * 30.
    expect(exactPopulations(form, [[0.25, 0.75]])).to.deep.equal([{ shares: [25n, 75n], payoffs: [1625n, 2000n] }]);
  });

  it("is what payoffsInto rounds, up to one factor per population (seed 92)", () => {
    const next = numbersOf(92);
    for (const sizes of [
      [3, 2],
      [2, 3, 4],
      [2, 2, 2, 2],
    ]) {
      const form = populationsOf(randomGame(sizes, next));
      const state = randomState(sizes, next);
      const rounded = new Float64Array(form.length);
      payoffsInto(form, Float64Array.from(state.flat()), rounded);
      exactPopulations(form, state).forEach(({ payoffs }, population) => {
        const from = form.ranges[population]?.from ?? 0;
        const factor = Number(payoffs[0]) / (rounded[from] ?? NaN);
        payoffs.forEach((payoff, i) => expect(Number(payoff) / factor).to.be.closeTo(rounded[from + i] ?? NaN, 1e-12));
      });
    }
  });
});
