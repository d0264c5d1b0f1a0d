import { protocolOf } from "#game/dynamics/protocol.ts";
import type { Dynamics } from "#game/dynamics/dynamics.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { ALL_DYNAMICS } from "../support/dynamics.ts";
import { field, gapQuad, forAll, share, twoByTwo } from "../support/twoByTwo.ts";
import { numbersOf, onePopulation, randomGame, randomState } from "../support/games.ts";

function velocityOf(dynamics: Dynamics, game: Parameters<typeof populationsOf>[0], state: readonly number[]) {
  const form = populationsOf(game);
  const out = new Float64Array(form.length);
  protocolOf(dynamics).velocityInto(form, Float64Array.from(state), out);
  return [...out];
}

describe("protocolOf", () => {
  it("is the field of two populations for the replicator (seed 73)", () => {
    forAll(73, 100, [gapQuad, share, share], (quad, x, y) => {
      const [dx, dy] = field(quad, x, y);
      const found = velocityOf({ kind: "replicator" }, twoByTwo(...quad), [x, 1 - x, y, 1 - y]);
      [dx, -dx, dy, -dy].forEach((rate, i) => expect(found[i]).to.be.closeTo(rate, 1e-14));
    });
  });

  it("adds up to 0 in every population, whatever the dynamics, and does not change the state (seed 74)", () => {
    const next = numbersOf(74);
    const sizes = [3, 2, 4];
    for (const dynamics of ALL_DYNAMICS) {
      const game = randomGame(sizes, next, 0.1, 2);
      const state = randomState(sizes, next).flat();
      const copy = [...state];
      const rates = velocityOf(dynamics, game, state);
      expect(state).to.deep.equal(copy);
      for (const [from, to] of [
        [0, 3],
        [3, 5],
        [5, 9],
      ] as const) {
        expect(rates.slice(from, to).reduce((a, b) => a + b)).to.be.closeTo(0, 1e-15);
        expect(Math.max(...rates.slice(from, to).map(Math.abs)), dynamics.kind).to.be.above(1e-6);
      }
    }
  });

  it("grows logs where only copies are made, and says so", () => {
    const game = onePopulation([[1, 5], [2, 3]]); // prettier-ignore
    const form = populationsOf(game);
    for (const dynamics of ALL_DYNAMICS) {
      const { imitative, growthInto, velocityInto } = protocolOf(dynamics);
      const copies = ["replicator", "maynard-smith", "imitation"].includes(dynamics.kind);
      expect(imitative, dynamics.kind).to.equal(copies);
      expect(growthInto !== undefined).to.equal(copies);
      if (growthInto === undefined) continue;
      const state = Float64Array.of(0.25, 0.75);
      const [growth, rates] = [new Float64Array(2), new Float64Array(2)];
      growthInto(form, state, growth);
      velocityInto(form, state, rates);
      rates.forEach((rate, i) => expect(rate).to.equal((growth[i] ?? NaN) * (state[i] ?? NaN)));
    }
  });

  it("does not care for what is added to all strategies of a population alike, except for two dynamics (seed 75)", () => {
    const next = numbersOf(75);
    const sizes = [3, 3];
    const game = randomGame(sizes, next, 1, 2);
    const bonus = [0.5, 1.25, 0.25];
    // What the first player earns more depends on the second player's strategy alone.
    const shifted = {
      ...game,
      payoffs: game.payoffs.map(({ profile, payoff }) => ({
        profile,
        payoff: [(payoff[0] ?? 0) + (bonus[Number(profile[1]?.slice(1))] ?? 0), payoff[1] ?? 0],
      })),
    };
    const state = randomState(sizes, next).flat();
    for (const dynamics of ALL_DYNAMICS) {
      const [plain, moved] = [velocityOf(dynamics, game, state), velocityOf(dynamics, shifted, state)];
      const change = Math.max(...plain.map((rate, i) => Math.abs(rate - (moved[i] ?? NaN))));
      if (["maynard-smith", "replicator-mutator"].includes(dynamics.kind)) expect(change).to.be.above(1e-4);
      else expect(change, dynamics.kind).to.be.below(1e-14);
    }
  });
});
