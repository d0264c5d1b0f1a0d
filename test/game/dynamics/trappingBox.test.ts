import type { Dynamics } from "#game/dynamics/dynamics.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { protocolOf } from "#game/dynamics/protocol.ts";
import { trappingCorner } from "#game/dynamics/trappingBox.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { ALL_DYNAMICS } from "../support/dynamics.ts";
import { gameOf, numbersOf, onePopulation, randomGame, rockPaperScissors } from "../support/games.ts";

type Game = Parameters<typeof populationsOf>[0];

function corner(dynamics: Dynamics, game: Game, end: readonly number[], start: readonly number[] = end) {
  return trappingCorner(dynamics, populationsOf(game), Float64Array.from(start), Float64Array.from(end));
}

const SHOWN: readonly Dynamics[] = ALL_DYNAMICS.filter(({ kind }) => !["logit", "replicator-mutator"].includes(kind));
const REPLICATOR: Dynamics = { kind: "replicator" };
/** Hunters of stags win where more than 3/4 of the others hunt them. */
const STAG_HUNT = onePopulation([[4, 0], [3, 3]]); // prettier-ignore

describe("trappingCorner", () => {
  it("is the strict corner once the threshold is passed, by more than the margin, and nothing before", () => {
    for (const dynamics of SHOWN) {
      expect(corner(dynamics, STAG_HUNT, [0.76, 0.24]), dynamics.kind).to.deep.equal([[1, 0]]);
      expect(corner(dynamics, STAG_HUNT, [0.7499999, 0.2500001]), dynamics.kind).to.equal(undefined);
      // Most hunt stags here, but hares earn more.
      expect(corner(dynamics, STAG_HUNT, [0.74, 0.26]), dynamics.kind).to.deep.equal([[0, 1]]);
      expect(corner(dynamics, STAG_HUNT, [0.7500001, 0.2499999]), dynamics.kind).to.equal(undefined);
      expect(corner(dynamics, STAG_HUNT, [0.3, 0.7]), dynamics.kind).to.deep.equal([[0, 1]]);
    }
  });

  it("is the same for two populations, each with its own threshold", () => {
    // The first wants more than half of the others at 0, the second more than a quarter.
    const game = gameOf([2, 2], ([i, j]) => [i === j ? 1 : 0, i === j ? (j === 0 ? 3 : 1) : 0]);
    for (const dynamics of SHOWN) {
      expect(corner(dynamics, game, [0.6, 0.4, 0.6, 0.4]), dynamics.kind).to.deep.equal([[1, 0], [1, 0]]); // prettier-ignore
      expect(corner(dynamics, game, [0.6, 0.4, 0.4, 0.6]), dynamics.kind).to.equal(undefined);
      // The box reaches to the state, not to what the thresholds allow: no more than what is shown.
      expect(corner(dynamics, game, [0.4, 0.6, 0.4, 0.6]), dynamics.kind).to.equal(undefined);
      expect(corner(dynamics, game, [0.2, 0.8, 0.4, 0.6]), dynamics.kind).to.deep.equal([[0, 1], [0, 1]]); // prettier-ignore
    }
  });

  it("is nothing where equal payoffs, mutation or noise decide", () => {
    expect(corner(REPLICATOR, onePopulation([[1, 1], [1, 0]]), [0.999, 0.001])).to.equal(undefined); // prettier-ignore
    const [mutator, logit] = [
      { kind: "replicator-mutator", mutation: 1e-9 },
      { kind: "logit", noise: 1e-9 },
    ] as const;
    expect(corner(mutator, STAG_HUNT, [1, 0])).to.equal(undefined);
    expect(corner(logit, STAG_HUNT, [1, 0])).to.equal(undefined);
    expect(corner({ kind: "replicator-mutator", mutation: 0 }, STAG_HUNT, [0.9, 0.1])).to.deep.equal([[1, 0]]);
  });

  it("takes no share of the end for none that was there at the start", () => {
    const game = rockPaperScissors(1, 2);
    // Scissors are too few for a double, and will beat paper; without scissors paper stays.
    expect(corner(REPLICATOR, game, [1e-9, 1, 0], [0.2, 0.5, 0.3])).to.equal(undefined);
    expect(corner(REPLICATOR, game, [1e-9, 1, 0], [0.5, 0.5, 0])).to.deep.equal([[0, 1, 0]]);
    expect(corner({ kind: "smith" }, game, [1e-9, 1, 0], [0.5, 0.5, 0])).to.equal(undefined);
  });

  it("asks of BNN that nothing else is above the mean: a second best strategy may gain at first", () => {
    // Against anybody: 10, 9, 0. From (1/2, 0, 1/2) the mean is 5, and the second strategy grows too.
    const game = onePopulation([10, 9, 0].map((payoff) => [payoff, payoff, payoff]));
    expect(corner({ kind: "bnn" }, game, [0.5, 0, 0.5])).to.equal(undefined);
    expect(corner({ kind: "bnn" }, game, [0.85, 0.05, 0.1])).to.equal(undefined);
    expect(corner({ kind: "bnn" }, game, [0.91, 0.05, 0.04])).to.deep.equal([[1, 0, 0]]);
    expect(corner({ kind: "smith" }, game, [0.34, 0.33, 0.33])).to.deep.equal([[1, 0, 0]]);
  });

  it("is kept by the field: in the box of three populations the best share grows everywhere (seed 76)", () => {
    const next = numbersOf(76);
    const sizes = [2, 3, 2];
    let shown = 0;
    for (let run = 0; run < 400; run++) {
      const game = randomGame(sizes, next, 0.1, 2);
      const beside = [next(), next(), next()].map((share) => share / 3);
      const at = (scale: number) =>
        sizes.flatMap((size, p) => {
          const rest = scale * (beside[p] ?? 0);
          const split = size === 3 ? next() : 1;
          return size === 3 ? [1 - rest, rest * split, rest * (1 - split)] : [1 - rest, rest];
        });
      const form = populationsOf(game);
      for (const dynamics of SHOWN) {
        const found = corner(dynamics, game, at(1));
        if (found === undefined || found.some(([first]) => first !== 1)) continue;
        shown++;
        const { velocityInto } = protocolOf(dynamics);
        const rates = new Float64Array(form.length);
        for (let probe = 0; probe < 20; probe++) {
          velocityInto(form, Float64Array.from(at(next())), rates);
          for (const place of [0, 2, 5]) expect(rates[place], dynamics.kind).to.be.above(0);
        }
      }
    }
    expect(shown).to.be.above(50);
  });
});
