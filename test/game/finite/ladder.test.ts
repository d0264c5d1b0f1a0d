import { countsAt, ladderOf } from "#game/finite/ladder.ts";
import { after, movesAt } from "#game/finite/moves.ts";
import { processOf } from "#game/finite/process.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { moran, pairwise, playersGame, randomTable, scattered, symmetricGame } from "./support/games.ts";

describe("finite/ladder", () => {
  for (const optionsOf of [pairwise, moran]) {
    for (const mutation of [0, 0.05, 1]) {
      it(`moves up and down as the process does: ${optionsOf([9], 1).rule}, mutation ${mutation}`, () => {
        const process = processOf(symmetricGame(randomTable(2, 8)), optionsOf([9], 1.3, mutation));
        const invasion = { population: 0, mutant: 1, residents: [0] };
        const { lnUp, lnDown, size } = ladderOf(process, invasion, mutation);
        expect(size).to.equal(9);
        for (let k = 0; k <= 9; k++) {
          const moves = movesAt(process, countsAt(process, invasion, k));
          const to = (strategy: number): number => moves.find((move) => move.to === strategy)?.probability ?? 0;
          expect(Math.exp(lnUp[k] ?? 0), `up from ${k}`).to.be.closeTo(to(1), 1e-15);
          expect(Math.exp(lnDown[k] ?? 0), `down from ${k}`).to.be.closeTo(to(0), 1e-15);
        }
      });
    }

    it(`of ${optionsOf([9], 1).rule} goes down over up by e^-advantage without mutation`, () => {
      const process = processOf(symmetricGame(randomTable(3, 9)), optionsOf([9], 2));
      const { lnUp, lnDown, advantage } = ladderOf(process, { population: 0, mutant: 2, residents: [1] }, 0);
      for (let k = 1; k < 9; k++) {
        expect((lnUp[k] ?? 0) - (lnDown[k] ?? 0)).to.be.closeTo(advantage[k] ?? Number.NaN, 1e-13);
      }
      expect([advantage[0], advantage[9], lnUp[0], lnUp[9], lnDown[0], lnDown[9]]).to.deep.equal([
        0,
        0,
        ...Array.from({ length: 4 }, () => -Infinity),
      ]);
    });
  }

  it("has one advantage for all numbers of mutants where the opponents are another population", () => {
    const next = scattered(12);
    const game = playersGame([2, 3], () => [next(), next()]);
    const process = processOf(game, pairwise([5, 6], 2));
    const invasion = { population: 1, mutant: 2, residents: [1, 0] };
    const earned = (strategy: string): number =>
      game.payoffs.find(({ profile }) => profile.join() === `s1,${strategy}`)?.payoff[1] ?? Number.NaN;
    const { advantage } = ladderOf(process, invasion, 0);
    for (const k of [1, 3, 5]) expect(advantage[k]).to.be.closeTo(2 * (earned("s2") - earned("s0")), 1e-14);
    expect(countsAt(process, invasion, 2)).to.deep.equal([
      [0, 5],
      [4, 0, 2],
    ]);
    const moves = movesAt(process, countsAt(process, invasion, 2)).map((move) =>
      after(countsAt(process, invasion, 2), move),
    );
    expect(moves).to.have.length(2);
  });
});
