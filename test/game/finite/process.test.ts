import { processOf, type FiniteOptions } from "#game/finite/process.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { moran, pairwise, playersGame, symmetricGame } from "./support/games.ts";

const TABLE = [
  [3, 0],
  [5, 1],
];

describe("finite/process", () => {
  it("lets nobody play against itself in one population", () => {
    const { payoffsAt } = processOf(symmetricGame(TABLE), pairwise([10], 1));
    // Four others like itself and five unlike, who pay the first strategy nothing; the least payoff is 0.
    const [first, second] = payoffsAt([[5, 5]], 0);
    expect(first).to.be.closeTo((4 * 3) / 9, 1e-15);
    expect(second).to.be.closeTo((5 * 5 + 4 * 1) / 9, 1e-15);
  });

  it("averages over the other population's members, less the least payoff of the player's table", () => {
    const game = playersGame([2, 3], ([a = 0, b = 0]) => [10 * a + b - 7, a - b]);
    const { payoffsAt } = processOf(game, pairwise([4, 10], 1));
    const counts = [
      [1, 3],
      [5, 3, 2],
    ];
    expect([...payoffsAt(counts, 0)].map((value) => Math.round(value * 1e12) / 1e12)).to.deep.equal([0.7, 10.7]);
    expect([...payoffsAt(counts, 1)]).to.deep.equal([2.75, 1.75, 0.75]);
  });

  it("keeps the digits of differences under a common offset of 1e12", () => {
    const lifted = TABLE.map((row) => row.map((value) => value / 8 + 1e12));
    const { payoffsAt } = processOf(symmetricGame(lifted), pairwise([3], 1));
    expect([...payoffsAt([[2, 1]], 0)]).to.deep.equal([3 / 16, 5 / 8]);
  });

  it("has exponential fitness unless linear fitness 1 - beta + beta payoff is asked for", () => {
    const game = symmetricGame(TABLE.map((row) => row.map((value) => value + 2)));
    const exp = processOf(game, moran([5], 0.5));
    const linear = processOf(game, { sizes: [5], rule: "moran", fitness: "linear", beta: 0.5, mutation: 0 });
    expect(exp.lnFitness(0, 3) - exp.lnFitness(0, 1)).to.equal(1);
    expect(processOf(game, { sizes: [5], rule: "moran", beta: 0.5, mutation: 0 }).lnFitness(0, 3)).to.equal(1.5);
    // A payoff of 3 above the least, which is 2.
    expect(linear.lnFitness(0, 3)).to.be.closeTo(Math.log(1 - 0.5 + 0.5 * 5), 1e-15);
  });

  const refused: readonly (readonly [string, Partial<FiniteOptions>, RegExp])[] = [
    ["no size", { sizes: [] }, /sizes: 0 given for one population.*symmetric/],
    ["too many sizes", { sizes: [5, 5] }, /sizes: 2 given for one population/],
    ["a population of one", { sizes: [1] }, /a population of 1 members.*from 2 to 100000/],
    ["a broken number of members", { sizes: [2.5] }, /2\.5/],
    ["a size that is no number", { sizes: [Number.NaN] }, /NaN/],
    ["too large a population", { sizes: [100_001] }, /100001/],
    ["no beta", { beta: Number.NaN }, /selection is NaN/],
    ["a negative beta", { beta: -1 }, /selection is -1/],
    ["an infinite beta", { beta: Infinity }, /selection is Infinity/],
    ["no mutation probability", { mutation: Number.NaN }, /mutation probability is NaN/],
    ["a mutation probability above 1", { mutation: 1.01 }, /1\.01.*from 0 to 1/],
    ["a negative mutation probability", { mutation: -0.1 }, /-0\.1/],
    ["fitness in pairwise comparison", { fitness: "exp" }, /pairwise comparison has no fitness/],
    ["linear fitness beyond beta 1", { rule: "moran", fitness: "linear", beta: 1.5 }, /beta 1\.5.*from 0 to 1/],
    ["linear fitness of 0", { rule: "moran", fitness: "linear", beta: 1 }, /is 0 at the payoff 0.*exp/],
    ["selection beyond all digits", { beta: 1e9 }, /too strong.*smaller beta/],
  ];
  for (const [name, change, message] of refused) {
    it(`refuses ${name}`, () => {
      const options = { ...pairwise([10], 1), ...change };
      expectRefusal(() => processOf(symmetricGame(TABLE), options), "usage", message);
    });
  }

  it("refuses one size for two populations", () => {
    const game = playersGame([2, 2], () => [0, 0]);
    expectRefusal(
      () => processOf(game, pairwise([10], 1)),
      "usage",
      /sizes: 1 given for 2 populations.*one size per player/,
    );
  });
});
