import { populationsOf, payoffsInto, readShares, stateOfShares } from "#game/dynamics/populations.ts";
import { normalFormOf, strategyPayoffs } from "#game/normalForm.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { gameOf, numbersOf, onePopulation, randomGame, randomState } from "../support/games.ts";
import { expectRefusal } from "../support/refusal.ts";

describe("populationsOf and payoffsInto", () => {
  it("average over the others as the normal form does, in games of every shape (seed 71)", () => {
    const next = numbersOf(71);
    for (const sizes of [[3], [1, 2], [2, 2], [4, 3], [2, 3, 2], [4, 4, 4, 4]]) {
      const game = randomGame(sizes, next);
      const form = populationsOf(game);
      const state = randomState(sizes, next);
      const payoffs = new Float64Array(form.length).fill(9);
      payoffsInto(form, Float64Array.from(state.flat()), payoffs);
      sizes.forEach((size, population) => {
        const expected = new Float64Array(size);
        strategyPayoffs(normalFormOf(game), population, state, expected);
        const from = form.ranges[population]?.from ?? -1;
        expected.forEach((payoff, i) => expect(payoffs[from + i]).to.be.closeTo(payoff, 1e-14));
      });
    }
  });

  it("let one population of a symmetric game meet itself: payoffs are the matrix times the shares", () => {
    const form = populationsOf(
      onePopulation([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 10],
      ]),
    );
    const payoffs = new Float64Array(3);
    payoffsInto(form, Float64Array.of(0.5, 0.25, 0.25), payoffs);
    expect([...payoffs]).to.deep.equal([1.75, 4.75, 8]);
    expect(form.ranges).to.deep.equal([{ from: 0, to: 3 }]);
  });

  it("refuse a symmetric game of players that are not alike", () => {
    const game = gameOf([2, 3], () => [0, 0]);
    expectRefusal(() => populationsOf({ ...game, symmetric: true }), "usage", /2 x 3/);
  });
});

describe("readShares", () => {
  const form = populationsOf(gameOf([2, 3], () => [0, 0]));

  it("refuses the wrong number of populations or shares, shares outside [0,1], sums other than 1, and NaN", () => {
    expectRefusal(() => readShares(form, [[1, 0]]), "usage", /2 populations, not 1/, /\[\[1,0\],\[1,0,0\]\]/);
    expectRefusal(() => readShares(form, [[1, 0], [1]]), "usage", /population 2 has 3 shares, not 1/);
    for (const bad of [
      [0.5, 0.6, 0],
      [-0.5, 1, 0.5],
      [Number.NaN, 1, 0],
      [Infinity, 0, 0],
    ]) {
      expectRefusal(() => readShares(form, [[1, 0], bad]), "usage", /with the sum 1/);
    }
  });

  it("reads shares in their order, scaled where their sum is off by rounding, and gives them back", () => {
    const state = [
      [0.25, 0.75],
      [0.5, 0.125, 0.375],
    ];
    expect(stateOfShares(form, readShares(form, state))).to.deep.equal(state);
    const third = 0.3333333333;
    const [, read = []] = stateOfShares(
      form,
      readShares(form, [
        [0.5, 0.5],
        [third, third, third],
      ]),
    );
    read.forEach((share) => expect(share).to.be.closeTo(1 / 3, 1e-16));
  });
});
