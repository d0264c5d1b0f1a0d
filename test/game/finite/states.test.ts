import { pairwise, playersGame, randomTable, symmetricGame } from "./support/games.ts";
import { processOf } from "#game/finite/process.ts";
import { keyOf, stateCount, statesOf } from "#game/finite/states.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("finite/states", () => {
  it("are all divisions of the members among the strategies, in order", () => {
    const process = processOf(symmetricGame(randomTable(3, 1)), pairwise([2], 1));
    expect(statesOf(process).map(keyOf)).to.deep.equal(["0,0,2", "0,1,1", "0,2,0", "1,0,1", "1,1,0", "2,0,0"]);
  });

  it("are as many as are counted, each once, and none lacks a member", () => {
    for (const [strategies, sizes] of [
      [[2], [7]],
      [[4], [6]],
      [
        [2, 3],
        [5, 4],
      ],
      [
        [2, 1, 2],
        [3, 9, 2],
      ],
    ] as const) {
      const game =
        strategies.length === 1
          ? symmetricGame(randomTable(strategies[0], 2))
          : playersGame(strategies, () => strategies.map(() => 0));
      const process = processOf(game, pairwise(sizes, 1));
      const states = statesOf(process);
      expect(states).to.have.length(stateCount(process));
      expect(new Set(states.map(keyOf)).size).to.equal(states.length);
      for (const counts of states) {
        expect(counts.map((members) => members.reduce((sum, n) => sum + n, 0))).to.deep.equal([...sizes]);
      }
    }
  });

  it("are counted also where they could never be listed", () => {
    const process = processOf(symmetricGame(randomTable(4, 2)), pairwise([100_000], 1));
    expect(stateCount(process)).to.equal((100_001 * 100_002 * 100_003) / 6);
  });
});
