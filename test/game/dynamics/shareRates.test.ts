import { brownVonNeumannNash, logit, replicatorMutator, smith, type ShareRates } from "#game/dynamics/shareRates.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { numbersOf } from "../support/games.ts";

function rates(of: ShareRates, shares: readonly number[], payoffs: readonly number[]): readonly number[] {
  const out = new Float64Array(shares.length);
  of(Float64Array.from(shares), Float64Array.from(payoffs), out);
  return [...out];
}

function expectRates(of: ShareRates, shares: readonly number[], payoffs: readonly number[], expected: number[]): void {
  rates(of, shares, payoffs).forEach((rate, i) => expect(rate).to.be.closeTo(expected[i] ?? NaN, 1e-15));
}

describe("shareRates", () => {
  it("of Smith, by hand: at (1/2, 1/4, 1/4) with payoffs 1, 3, 2", () => {
    // Into 2: 1/2 * 2 + 1/4 * 1 = 5/4, out nothing. Into 3: 1/2 * 1, out 1/4 * 1. Out of 1: 1/2 * (2 + 1).
    expectRates(smith, [0.5, 0.25, 0.25], [1, 3, 2], [-1.5, 1.25, 0.25]);
    expectRates(smith, [1, 0, 0], [1, 3, 2], [-3, 2, 1]);
    expectRates(smith, [0, 1, 0], [1, 3, 2], [0, 0, 0]);
  });

  it("of Brown, von Neumann and Nash, by hand: at (1/2, 1/4, 1/4) with payoffs 1, 3, 2", () => {
    // Mean 7/4, excess 0, 5/4, 1/4 with the sum 3/2.
    expectRates(brownVonNeumannNash, [0.5, 0.25, 0.25], [1, 3, 2], [-0.75, 0.875, -0.125]);
    expectRates(brownVonNeumannNash, [1, 0, 0], [1, 3, 2], [-3, 2, 1]);
    expectRates(brownVonNeumannNash, [0, 1, 0], [1, 3, 2], [0, 0, 0]);
  });

  it("of logit lead towards probabilities in the ratio of exp(payoff / noise)", () => {
    // exp(ln 2) : exp(ln 6) : exp(ln 4) at noise 1/2.
    const payoffs = [Math.log(2) / 2, Math.log(6) / 2, Math.log(4) / 2];
    expectRates(logit(0.5), [0.5, 0.25, 0.25], payoffs, [1 / 6 - 0.5, 0.25, 1 / 3 - 0.25]);
    expectRates(logit(1e-3), [0.5, 0.25, 0.25], [1000, 3000, 2000], [-0.5, 0.75, -0.25]);
  });

  it("of the replicator-mutator, by hand: at (1/2, 1/4, 1/4) with payoffs 4, 8, 0 and mutation 1/5", () => {
    // Bred 2, 2, 0, mean 4. First: 4/5 * 2 + 1/10 * 2 - 1/2 * 4.
    expectRates(replicatorMutator(0.2), [0.5, 0.25, 0.25], [4, 8, 0], [-0.2, 0.8, -0.6]);
    expectRates(replicatorMutator(0), [0.5, 0.25, 0.25], [4, 8, 0], [0, 1, -1]);
    expectRates(replicatorMutator(0.5), [1], [3], [0]);
  });

  it("add up to 0, and lead away from no boundary (seed 72)", () => {
    const next = numbersOf(72);
    for (const of of [logit(0.1), smith, brownVonNeumannNash, replicatorMutator(0.01)]) {
      for (let run = 0; run < 200; run++) {
        const weights = [0, next(), run % 2 === 0 ? 0 : next(), next()];
        const sum = weights.reduce((a, b) => a + b);
        const shares = weights.map((weight) => weight / sum);
        const found = rates(of, shares, [next(), next(), next(), next()]);
        expect(found.reduce((a, b) => a + b)).to.be.closeTo(0, 1e-15);
        found.forEach((rate, i) => shares[i] === 0 && expect(rate).to.be.at.least(0));
      }
    }
  });
});
