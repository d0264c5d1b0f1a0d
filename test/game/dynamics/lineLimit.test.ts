import type { State } from "#domain/game.ts";
import type { Dynamics } from "#game/dynamics/dynamics.ts";
import { lineLimit } from "#game/dynamics/lineLimit.ts";
import { isRestPoint } from "#game/dynamics/restPoint.ts";
import { populationsOf, type Populations } from "#game/dynamics/populations.ts";
import { simulateDynamics } from "#game/dynamics/simulateDynamics.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { ALL_DYNAMICS } from "../support/dynamics.ts";
import { gameOf, numbersOf, onePopulation, rockPaperScissors } from "../support/games.ts";

const LINES = ALL_DYNAMICS.filter(({ kind }) => !["logit", "replicator-mutator"].includes(kind));
/** The first strategy gains with the signs given, where nobody plays it and where everybody does. */
function gameWith(at0: number, at1: number, next: () => number) {
  const size = () => 0.5 + Math.round(10 * next()) / 10;
  return onePopulation([[2 + at1 * size(), 2 + at0 * size()], [2, 2]]); // prettier-ignore
}

function endAfter(dynamics: Dynamics, form: Populations, start: State, until: number): number {
  const options = { start, until, at: [until], rtol: 1e-9, atol: 1e-9 };
  return simulateDynamics(form, dynamics, options).states[0]?.[0]?.[0] ?? NaN;
}

const REPLICATOR = { kind: "replicator" } as const;

describe("lineLimit", () => {
  it("is where a long integration ends, for all signs of both gains, from both sides (seed 93)", () => {
    const next = numbersOf(93);
    for (const dynamics of LINES) {
      for (const [at0, at1] of [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
        [0, 1],
        [1, 0],
        [0, -1],
        [-1, 0],
      ] as const) {
        // prettier-ignore
        const form = populationsOf(gameWith(at0, at1, next));
        for (const x of [0.07, 0.93]) {
          const start = [[x, 1 - x]];
          if (isRestPoint(dynamics, form, start)) continue;
          const [limit] = lineLimit(dynamics, form, start) ?? [];
          // A gain of 0 at an end is approached like 1/t, or with BNN like its root, and so is any end with BNN.
          const slow = at0 * at1 === 0 || dynamics.kind === "bnn" ? 0.06 : 1e-8;
          expect(limit?.[0], `${dynamics.kind} ${at0} ${at1} ${x}`).to.be.closeTo(
            endAfter(dynamics, form, start, 3000),
            slow,
          );
        }
      }
    }
  });

  it("is rounded once: a balance at 1/3 is the double next to 1/3, from either side", () => {
    const form = populationsOf(onePopulation([[-2, 1], [0, 0]])); // prettier-ignore
    for (const start of [[[0.01, 0.99]], [[0.9, 0.1]]]) {
      expect(lineLimit(REPLICATOR, form, start)).to.deep.equal([[1 / 3, 2 / 3]]);
    }
    const finds = { kind: "smith" } as const;
    expect(lineLimit(finds, form, [[0, 1]])).to.deep.equal([[1 / 3, 2 / 3]]);
  });

  it("holds on the edges of larger games where strategies are copied, and only there", () => {
    const form = populationsOf(rockPaperScissors(1, 2));
    expect(lineLimit(REPLICATOR, form, [[0.9, 0.1, 0]])).to.deep.equal([[0, 1, 0]]);
    expect(lineLimit(REPLICATOR, form, [[0.1, 0, 0.9]])).to.deep.equal([[1, 0, 0]]);
    expect(lineLimit(REPLICATOR, form, [[0.1, 0.1, 0.8]])).to.equal(undefined);
    expect(lineLimit({ kind: "bnn" }, form, [[0.9, 0.1, 0]])).to.equal(undefined);
  });

  it("says nothing under noise and mutation, and of two populations", () => {
    const form = populationsOf(onePopulation([[2, 2], [1, 1]])); // prettier-ignore
    expect(lineLimit({ kind: "logit", noise: 0.1 }, form, [[0.5, 0.5]])).to.equal(undefined);
    expect(lineLimit({ kind: "replicator-mutator", mutation: 0.1 }, form, [[0.5, 0.5]])).to.equal(undefined);
    expect(lineLimit({ kind: "replicator-mutator", mutation: 0 }, form, [[0.5, 0.5]])).to.deep.equal([[1, 0]]);
    const two = populationsOf(gameOf([2, 2], ([i = 0, j = 0]) => [i, j]));
    expect(lineLimit(REPLICATOR, two, [[0.5, 0.5], [0.5, 0.5]])).to.equal(undefined); // prettier-ignore
  });
});
