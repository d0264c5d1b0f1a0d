import { finitePopulations } from "#game/finite/finite.ts";
import { fixationOf } from "#game/finite/fixation.ts";
import { invasionsOf, monomorphicStates } from "#game/finite/invasions.ts";
import { ladderOf } from "#game/finite/ladder.ts";
import { processOf } from "#game/finite/process.ts";
import { smallMutation } from "#game/finite/smallMutation.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { moran, pairwise, playersGame, randomTable, symmetricGame } from "./support/games.ts";
import { byPowers, transitionsFrom } from "./support/matrices.ts";

describe("finite/smallMutation", () => {
  it("is the stationary distribution of the chain of fixations, by powers of its matrix", () => {
    for (const strategies of [2, 3, 5]) {
      const process = processOf(symmetricGame(randomTable(strategies, 51)), moran([12], 0.3));
      const passages = invasionsOf(process).map((passage) => ({
        ...passage,
        fixation: fixationOf(ladderOf(process, passage.invasion, 0)),
      }));
      const rate = (i: number, j: number): number =>
        (passages.find(({ from, to }) => from === i && to === j)?.fixation.probability ?? 0) / (strategies - 1);
      const expected = byPowers(transitionsFrom(strategies, rate));
      const logs = smallMutation(process, monomorphicStates(process).length, passages);
      logs.forEach((log, i) => expect(Math.exp(log)).to.be.closeTo(expected[i] ?? Number.NaN, 1e-12));
    }
  });

  it("of two strategies is decided by the two fixation probabilities, however small", () => {
    const game = symmetricGame([
      [9, 9],
      [0, 0],
    ]);
    const { smallMutation: states, fixation } = finitePopulations(game, pairwise([1000], 1), { seed: 1 });
    const ln = (mutant: string): number => fixation.find((fate) => fate.mutant === mutant)?.lnProbability ?? Number.NaN;
    expect(states[1]?.probability).to.equal(0);
    expect((states[1]?.lnProbability ?? 0) - (states[0]?.lnProbability ?? 0)).to.be.closeTo(ln("s1") - ln("s0"), 1e-9);
    expect(states[1]?.lnProbability).to.be.closeTo(-9 * 999, 1e-6);
  });

  it("lets larger populations, and those with fewer kinds of mutants, change more often", () => {
    // Drift only: a population of 10 and one of 30 members, with 2 and 4 strategies.
    const drift = playersGame([2, 4], () => [0, 0]);
    const { smallMutation: even } = finitePopulations(drift, pairwise([10, 30], 1), { seed: 1 });
    even.forEach(({ probability }) => expect(probability).to.be.closeTo(1 / 8, 1e-13));
    // The first follows the second (0 to 0, else to 1), the second drifts: as often as the first may follow.
    const follows = playersGame([2, 2], ([a = 0, b = 0]) => [a === b ? 1 : 0, 0]);
    const share = (sizes: readonly [number, number]): number =>
      finitePopulations(follows, pairwise(sizes, 1), { seed: 1 }).smallMutation[0]?.probability ?? 0;
    for (const [first, second] of [
      [10, 30],
      [30, 10],
    ] as const) {
      // Per mutation: up with u, back with d, within the first; 1/second each way within the second.
      const [u, d] = [Math.expm1(-1) / Math.expm1(-first), Math.expm1(1) / Math.expm1(first)];
      const [go, back, drifts] = [first * u, first * d, 1];
      // Two matched and two unmatched states, alike by symmetry.
      const matched = (go + drifts) / (go + back + 2 * drifts);
      expect(share([first, second])).to.be.closeTo(matched / 2, 1e-12);
    }
  });
});
