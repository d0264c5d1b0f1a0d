import type { Game } from "#domain/game.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

import { analyze } from "#game/analyze.ts";
import { normalFormOf, strategyPayoffs } from "#game/normalForm.ts";
import { restPoints } from "#game/rest-points/restPoints.ts";

import { expectRefusal } from "../support/refusal.ts";
import { cornersOf, gameOf, integers, multilinear, randomGame } from "./support/cube.ts";
import { nashByMultistart } from "./support/multistart.ts";

const BOUNDS = [1, 2, 5, 16, 65, 326, 1957];
const GENERIC = 1_000_000;

type Found = ReturnType<typeof restPoints>;
const firsts = (shares: Found["restPoints"][number]["shares"]) => shares.map(([x = Number.NaN]) => x);
const nashOf = ({ restPoints: points }: Found) => points.filter(({ nash }) => nash).map(({ shares }) => firsts(shares));
const sorted = (points: readonly (readonly number[])[]) =>
  points.map((point) => point.map((x) => x.toFixed(7)).join(" ")).toSorted();

/** Gains and losses in the game at a state, restated from expected payoffs. */
function gains(game: Game, shares: readonly (readonly number[])[]): number[] {
  const form = normalFormOf(game);
  return game.players.map((_, player) => {
    const out = new Float64Array(2);
    strategyPayoffs(form, player, shares, out);
    return (out[0] ?? 0) - (out[1] ?? 0);
  });
}

/** "2x2x2 game with 9 Nash equilibria, 2 totally mixed", from the examples of [McKelvey1997]. */
const NINE = gameOf(3, ([a, b, c], player) => {
  if (a === b && c === true) return a === true ? ([9, 8, 12][player] ?? 0) : ([9, 8, 2][player] ?? 0);
  return a !== b && c === false ? ([3, 4, 6][player] ?? 0) : 0;
});

describe("rest-points/restPoints", function () {
  this.timeout(120_000);

  it("refuses other games", () => {
    expectRefusal(() => restPoints({ ...NINE, symmetric: true }), "usage", /symmetric/);
    expectRefusal(() => restPoints(gameOf(7, () => 0)), "usage", /one to six/);
  });

  it("finds the nine equilibria of McKelvey & McLennan's game, two of them inside, and as many points as can be", () => {
    const found = restPoints(NINE);
    expect(sorted(nashOf(found))).to.deep.equal(
      sorted([
        [1, 1, 1],
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
        [1 / 2, 1 / 2, 1],
        [1 / 3, 1, 1 / 4],
        [0, 1 / 4, 1 / 3],
        [2 / 5, 1 / 2, 1 / 3],
        [1 / 2, 2 / 5, 1 / 4],
      ]),
    );
    expect(found.certificate).to.deep.equal({
      complete: true,
      faces: 27,
      found: 16,
      bound: 16,
      nashCount: 9,
      oddNash: true,
      degenerateFaces: [],
      unresolved: [],
    });
  });

  it("finds exactly the equilibria that Newton's method from a grid finds, in 300 games of small integers (seed 431)", () => {
    const draw = integers(431, 50);
    let mixed = 0;
    let regular = 0;
    while (regular < 300) {
      const game = randomGame(3, draw);
      const found = restPoints(game);
      expect(found.certificate.complete).to.equal(true);
      if (found.certificate.degenerateFaces.length > 0) continue;
      regular++;
      const nash = nashOf(found);
      mixed += nash.filter((point) => point.every((x) => x > 0 && x < 1)).length;
      expect(sorted(nash), JSON.stringify(game.payoffs)).to.deep.equal(sorted(nashByMultistart(game, 4)));
    }
    expect(mixed).to.be.greaterThan(30);
  });

  it("finds an odd number of equilibria in 2,000 generic games of three (seed 432)", () => {
    const draw = integers(432, GENERIC);
    for (let run = 0; run < 2000; run++) {
      const { certificate } = restPoints(randomGame(3, draw));
      expect(certificate).to.deep.include({ complete: true, oddNash: true, degenerateFaces: [], unresolved: [] });
      expect(certificate.found).to.be.at.most(16);
    }
  });

  for (const [n, runs] of [
    [1, 20],
    [4, 60],
    [5, 8],
    [6, 1],
  ] as const) {
    it(`rests at every point it finds for ${n} populations, within the bound, with odd counts (seed 433)`, () => {
      const draw = integers(433 + n, GENERIC);
      for (let run = 0; run < runs; run++) {
        const game = randomGame(n, draw);
        const { restPoints: points, certificate, continua } = restPoints(game);
        expect(continua).to.deep.equal([]);
        expect(certificate).to.deep.include({ complete: true, faces: 3 ** n, bound: BOUNDS[n], oddNash: true });
        expect(certificate.found)
          .to.equal(points.length)
          .and.to.be.at.most(BOUNDS[n] ?? 0);
        for (const { shares, nash, stability, trace, eigenvalues } of points) {
          const gain = gains(game, shares);
          const moves = shares.map(([x = 0, rest = 0], i) => x * rest * (gain[i] ?? 0));
          for (const move of moves) expect(Math.abs(move)).to.be.below(1e-9 * GENERIC);
          const content = shares.every(([x], i) =>
            x === 1 ? (gain[i] ?? 0) >= 0 : x === 0 ? (gain[i] ?? 0) <= 0 : true,
          );
          expect(nash).to.equal(content);
          expect(eigenvalues.reduce((sum, [real]) => sum + real, 0)).to.be.closeTo(trace, 1e-6 * GENERIC);
          expect(stability === "ess").to.equal(eigenvalues.every(([real]) => real < 0));
          if (stability === "saddle") expect(eigenvalues.some(([real]) => real > 0)).to.equal(true);
        }
      }
    });
  }

  it("finds in games of four what Newton's method from a grid finds (seed 440)", () => {
    const draw = integers(440, 50);
    for (let run = 0; run < 8; run++) {
      const game = randomGame(4, draw);
      const found = restPoints(game);
      if (found.certificate.degenerateFaces.length > 0) continue;
      expect(sorted(nashOf(found))).to.deep.equal(sorted(nashByMultistart(game, 4)));
    }
  });

  it("agrees with the closed form for two populations on 500 games, a third of them degenerate (seed 441)", () => {
    for (let run = 0; run < 500; run++) {
      const game = randomGame(2, integers(441 + 97 * run, run % 3 === 0 ? 2 : 100));
      const [old, found] = [analyze(game), restPoints(game)];
      const text = JSON.stringify(game.payoffs);
      expect(found.continua.map(({ range }) => JSON.stringify(range))).to.have.members(
        old.continua.map(({ range }) => JSON.stringify(range)),
        text,
      );
      expect(found.certificate.complete).to.equal(true);
      expect(found.restPoints).to.have.length(old.restPoints.length);
      old.restPoints.forEach(({ note, eigenvalues, determinant, ...point }, i) => {
        const same = found.restPoints[i];
        if (same === undefined) throw new Error("a point");
        const { note: reason, eigenvalues: values, determinant: product, ...rest } = same;
        expect(rest, text).to.deep.equal(point);
        expect(reason === undefined).to.equal(note === undefined);
        expect(product).to.be.closeTo(determinant, 1e-12 * Math.abs(determinant));
        eigenvalues.forEach(([real, imaginary], k) => {
          expect(values[k]?.[0]).to.be.closeTo(real, 1e-12 * Math.abs(real));
          expect(values[k]?.[1]).to.be.closeTo(imaginary, 1e-12 * Math.abs(imaginary));
        });
      });
    }
  });

  it("follows when populations or strategies change places (seed 442)", () => {
    const draw = integers(442, GENERIC);
    for (let run = 0; run < 40; run++) {
      const game = randomGame(run % 10 === 0 ? 4 : 3, draw);
      const signature = (of: Game, map: (x: readonly number[]) => readonly number[]) =>
        restPoints(of)
          .restPoints.map(({ shares, stability, nash }) => {
            const point = map(firsts(shares)).map((x) => x.toFixed(10));
            return `${point.join()} ${stability} ${nash}`;
          })
          .toSorted();
      const original = signature(game, (x) => x);
      const turned = {
        ...game,
        players: game.players.toReversed(),
        payoffs: game.payoffs.map(({ profile, payoff }) => ({
          profile: profile.toReversed(),
          payoff: payoff.toReversed(),
        })),
      };
      expect(signature(turned, (x) => x.toReversed())).to.deep.equal(original);
      const renamed = {
        ...game,
        players: game.players.map((player, i) => (i === 1 ? { ...player, strategies: ["B", "A"] } : player)),
      };
      expect(signature(renamed, (x) => x.map((share, i) => (i === 1 ? 1 - share : share)))).to.deep.equal(original);
    }
  });

  it("names degenerate faces, and says when they leave something open", () => {
    const still = restPoints(gameOf(3, () => 5));
    expect(still.continua.map(({ range }) => range)).to.deep.equal([[0, 0, 0].map(() => [0, 1])]);
    expect(still.certificate).to.deep.include({ complete: true, found: 8, nashCount: 8, oddNash: false });
    expect(still.certificate.degenerateFaces).to.have.length(27 - 8);
    // Every player wants to do what the next one does, for the same sum: x = y = z is at rest.
    const follow = restPoints(
      gameOf(3, (x, i) => {
        const [b, c] = [x[(i + 1) % 3], x[(i + 2) % 3]];
        return x[i] === true ? Number(b) - Number(c) : 0;
      }),
    );
    expect(follow.certificate.complete).to.equal(false);
    expect(follow.certificate.unresolved.join()).to.match(/\(\*, \*, \*\): .*dependent/);
    expect(follow.certificate.degenerateFaces.join()).to.match(/\(\*, 0, 0\): every state on it is a rest point/);
  });

  it("does not take a solution on the border for one inside, nor for a doubt where it is exactly there", () => {
    // The fourth makes x = y = z = w, or not: with the roots 0 and (1 + root 5) / 4 of the last equation.
    const gaps = [
      cornersOf(4, (_a, b = 0, c = 0) => b - c),
      cornersOf(4, (_a, _b, c = 0, d = 0) => c - d),
      cornersOf(4, (a = 0, _b, _c, d = 0) => a - d),
      cornersOf(4, (a = 0, b = 0, c = 0) => 4 * a * b * c - 2 * a * b - c),
    ];
    const game = gameOf(4, (first, i) => (first[i] === true ? multilinear(gaps[i] ?? [], first.map(Number)) : 0));
    const { restPoints: points, certificate } = restPoints(game);
    const inside = points.filter(({ shares }) => firsts(shares).every((x) => x > 0 && x < 1));
    expect(inside).to.have.length(1);
    expect(certificate.unresolved.filter((text) => text.startsWith("(*, *, *, *)"))).to.deep.equal([]);
  });

  it("says that a sign is not proven where a gain vanishes at a root that is known by a box only", () => {
    // The fifth is indifferent exactly where the first four rest, and e pulls the fourth away.
    const cubic = (a: number, b: number, c: number) => 4 * a * b * c - 2 * a * b - c;
    const game = gameOf(5, (first, i) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = first.map(Number);
      return first[i] === true ? ([b - c, c - d, a - d, cubic(a, b, c) + e, cubic(a, b, c)][i] ?? 0) : 0;
    });
    const { certificate } = restPoints(game);
    expect(certificate.complete).to.equal(false);
    const text = certificate.unresolved.join("\n");
    expect(text).to.match(/^\(\*, \*, \*, \*, 0\): the sign of "p5"'s gain at a rest point is not proven$/m);
    expect(text).to.match(/^\(\*, \*, \*, \*, \*\): a solution is within 2\^-128 of its border, near \(0\.809/m);
  });

  it("names a zero gain across a face, which is not on an edge, as degenerate", () => {
    const game = gameOf(3, (first, i) => {
      const [x = 0, y = 0] = first.map(Number);
      return first[i] === true ? ([2 * y - 1, 1 - 2 * x, x - y][i] ?? 0) : 0;
    });
    const { certificate, restPoints: points } = restPoints(game);
    expect(certificate.degenerateFaces.join("\n")).to.match(
      /^\(\*, \*, 0\): a rest point on it has a zero eigenvalue/m,
    );
    const [point] = points.filter(({ shares }) => firsts(shares).join() === "0.5,0.5,0");
    expect(point).to.deep.include({ stability: "degenerate", nash: true });
  });

  it("decides differences that doubles would lose", () => {
    const gain = (last: number) => restPoints(gameOf(3, (first, i) => (i === 0 && first[0] === true ? last : 50)));
    expect(gain(50 + 7.2e-15).restPoints[4]).to.deep.include({ nash: true });
    expect(gain(50 - 7.2e-15).restPoints[4]).to.deep.include({ nash: false });
    expect(gain(50).restPoints[4]).to.deep.include({ nash: true });
  });
});
