import type { State } from "#domain/game.ts";
import type { Dynamics } from "#game/dynamics/dynamics.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { isRestPoint } from "#game/dynamics/restPoint.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { gameOf, onePopulation, rockPaperScissors } from "../support/games.ts";

const rests = (dynamics: Dynamics, game: Parameters<typeof populationsOf>[0], start: State): boolean =>
  isRestPoint(dynamics, populationsOf(game), start);

const THIRD = 0.3333333333333333;
const COPIES: readonly Dynamics[] = [
  { kind: "replicator" },
  { kind: "maynard-smith" },
  { kind: "imitation", intensity: 2 },
];
const FINDS: readonly Dynamics[] = [{ kind: "smith" }, { kind: "bnn" }];

describe("isRestPoint", () => {
  it("takes shares as the decimals that they are written as: 0.3 balances payoffs that 0.3 in binary does not", () => {
    // Hawk and dove with value 3 and cost 10 balance at 0.3 hawks.
    const game = onePopulation([[-3.5, 3], [0, 1.5]]); // prettier-ignore
    for (const dynamics of [...COPIES, ...FINDS]) {
      expect(rests(dynamics, game, [[0.3, 0.7]]), dynamics.kind).to.equal(true);
      expect(rests(dynamics, game, [[0.30000000000000004, 0.7]]), dynamics.kind).to.equal(false);
      expect(rests(dynamics, rockPaperScissors(1, 1), [[THIRD, THIRD, THIRD]])).to.equal(true);
    }
  });

  it("holds at every corner and face of indifference where only copies are made, and at Nash equilibria else", () => {
    const game = onePopulation([[-3.5, 3], [0, 1.5]]); // prettier-ignore
    for (const dynamics of COPIES) expect(rests(dynamics, game, [[1, 0]])).to.equal(true);
    for (const dynamics of FINDS) expect(rests(dynamics, game, [[1, 0]])).to.equal(false);
    // Strict equilibria at (0, 0) and (1, 1), none at (0, 1).
    const coordination = gameOf([2, 2], ([i, j]) => (i === j ? [2, 1] : [0, 0]));
    for (const dynamics of FINDS) {
      expect(rests(dynamics, coordination, [[1, 0], [1, 0]])).to.equal(true); // prettier-ignore
      expect(rests(dynamics, coordination, [[1, 0], [0, 1]])).to.equal(false); // prettier-ignore
    }
  });

  it("wants every population at rest", () => {
    const game = gameOf([2, 2], ([i = 0]) => [i, 0.1]);
    expect(rests({ kind: "smith" }, game, [[0, 1], [0.4, 0.6]])).to.equal(true); // prettier-ignore
    expect(rests({ kind: "smith" }, game, [[0.5, 0.5], [0.4, 0.6]])).to.equal(false); // prettier-ignore
  });

  it("holds for logit only at equal shares with equal payoffs", () => {
    const logit: Dynamics = { kind: "logit", noise: 0.1 };
    expect(rests(logit, rockPaperScissors(1, 1), [[THIRD, THIRD, THIRD]])).to.equal(true);
    expect(rests(logit, rockPaperScissors(1, 1), [[0.3, 0.4, 0.3]])).to.equal(false);
    expect(rests(logit, onePopulation([[1, 2], [1, 1]]), [[0.5, 0.5]])).to.equal(false); // prettier-ignore
    expect(rests(logit, onePopulation([[1, 1], [1, 1]]), [[0.4, 0.6]])).to.equal(false); // prettier-ignore
  });

  it("holds for the replicator-mutator where what is bred has the shares of what is there", () => {
    // Payoffs a = 3 and 1: a x (1 - mu) + (1 - x) mu = x (a x + 1 - x). At mu = 1/2 half of all that is bred is of each; at
    // x = 3/4 the mean is 5/2, and 9/4 (1 - mu) + mu/4 = 15/8 gives mu = 3/16.
    const game = onePopulation([[3, 3], [1, 1]]); // prettier-ignore
    expect(rests({ kind: "replicator-mutator", mutation: 0.5 }, game, [[0.5, 0.5]])).to.equal(true);
    expect(rests({ kind: "replicator-mutator", mutation: 0.1875 }, game, [[0.75, 0.25]])).to.equal(true);
    expect(rests({ kind: "replicator-mutator", mutation: 0.1876 }, game, [[0.75, 0.25]])).to.equal(false);
    expect(rests({ kind: "replicator-mutator", mutation: 0.7 }, onePopulation([[2]]), [[1]])).to.equal(true);
    // Three alike: mutation leads to equal shares.
    const alike = onePopulation([1, 1, 1].map((payoff) => [payoff, payoff, payoff]));
    expect(rests({ kind: "replicator-mutator", mutation: 0.2 }, alike, [[THIRD, THIRD, THIRD]])).to.equal(true);
    expect(rests({ kind: "replicator-mutator", mutation: 0.2 }, alike, [[0.5, 0.25, 0.25]])).to.equal(false);
    expect(rests({ kind: "replicator-mutator", mutation: 0.4 }, game, [[0.5, 0.5]])).to.equal(false);
    expect(rests({ kind: "replicator-mutator", mutation: 0 }, game, [[1, 0]])).to.equal(true);
    expect(rests({ kind: "replicator-mutator", mutation: 0.1 }, game, [[1, 0]])).to.equal(false);
  });
});
