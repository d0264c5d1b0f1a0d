import { invasionsOf, monomorphicStates } from "#game/finite/invasions.ts";
import { processOf } from "#game/finite/process.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { pairwise, playersGame, randomTable, symmetricGame } from "./support/games.ts";

describe("finite/invasions", () => {
  it("lead from every strategy of one population to every other", () => {
    const process = processOf(symmetricGame(randomTable(3, 1)), pairwise([5], 1));
    expect(monomorphicStates(process)).to.deep.equal([[0], [1], [2]]);
    expect(invasionsOf(process).map(({ from, to, invasion }) => [from, to, invasion.mutant])).to.deep.equal([
      [0, 1, 1],
      [0, 2, 2],
      [1, 0, 0],
      [1, 2, 2],
      [2, 0, 0],
      [2, 1, 1],
    ]);
  });

  it("lead between profiles of several populations that differ in one population, to just that one", () => {
    const process = processOf(
      playersGame([2, 3, 1], () => [0, 0, 0]),
      pairwise([3, 3, 3], 1),
    );
    const states = monomorphicStates(process);
    expect(states.slice(0, 4)).to.deep.equal([
      [0, 0, 0],
      [0, 1, 0],
      [0, 2, 0],
      [1, 0, 0],
    ]);
    const passages = invasionsOf(process);
    expect(passages).to.have.length(6 * (1 + 2));
    for (const { from, to, invasion } of passages) {
      expect(invasion.residents).to.deep.equal(states[from]);
      expect(states[to]).to.deep.equal(invasion.residents.with(invasion.population, invasion.mutant));
    }
  });
});
