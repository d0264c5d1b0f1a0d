import { analyze } from "#game/analyze.ts";
import { analyzeBimatrix } from "#game/matrix/analyzeBimatrix.ts";
import { analyzeSymmetric } from "#game/matrix/analyzeSymmetric.ts";
import { readGame } from "#game/readGame.ts";
import type { Game } from "#domain/game.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { readFileSync } from "node:fs";
import { bimatrix, symmetric } from "./matrix/support/games.ts";
import { gameOf } from "./rest-points/support/cube.ts";
import { expectRefusal } from "./support/refusal.ts";
import {
  forAll,
  gapQuad,
  magnitudes,
  scaled,
  sharesOf,
  SIXTEEN_PATTERNS,
  twoByTwo,
  type Quad,
} from "./support/twoByTwo.ts";

/** The stability of X1 to X4, restated from the signs of the eigenvalues in the model's description. */
function expectedStabilities([c1, c2, c3, c4]: Quad): readonly string[] {
  const name = (a: number, b: number): string => (a < 0 && b < 0 ? "ess" : a > 0 && b > 0 ? "source" : "saddle");
  return [name(c1, c2), name(c3, -c2), name(-c1, c4), name(-c3, -c4)];
}

function stabilitiesOf(game: Game): readonly string[] {
  return analyze(game).restPoints.map((point) => point.stability);
}

describe("analyze", () => {
  it("sends each game to the analysis for its shape, and refuses what none takes", () => {
    expectRefusal(() => analyze({ ...twoByTwo(1, 1, 1, 2), symmetric: true }), "usage", /marked symmetric, but/);
    const wide = bimatrix([[1, 2, 3]], [[1, 2, 3]]);
    expect(analyze(wide)).to.deep.equal(analyzeBimatrix(wide));
    const one = symmetric([
      [0, 2],
      [1, 1],
    ]);
    expect(analyze(one)).to.deep.equal(analyzeSymmetric(one));
    expect(analyze(twoByTwo(1, 1, 1, 1))).not.to.have.property("equilibria");
    const three = gameOf(3, () => 0);
    const players = three.players.map((player) => ({ ...player, strategies: ["C", "D", "E"] }));
    expectRefusal(() => analyze({ ...three, players }), "usage", /3 x 3 x 3/);
  });

  it("hands other numbers of populations to the search over faces, which certifies; two need no certificate", () => {
    const three = gameOf(3, (firsts, player) => (firsts[player] === firsts[(player + 1) % 3] ? 1 : 0));
    const { certificate, restPoints } = analyze(three);
    expect(certificate).to.deep.include({
      complete: true,
      faces: 27,
      found: 9,
      bound: 16,
      nashCount: 3,
      oddNash: true,
    });
    expect(restPoints.filter(({ stability }) => stability === "ess")).to.have.length(2);
    expect(analyze(twoByTwo(1, 1, 1, 1))).not.to.have.property("certificate");
  });

  it("gets all 16 sign patterns right with any magnitudes (seed 21)", () => {
    forAll(21, 60, [magnitudes], (sizes) => {
      for (const signs of SIXTEEN_PATTERNS) {
        const quad = scaled(signs, sizes);
        const [c1, c2, c3, c4] = quad;
        const inside = c1 * c3 < 0 && c2 * c4 < 0;
        const interior = inside ? [(c3 - c1) * (c4 - c2) > 0 ? "saddle" : "centre"] : [];
        expect(stabilitiesOf(twoByTwo(...quad)), quad.join()).to.deep.equal([
          ...expectedStabilities(quad),
          ...interior,
        ]);
      }
    });
  });

  it("reports trace, determinant, Nash and strict consistently with the eigenvalues (seed 22)", () => {
    forAll(22, 200, [gapQuad], (quad) => {
      const { restPoints, continua } = analyze(twoByTwo(...quad));
      expect(continua).to.deep.equal([]);
      for (const point of restPoints.slice(0, 4)) {
        const [a = Number.NaN, b = Number.NaN] = point.eigenvalues.map(([real]) => real);
        expect([point.trace, point.determinant]).to.deep.equal([a + b, a * b]);
        expect(point.nash).to.equal(a <= 0 && b <= 0);
        expect(point.strict).to.equal(point.stability === "ess");
        expect(point).not.to.have.property("note");
      }
      // A generic game has an odd number of Nash equilibria.
      expect(restPoints.filter((point) => point.nash).length % 2).to.equal(1);
    });
  });

  it("decides a difference of 1e-16 between payoffs of 50, without a tolerance", () => {
    const game = twoByTwo(1, 1, 1, 1);
    const near = (retailer: number) => ({
      ...game,
      payoffs: game.payoffs.map((entry) =>
        entry.profile.join() === "C,C" ? { ...entry, payoff: [50, retailer] } : { ...entry, payoff: [0, 50] },
      ),
    });
    expect(analyze(near(50 + 7.2e-15)).restPoints[3]?.eigenvalues[1]?.[0]).to.be.below(0);
    expect(analyze(near(50)).restPoints[3]?.stability).to.equal("degenerate");
    expect(analyze(near(50 - 7.2e-15)).restPoints[3]?.eigenvalues[1]?.[0]).to.be.above(0);
  });

  it("follows when strategies or players are relabelled (seed 23)", () => {
    forAll(23, 100, [gapQuad], (quad) => {
      const game = twoByTwo(...quad);
      const signature = (of: Game, map: (x: number, y: number) => readonly [number, number]): readonly string[] =>
        analyze(of)
          .restPoints.map(
            (point) =>
              `${map(...sharesOf(point.shares))
                .map((s) => s.toFixed(12))
                .join()} ${point.stability}`,
          )
          .toSorted();
      const original = signature(game, (x, y) => [x, y]);
      const swapped = {
        ...game,
        players: game.players.toReversed(),
        payoffs: game.payoffs.map(({ profile, payoff }) => ({
          profile: profile.toReversed(),
          payoff: payoff.toReversed(),
        })),
      };
      expect(signature(swapped, (x, y) => [y, x])).to.deep.equal(original);
      const [row, column] = game.players;
      if (row === undefined || column === undefined) throw new Error("two players");
      const renamed = { ...game, players: [{ ...row, strategies: ["D", "C"] }, column] };
      expect(signature(renamed, (x, y) => [1 - x, y])).to.deep.equal(original);
    });
  });

  it("does not change when a player earns more whatever it plays itself (seed 24)", () => {
    forAll(24, 100, [gapQuad, magnitudes], (quad, [a, b, c, d]) => {
      const game = twoByTwo(...quad);
      const bonus = (profile: readonly string[]): readonly number[] => [
        profile[1] === "C" ? a : b,
        profile[0] === "C" ? c : d,
      ];
      const richer = {
        ...game,
        payoffs: game.payoffs.map(({ profile, payoff }) => ({
          profile,
          payoff: payoff.map((value, i) => Number((value + (bonus(profile)[i] ?? 0)).toFixed(2))),
        })),
      };
      expect(analyze(richer)).to.deep.equal(analyze(game));
    });
  });

  it("holds weak Nash equilibria for Nash, but not for strict", () => {
    const corner = analyze(twoByTwo(0, -1, 1, 1)).restPoints[0];
    expect(corner).to.include({ nash: true, strict: false, stability: "degenerate", determinant: 0, trace: -1 });
    expect(corner?.note).to.match(/zero/);
  });

  it("says of the example in the folder's README what stands there", () => {
    const text = readFileSync(new URL("../../src/game/README.md", import.meta.url), "utf8");
    const { restPoints } = analyze(readGame(/```json\n([^]*?)```/.exec(text)?.[1] ?? "", "README.md"));
    expect(restPoints.map((point) => point.stability)).to.deep.equal(["ess", "source", "source", "ess", "saddle"]);
    expect(sharesOf(restPoints[4]?.shares)).to.deep.equal([0.75, 0.75]);
    expect(text).to.include("two stable corners and a saddle where both hunt stags with a share of 0.75");
  });
});
