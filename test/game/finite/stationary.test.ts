import { fixationOf } from "#game/finite/fixation.ts";
import { finitePopulations } from "#game/finite/finite.ts";
import { ladderOf } from "#game/finite/ladder.ts";
import { processOf, type Counts, type FiniteOptions } from "#game/finite/process.ts";
import { keyOf, statesOf } from "#game/finite/states.ts";
import { stationaryOf } from "#game/finite/stationary.ts";
import type { Game } from "#domain/game.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import {
  HAWK_DOVE,
  moran,
  nextStates,
  pairwise,
  playersGame,
  randomTable,
  rule,
  scattered,
  symmetricGame,
  twoByTwoTable,
} from "./support/games.ts";
import { byPowers } from "./support/matrices.ts";

function exact(game: Game, options: FiniteOptions): Map<string, number> {
  const found = stationaryOf(processOf(game, options));
  if (found.kind !== "exact") throw new Error(found.reason);
  return new Map(found.states.map(({ counts, probability }) => [keyOf(counts), probability]));
}

/** Powers of the transition matrix that is restated member by member. */
function restated(game: Game, options: FiniteOptions): Map<string, number> {
  const table = (population: number, profile: readonly number[]): number => {
    const names = profile.map((s) => `s${s}`).join();
    return game.payoffs.find((entry) => entry.profile.join() === names)?.payoff[population] ?? Number.NaN;
  };
  const states: readonly Counts[] = statesOf(processOf(game, options));
  const rows = states.map((counts) => {
    const next = nextStates(table, counts, options, game.symmetric);
    return states.map((other) => next.get(JSON.stringify(other)) ?? 0);
  });
  const shares = byPowers(rows);
  return new Map(states.map((counts, i) => [keyOf(counts), shares[i] ?? 0]));
}

function expectEqual(found: Map<string, number>, expected: Map<string, number>, tolerance: number): void {
  expect([...found.keys()]).to.have.members([...expected.keys()]);
  for (const [key, value] of expected) expect(found.get(key), key).to.be.closeTo(value, tolerance);
}

describe("finite/stationary", () => {
  it("agrees with powers of the matrix of one population with two and three strategies", () => {
    for (const optionsOf of [pairwise, moran]) {
      for (const [strategies, size] of [
        [2, 9],
        [3, 5],
      ] as const) {
        const game = symmetricGame(randomTable(strategies, 31));
        const options = optionsOf([size], 0.8, 0.03);
        expectEqual(exact(game, options), restated(game, options), 1e-12);
      }
    }
  });

  it("agrees with powers of the matrix of two and of three populations", () => {
    const next = scattered(32);
    const two = playersGame([2, 3], () => [next(), next()]);
    const three = playersGame([2, 2, 2], () => [next(), next(), next()]);
    for (const optionsOf of [pairwise, moran]) {
      expectEqual(exact(two, optionsOf([3, 3], 0.6, 0.05)), restated(two, optionsOf([3, 3], 0.6, 0.05)), 1e-12);
      const sizes = [2, 3, 2];
      expectEqual(exact(three, optionsOf(sizes, 0.6, 0.05)), restated(three, optionsOf(sizes, 0.6, 0.05)), 1e-12);
    }
  });

  it("balances the flows between neighbours in detail, with two strategies (seed 91)", () => {
    forAll(91, 60, [twoByTwoTable, rule, fc.integer({ min: 2, max: 40 })], (table, kind, size) => {
      const options = kind === "moran" ? moran([size], 1, 0.01) : pairwise([size], 1, 0.01);
      const shares = exact(symmetricGame(table), options);
      const process = processOf(symmetricGame(table), options);
      const { lnUp, lnDown } = ladderOf(process, { population: 0, mutant: 0, residents: [1] }, 0.01);
      for (let k = 0; k < size; k++) {
        const up = Math.log(shares.get(`${k},${size - k}`) ?? 0) + (lnUp[k] ?? 0);
        const down = Math.log(shares.get(`${k + 1},${size - k - 1}`) ?? 0) + (lnDown[k + 1] ?? 0);
        expect(up).to.be.closeTo(down, 1e-10);
      }
      expect([...shares.values()].reduce((sum, value) => sum + value, 0)).to.be.closeTo(1, 1e-12);
    });
  });

  it("is binomial when every revision is a mutation to the other of two strategies: Ehrenfest's urn", () => {
    const size = 12;
    const shares = exact(HAWK_DOVE, pairwise([size], 1, 1));
    let ways = 1;
    for (let k = 0; k <= size; k++) {
      expect(shares.get(`${k},${size - k}`)).to.be.closeTo(ways / 2 ** size, 1e-14);
      ways = (ways * (size - k)) / (k + 1);
    }
  });

  it("takes 100,000 members: hawks gather where the replicator dynamics rests, 4/5", () => {
    const size = 100_000;
    const found = stationaryOf(processOf(HAWK_DOVE, pairwise([size], 1, 1e-9)));
    if (found.kind !== "exact") throw new Error(found.reason);
    const mean = found.states.reduce((sum, { counts, probability }) => sum + probability * (counts[0]?.[0] ?? 0), 0);
    expect(found.states).to.have.length(size + 1);
    expect(mean / size).to.be.closeTo(0.8, 1e-3);
  }).timeout(20_000);

  it("permutes with the strategies, in one population and in two", () => {
    const table = randomTable(3, 35);
    const order = [2, 0, 1];
    const renamed = order.map((i) => order.map((j) => table[i]?.[j] ?? Number.NaN));
    const options = moran([6], 0.7, 0.02);
    const [plain, permuted] = [exact(symmetricGame(table), options), exact(symmetricGame(renamed), options)];
    for (const [key, value] of permuted) {
      const counts = key.split(",");
      const original = order.map((_, s) => counts[order.indexOf(s)]).join();
      expect(value, key).to.be.closeTo(plain.get(original) ?? Number.NaN, 1e-13);
    }
    const payoff = (a: number, b: number): number[] => [a - 2 * b + a * b, 3 * a * b - b];
    const two = playersGame([2, 2], ([a = 0, b = 0]) => payoff(a, b));
    const swapped = playersGame([2, 2], ([b = 0, a = 0]) => payoff(a, b).toReversed());
    const [straight, crossed] = [exact(two, pairwise([4, 6], 1, 0.1)), exact(swapped, pairwise([6, 4], 1, 0.1))];
    for (const [key, value] of straight) {
      expect(crossed.get(key.split(";").toReversed().join(";"))).to.be.closeTo(value, 1e-13);
    }
  });

  it("comes to the small-mutation limit as mutations become rare, with the error shrinking in proportion", () => {
    const next = scattered(36);
    const games: readonly (readonly [Game, readonly number[]])[] = [
      [symmetricGame(randomTable(2, 37)), [8]],
      [symmetricGame(randomTable(3, 38)), [6]],
      [playersGame([2, 3], () => [next(), next()]), [4, 3]],
    ];
    for (const [game, sizes] of games) {
      for (const optionsOf of [pairwise, moran]) {
        const errors = [1e-5, 1e-7].map((mutation) => {
          const options = optionsOf(sizes, 0.5, mutation);
          const shares = exact(game, options);
          const { smallMutation, strategies } = finitePopulations(game, options, { seed: 1 });
          const differences = smallMutation.map(({ profile, probability }) => {
            const counts = strategies.map((names, p) =>
              names.map((name) => (name === profile[p] ? (sizes[p] ?? 0) : 0)),
            );
            return Math.abs((shares.get(keyOf(counts)) ?? 0) - probability);
          });
          return Math.max(...differences);
        });
        expect(errors[0]).to.be.lessThan(1e-3);
        expect((errors[1] ?? 1) / (errors[0] ?? 1)).to.be.closeTo(1e-2, 1e-3);
      }
    }
  });

  it("says why it is not computed: no mutation, or how many states there are", () => {
    const still = stationaryOf(processOf(HAWK_DOVE, pairwise([10], 1)));
    expect(still).to.have.property("kind", "not-computed");
    expect(still)
      .to.have.property("reason")
      .that.matches(/without mutation/);
    const large = stationaryOf(processOf(symmetricGame(randomTable(3, 3)), pairwise([100], 1, 0.1)));
    expect(large).to.have.property("kind", "not-computed");
    expect(large)
      .to.have.property("reason")
      .that.matches(/5151 states.*at most 3000.*smaller populations/);
  });

  it("two mutants of a kind take over at the ratio of their shares when mutations are rare", () => {
    const process = processOf(HAWK_DOVE, pairwise([10], 0.5, 1e-9));
    const fate = (mutant: number): number =>
      fixationOf(ladderOf(process, { population: 0, mutant, residents: [1 - mutant] }, 0)).lnProbability;
    const shares = exact(HAWK_DOVE, pairwise([10], 0.5, 1e-9));
    const ratio = Math.log((shares.get("10,0") ?? 0) / (shares.get("0,10") ?? 1));
    expect(ratio).to.be.closeTo(fate(0) - fate(1), 1e-6);
  });
});
