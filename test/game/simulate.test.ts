import type { Game, State } from "#domain/game.ts";
import { simulate, type SimulateOptions } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { numbersOf, randomGame, randomState, rockPaperScissors } from "./support/games.ts";
import { expectRefusal } from "./support/refusal.ts";
import { forAll, gapQuad, share, sharesOf, stateOf, twoByTwo } from "./support/twoByTwo.ts";

const GAME = twoByTwo(-0.5, -0.5, 2.5, 2.5);
const EXACT: SimulateOptions = { start: stateOf(0.5, 0.5), until: 10, method: { kind: "exact" } };

function expectRefused(change: Partial<SimulateOptions>, pattern: RegExp): void {
  expectRefusal(() => simulate(GAME, { ...EXACT, ...change }), "usage", pattern);
}

describe("simulate", () => {
  it("refuses what is no number, out of range, or does not fit the game", () => {
    for (const until of [Number.NaN, -1, Infinity]) expectRefused({ until }, /until is/);
    expectRefused({ start: stateOf(Number.NaN, 0.5) }, /NaN/);
    expectRefused({ start: stateOf(1.5, 0.5) }, /\[0,1\]/);
    expectRefused({ start: [[1, 0]] }, /2 populations/);
    for (const step of [0, -1, Number.NaN, Infinity]) expectRefused({ method: { kind: "euler", step } }, /step is/);
    expectRefused({ method: { kind: "exact", rtol: 0 } }, /rtol is 0/);
    expectRefused({ method: { kind: "exact", atol: Number.NaN } }, /atol is NaN/);
    for (const at of [[-1], [11], [Number.NaN], [3, 2], [2, 2]]) expectRefused({ at }, /out of range or out of order/);
    expectRefused({ dynamics: { kind: "maynard-smith" } }, /positive/);
    expectRefused({ dynamics: { kind: "logit", noise: 0 } }, /noise/);
    for (const dynamics of [{ kind: "smith" }, { kind: "replicator-mutator", mutation: 2 }] as const) {
      expectRefused({ dynamics, until: Number.NaN }, /until is/);
      expectRefused({ dynamics, at: [11] }, /out of range/);
      expectRefused({ dynamics, method: { kind: "exact", rtol: 0 } }, /rtol is 0/);
      expectRefused({ dynamics, method: { kind: "euler", step: 0 } }, /step is 0/);
    }
    expectRefusal(() => simulate({ ...GAME, symmetric: true }, EXACT), "usage", /1 populations, not 2/);
  });

  it("reports from 0 to the end, or exactly the times asked for, with both methods", () => {
    for (const method of [{ kind: "exact" }, { kind: "euler", step: 0.25 }] as const) {
      const all = simulate(GAME, { ...EXACT, method });
      expect([all.times[0], all.times.at(-1)]).to.deep.equal([0, 10]);
      expect(all.states).to.have.length(all.times.length);
      const some = simulate(GAME, { ...EXACT, method, at: [0.1, 7, 10] });
      expect(some.times).to.deep.equal([0.1, 7, 10]);
      expect(some.states).to.have.length(3);
      expect(some.limit).to.deep.equal(all.limit);
      expect(simulate(GAME, { ...EXACT, method, at: [] }).times).to.deep.equal([]);
    }
  });

  it("has exact limits that do not depend on how long it runs, where Euler only sees the end", () => {
    const short = simulate(GAME, { ...EXACT, until: 0.1 });
    expect(short.limit).to.deep.equal({
      kind: "point",
      shares: [
        [1, 0],
        [1, 0],
      ],
    });
    expect(simulate(GAME, { ...EXACT, until: 0.1, method: { kind: "euler", step: 0.1 } }).limit.kind).to.equal(
      "unresolved",
    );
  });

  it("is met by Euler as the step shrinks, in proportion to it", () => {
    const exact = sharesOf(simulate(GAME, { ...EXACT, until: 1, at: [1] }).states[0])[0];
    const error = (step: number): number =>
      Math.abs(
        sharesOf(simulate(GAME, { ...EXACT, until: 1, method: { kind: "euler", step } }).states.at(-1))[0] - exact,
      );
    expect(error(0.01) / error(0.005)).to.be.closeTo(2, 0.1);
  });

  it("takes one population, more strategies, more populations and other dynamics, by both methods", () => {
    const next = numbersOf(65);
    const cases = [
      { ...GAME, symmetric: true },
      rockPaperScissors(2, 1),
      randomGame([2, 2, 2], next, 0.1, 1),
      randomGame([3, 1], next, 0.1, 1),
      randomGame([2, 2], next, 0.1, 1),
    ];
    for (const game of cases) {
      const sizes = game.players.map(({ strategies }) => strategies.length);
      const start = randomState(game.symmetric ? sizes.slice(0, 1) : sizes, next);
      for (const dynamics of [{ kind: "replicator" }, { kind: "bnn" }] as const) {
        for (const method of [{ kind: "exact" }, { kind: "euler", step: 0.01 }] as const) {
          const { states, times, status } = simulate(game, { start, until: 2, at: [0, 2], dynamics, method });
          expect(times).to.deep.equal([0, 2]);
          expect(states[0]?.map((shares) => shares.length)).to.deep.equal(start.map((shares) => shares.length));
          expect(states[1]).not.to.deep.equal(states[0]);
          expect(status).to.equal("completed");
        }
      }
    }
  });

  it("keeps the exact code for two by two: the replicator named and not named are the same, to the last digit", () => {
    const named = simulate(GAME, { ...EXACT, dynamics: { kind: "replicator" } });
    expect(named).to.deep.equal(simulate(GAME, EXACT));
    expect(named.limit.kind).to.equal("point");
    // Closed orbits are known to be closed there and nowhere else.
    const cycling = twoByTwo(1, -1, -1, 1);
    expect(simulate(cycling, { ...EXACT, start: stateOf(0.3, 0.4) }).limit.kind).to.equal("closed-orbit");
    const imitating = { ...EXACT, start: stateOf(0.3, 0.4), dynamics: { kind: "imitation", intensity: 1 } as const };
    expect(simulate(cycling, imitating).limit.kind).to.equal("unresolved");
  });

  it("takes larger tolerances for fewer steps", () => {
    const rough = simulate(GAME, { ...EXACT, method: { kind: "exact", rtol: 1e-4, atol: 1e-4 } });
    const fine = simulate(GAME, EXACT);
    expect(rough.steps).to.be.below(fine.steps / 3);
    expect(rough.errorEstimate).to.be.above(100 * fine.errorEstimate);
  });

  it("answers a relabelled game with the relabelled orbit (seed 64)", () => {
    forAll(64, 60, [gapQuad, share, share], (quad, x, y) => {
      const game = twoByTwo(...quad);
      const [row, column] = game.players;
      if (row === undefined || column === undefined) throw new Error("two players");
      const orbit = (of: Game, start: State) =>
        simulate(of, { start, until: 3, at: [1, 3], method: { kind: "exact" } });
      const original = orbit(game, stateOf(x, y));
      const renamed = { ...game, players: [{ ...row, strategies: ["D", "C"] }, column] };
      const swapped = {
        ...game,
        players: [column, row],
        payoffs: game.payoffs.map(({ profile, payoff }) => ({
          profile: profile.toReversed(),
          payoff: payoff.toReversed(),
        })),
      };
      const [a, b] = [
        orbit(renamed, [
          [1 - x, x],
          [y, 1 - y],
        ]),
        orbit(swapped, stateOf(y, x)),
      ];
      original.states.forEach((state, i) => {
        const [p, q] = sharesOf(state);
        expect(1 - sharesOf(a.states[i])[0]).to.be.closeTo(p, 1e-9);
        expect(sharesOf(a.states[i])[1]).to.be.closeTo(q, 1e-9);
        expect(sharesOf(b.states[i])[1]).to.be.closeTo(p, 1e-9);
      });
      if (original.limit.kind === "point" && a.limit.kind === "point" && b.limit.kind === "point") {
        const [p, q] = sharesOf(original.limit.shares);
        expect(sharesOf(a.limit.shares)).to.deep.equal([1 - p, q]);
        expect(sharesOf(b.limit.shares)).to.deep.equal([q, p]);
      } else {
        expect([original.limit.kind, a.limit.kind, b.limit.kind]).to.deep.equal(Array(3).fill("closed-orbit"));
      }
    });
  });
});
