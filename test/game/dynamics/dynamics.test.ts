import { findsUnplayed, isBlurred, requireDynamics, type Dynamics } from "#game/dynamics/dynamics.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { ALL_DYNAMICS } from "../support/dynamics.ts";
import { onePopulation } from "../support/games.ts";
import { expectRefusal } from "../support/refusal.ts";

const check = (dynamics: Dynamics, payoff: number): void =>
  requireDynamics(dynamics, populationsOf(onePopulation([[1, payoff], [2, 3]]))); // prettier-ignore

describe("requireDynamics", () => {
  it("refuses parameters that are out of range or no number", () => {
    for (const value of [Number.NaN, Infinity, -1]) {
      expectRefusal(() => check({ kind: "replicator-mutator", mutation: value }, 1), "usage", /mutation is/, /0 to 1/);
      expectRefusal(() => check({ kind: "logit", noise: value }, 1), "usage", /noise/, /positive/);
      expectRefusal(() => check({ kind: "imitation", intensity: value }, 1), "usage", /intensity/, /positive/);
    }
    expectRefusal(() => check({ kind: "replicator-mutator", mutation: 1.01 }, 1), "usage", /mutation is 1.01/);
    expectRefusal(() => check({ kind: "logit", noise: 0 }, 1), "usage", /noise/);
    expectRefusal(() => check({ kind: "imitation", intensity: 0 }, 1), "usage", /intensity/);
  });

  it("refuses payoffs that are not positive where they are divided by or bred from, and nowhere else", () => {
    expectRefusal(() => check({ kind: "maynard-smith" }, 0), "usage", /maynard-smith/, /player 1/);
    expectRefusal(() => check({ kind: "replicator-mutator", mutation: 0.1 }, -1e-9), "usage", /0 or positive/);
    check({ kind: "maynard-smith" }, 1e-9);
    check({ kind: "replicator-mutator", mutation: 1 }, 0);
    check({ kind: "replicator-mutator", mutation: 0 }, 0);
    for (const kind of ["replicator", "smith", "bnn"] as const) check({ kind }, -5);
    check({ kind: "logit", noise: 1e-3 }, -5);
    check({ kind: "imitation", intensity: 1e3 }, -5);
  });
});

describe("isBlurred and findsUnplayed", () => {
  it("tell which dynamics have no pure rest point, and which take up what nobody plays", () => {
    const kinds = (which: (dynamics: Dynamics) => boolean) => ALL_DYNAMICS.filter(which).map(({ kind }) => kind);
    expect(kinds(isBlurred)).to.deep.equal(["replicator-mutator", "logit"]);
    expect(isBlurred({ kind: "replicator-mutator", mutation: 0 })).to.equal(false);
    expect(kinds(findsUnplayed)).to.deep.equal(["logit", "smith", "bnn"]);
  });
});
