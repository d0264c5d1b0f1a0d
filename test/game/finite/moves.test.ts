import { after, movesAt } from "#game/finite/moves.ts";
import { processOf, type Counts, type FiniteOptions } from "#game/finite/process.ts";
import { statesOf } from "#game/finite/states.ts";
import type { Game } from "#domain/game.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { moran, nextStates, pairwise, playersGame, randomTable, scattered, symmetricGame } from "./support/games.ts";

/** Compares every state's moves with the restatement member by member. */
function compare(game: Game, options: FiniteOptions): void {
  const process = processOf(game, options);
  const table = (population: number, profile: readonly number[]): number => {
    const names = profile.map((s) => `s${s}`).join();
    return game.payoffs.find((entry) => entry.profile.join() === names)?.payoff[population] ?? Number.NaN;
  };
  for (const counts of statesOf(process)) {
    const expected = nextStates(table, counts, options, game.symmetric);
    const moves = movesAt(process, counts);
    const found = new Map(moves.map((move) => [JSON.stringify(after(counts, move)), move.probability]));
    expect(found.size, "one move per change").to.equal(moves.length);
    expected.delete(JSON.stringify(counts));
    for (const [key, probability] of expected) {
      expect(found.get(key) ?? 0, `${JSON.stringify(counts)} to ${key}`).to.be.closeTo(probability, 1e-14);
    }
    for (const key of found.keys()) expect(expected.has(key), key).to.equal(true);
  }
}

describe("finite/moves", () => {
  const processes: Record<string, (sizes: readonly number[], mutation: number) => FiniteOptions> = {
    "pairwise comparison": (sizes, mutation) => pairwise(sizes, 0.7, mutation),
    "Moran, exp": (sizes, mutation) => moran(sizes, 0.7, mutation),
    "Moran, linear": (sizes, mutation) => ({ sizes, rule: "moran", fitness: "linear", beta: 0.3, mutation }),
  };
  for (const [name, optionsOf] of Object.entries(processes)) {
    it(`of ${name} are what happens member by member, in one population and in several`, () => {
      const next = scattered(3);
      for (const mutation of [0, 0.1, 1]) {
        compare(symmetricGame(randomTable(2, 1)), optionsOf([5], mutation));
        compare(symmetricGame(randomTable(3, 2)), optionsOf([4], mutation));
        const two = playersGame([2, 3], () => [next(), next()]);
        compare(two, optionsOf([3, 4], mutation));
        const three = playersGame([2, 2, 1], () => [next(), next(), next()]);
        compare(three, optionsOf([2, 3, 2], mutation));
      }
    });
  }

  it("are none where everybody is alike and nobody mutates", () => {
    const process = processOf(symmetricGame(randomTable(3, 4)), moran([10], 1));
    expect(movesAt(process, [[0, 10, 0]])).to.deep.equal([]);
  });

  it("do not depend on a strategy that nobody plays, however fit it would be", () => {
    const table = [
      [0, 1, 0],
      [2, 0, 0],
      [1e7, 1e7, 0],
    ];
    const [with3, with2] = [symmetricGame(table), symmetricGame(table.slice(0, 2).map((row) => row.slice(0, 2)))];
    const found = movesAt(processOf(with3, moran([10], 1)), [[4, 6, 0]]);
    const expected = movesAt(processOf(with2, moran([10], 1)), [[4, 6]]);
    expect(found.map(({ probability }) => probability)).to.deep.equal(expected.map(({ probability }) => probability));
  });

  it("lead to the state with one member moved, and leave the old one as it was", () => {
    const counts: Counts = [
      [3, 0],
      [1, 1],
    ];
    expect(after(counts, { population: 1, from: 1, to: 0, probability: 1 })).to.deep.equal([
      [3, 0],
      [2, 0],
    ]);
    expect(counts[1]).to.deep.equal([1, 1]);
  });
});
