import { analyze } from "#game/analyze.ts";
import type { Game } from "#domain/game.ts";
import { minus, plus, rational, textOf, toDouble, type Rational } from "#game/rational.ts";
import { breakpoints, type Breakpoint } from "#game/threshold/breakpoints.ts";
import type { AffineGame } from "#game/threshold/affineGame.ts";
import { gameAt } from "#game/threshold/gameAt.ts";
import { outcomeGains, type Outcome } from "#game/threshold/outcomeGains.ts";
import { partition, type Status } from "#game/threshold/partition.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact, gameOf, type Line } from "../support/affine.ts";
import { forAll } from "../support/twoByTwo.ts";

function breakpointsOf(game: AffineGame, outcome: Outcome): readonly Breakpoint[] {
  const gains = outcomeGains(game, outcome);
  return breakpoints(game, outcome, gains, partition(gains));
}

function brief({ at, below, here, above, vanishing, transition, interior }: Breakpoint) {
  return {
    at: textOf(at),
    statuses: [below, here, above].join(" "),
    zero: vanishing.map(({ gap, name }) => gap ?? name).join(" "),
    transition,
    ...(interior === undefined
      ? {}
      : { interior: [interior.below, interior.above, ...(interior.at ?? []).map(textOf)].join(" ") }),
  };
}

/** The engine's analysis of the game at the value calls the outcome what the status says. */
function expectStatus(game: AffineGame, outcome: Outcome, value: Rational, status: Status): void {
  const { restPoints } = analyze(gameAt(game, value));
  const own = restPoints.find(({ shares }) => shares.every(([share], k) => share === outcome[k]));
  expect(own?.nash).to.equal(status !== "not-nash");
  expect(own?.strict).to.equal(status === "ess" || status === "attracting");
}

/** The fifth rest point of the games below and above is there, and near where it is said to tend to. */
function expectInterior({ interior, transition }: Breakpoint, games: readonly Game[]): void {
  const insides = games.map((game) => analyze(game).restPoints[4]);
  expect(insides.map((point) => point !== undefined)).to.deep.equal([interior?.below, interior?.above]);
  const limit = interior?.at?.map(toDouble) ?? [];
  for (const point of insides) {
    point?.shares.forEach(([share], k) => expect(share).to.be.closeTo(limit[k] ?? Number.NaN, 1e-5));
  }
  expect(transition).to.equal(isCorner(limit) ? "transcritical" : "continuum");
}

function isCorner(shares: readonly number[]): boolean {
  return shares.length === 2 && shares.every((share) => share === 0 || share === 1);
}

describe("breakpoints", () => {
  it("of a symmetric coordination game are two transcritical passages, by hand", () => {
    // Alone one gains k - 3, together k + 1: the saddle comes in at (1,1) and goes out at (0,0).
    const game = affineTwoByTwo([-3, 1], [-3, 1], [1, 1], [1, 1]);
    expect(breakpointsOf(game, [1, 1]).map(brief)).to.deep.equal([
      {
        at: "-1",
        statuses: "not-nash nash ess",
        zero: "c3 c4",
        transition: "transcritical",
        interior: "false true 1 1",
      },
      {
        at: "3",
        statuses: "ess attracting attracting",
        zero: "c1 c2",
        transition: "transcritical",
        interior: "true false 0 0",
      },
    ]);
    expect(breakpointsOf(game, [0, 0]).map(brief)).to.deep.equal([
      {
        at: "-1",
        statuses: "attracting attracting ess",
        zero: "c3 c4",
        transition: "transcritical",
        interior: "false true 1 1",
      },
      {
        at: "3",
        statuses: "ess nash not-nash",
        zero: "c1 c2",
        transition: "transcritical",
        interior: "true false 0 0",
      },
    ]);
  });

  it("of an asymmetric one lead through edges at rest, where the saddle comes in and goes out", () => {
    const game = affineTwoByTwo([-4, 1], [-3, 1], [1, 1], [2, 1]);
    const found = breakpointsOf(game, [1, 1]);
    // At k = -1: x* = c2/(c2-c4) = -4/(-4-1); at k = 3: y* = c1/(c1-c3) = -1/(-1-4).
    expect(found.map(brief)).to.deep.equal([
      { at: "-1", statuses: "not-nash nash ess", zero: "c3", transition: "continuum", interior: "false true 4/5 1" },
      { at: "3", statuses: "ess ess attracting", zero: "c2", transition: "continuum", interior: "true false 0 1/5" },
    ]);
    expect(found.map(({ continua }) => continua.length)).to.deep.equal([1, 1]);
    expect(found[0]?.continua[0]).to.match(/"column" all play "C" is a rest point/);
    expect(found[1]?.continua[0]).to.match(/"row" all play "D" is a rest point/);
  });

  it("may be for a moment only: strategies that swap their gains meet in an outcome without strictness", () => {
    const game = affineTwoByTwo([-1, 0], [1, 0], [0, 1], [0, -1]);
    expect(breakpointsOf(game, [1, 1]).map(brief)).to.deep.equal([
      {
        at: "0",
        statuses: "not-nash nash not-nash",
        zero: "c3 c4",
        transition: "transcritical",
        interior: "false true 1 1",
      },
    ]);
  });

  it("turn a saddle into a centre through a line of rest points, with the limit from both sides", () => {
    // The first population's preference vanishes altogether at 0: c1 = -k, c3 = 3k.
    const found = breakpointsOf(affineTwoByTwo([0, -1], [-1, 0], [0, 3], [1, 0]), [1, 1]);
    expect(found.map(brief)).to.deep.equal([
      { at: "0", statuses: "not-nash nash ess", zero: "c3 c1", transition: "continuum", interior: "true true 1/2 1/4" },
    ]);
    expect(found[0]?.continua).to.have.length(3);
    expect(found[0]?.continua[2]).to.match(/share of "C" in "row" is 0.5 is a rest point/);
  });

  it("leave out zeros that change nothing for the outcome", () => {
    // c1 passes zero while c2 > 0 already makes (1,1) attracting.
    expect(breakpointsOf(affineTwoByTwo([0, 1], [1, 0], [1, 0], [1, 0]), [1, 1])).to.deep.equal([]);
    expect(breakpointsOf(affineTwoByTwo([0, 1], [1, 1], [-1, 0], [1, 0]), [1, 1])).to.deep.equal([]);
  });

  it("agree with the rest points computed beside them and on them (seed 331)", () => {
    const whole = fc.integer({ min: -3, max: 3 });
    const line: fc.Arbitrary<Line> = fc.tuple(whole, whole);
    const corner = fc.constantFrom<Outcome>([0, 0], [0, 1], [1, 0], [1, 1]);
    const near = rational(1n, 10n ** 6n);
    let seen = 0;
    forAll(331, 400, [line, line, line, line, corner], (c1, c2, c3, c4, outcome) => {
      const game = affineTwoByTwo(c1, c2, c3, c4);
      for (const found of breakpointsOf(game, outcome)) {
        seen++;
        const { at, below, here, above } = found;
        expectStatus(game, outcome, at, here);
        expectStatus(game, outcome, minus(at, near), below);
        expectStatus(game, outcome, plus(at, near), above);
        expectInterior(
          found,
          [minus(at, near), plus(at, near)].map((value) => gameAt(game, value)),
        );
      }
    });
    expect(seen).to.be.greaterThan(200);
  });

  it("of three populations are unresolved where several gains vanish, and say no more than they know", () => {
    const single = gameOf(3, (k, player, profile) => (profile === 0 ? plus(k, exact(player)) : exact(0)));
    expect(breakpointsOf(single, [1, 1, 1]).map(brief)).to.deep.equal([
      {
        at: "0",
        statuses: "not-nash nash ess",
        zero: '"p1" while "p2" plays "A" and "p3" plays "A"',
        transition: "continuum",
      },
    ]);
    const several = gameOf(3, (k, _, profile) => (profile === 0 ? k : exact(0)));
    const [only] = breakpointsOf(several, [1, 1, 1]);
    expect(only).to.include({ transition: "unresolved" });
    expect(only?.vanishing).to.have.length(3);
    expect(only?.continua).to.deep.equal([]);
  });
});
