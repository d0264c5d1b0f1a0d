import type { Analysis, RestPoint } from "#domain/analysis.ts";
import { analyzeBimatrix } from "#game/matrix/analyzeBimatrix.ts";
import { analyzeSymmetric } from "#game/matrix/analyzeSymmetric.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { forAll } from "../support/twoByTwo.ts";
import { bimatrix, matrix, symmetric, transposed, type Matrix } from "./support/games.ts";
import { numericJacobian, onePopulation, relativeDeterminant } from "./support/jacobian.ts";

const square = (most: number, size: number): fc.Arbitrary<Matrix> =>
  fc.integer({ min: 1, max: most }).chain((n) => matrix(n, n, size));
const at = (a: Matrix, shares: readonly number[]): RestPoint | undefined =>
  analyzeSymmetric(symmetric(a)).restPoints.find((point) =>
    point.shares[0]?.every((share, i) => Math.abs(share - (shares[i] ?? 0)) < 1e-12),
  );

describe("matrix/analyzeSymmetric", () => {
  it("finds the symmetric ones among all equilibria of the same game with two populations (seed 71)", () => {
    forAll(71, 300, [square(4, 3)], (a) => {
      const text = (shares: readonly number[]): string => shares.map((share) => share.toFixed(12)).join(" ");
      const one = analyzeSymmetric(symmetric(a)).equilibria;
      const both = analyzeBimatrix(bimatrix(a, transposed(a))).equilibria;
      const diagonal = (both?.points ?? []).flatMap(({ shares: [x = [], y = []] }) =>
        text(x) === text(y) ? [text(x)] : [],
      );
      const found = (one?.points ?? []).map(({ shares: [x = []] }) => text(x));
      for (const x of diagonal) expect(found, JSON.stringify(a)).to.include(x);
      if (both?.components.length === 0) expect(found.toSorted()).to.deep.equal(diagonal.toSorted());
    });
  });

  it("finds an odd number with index sum 1 in 1000 generic games (seed 72)", () => {
    let generic = 0;
    forAll(72, 1000, [fc.noBias(square(5, 1000))], (a) => {
      const { equilibria, restPoints, continua } = analyzeSymmetric(symmetric(a));
      if (equilibria === undefined || equilibria.degeneracies.length > 0) return;
      generic++;
      expect([equilibria.points.length % 2, equilibria.indexSum, equilibria.components.length]).to.deep.equal([
        1, 1, 0,
      ]);
      expect(restPoints.filter(({ nash }) => nash)).to.have.length(equilibria.points.length);
      expect(continua).to.deep.equal([]);
      for (const { nash, stability } of restPoints)
        if (stability === "ess" || stability === "stable") expect(nash).to.equal(true);
    });
    expect(generic).to.be.greaterThan(950);
  });

  it("reports eigenvalues of the Jacobian that differences of the field show (seed 73)", () => {
    forAll(73, 300, [square(5, 9)], (a) => {
      for (const { shares, eigenvalues, trace, determinant } of analyzeSymmetric(symmetric(a)).restPoints) {
        const jacobian = numericJacobian(onePopulation(a), shares);
        expect(eigenvalues).to.have.length(jacobian.length);
        expect(jacobian.reduce((sum, row, i) => sum + (row[i] ?? 0), 0)).to.be.closeTo(trace, 1e-9);
        const product = eigenvalues.reduce<readonly [number, number]>(
          ([p, q], [r, s]) => [p * r - q * s, p * s + q * r],
          [1, 0],
        );
        expect(product[0] - determinant).to.be.closeTo(0, 1e-7 * (1 + Math.abs(determinant)));
        for (const z of eigenvalues)
          expect(relativeDeterminant(jacobian, z), JSON.stringify([a, shares, z])).to.be.below(1e-7);
      }
    });
  });

  it("never calls a state ess that the linear part refutes, and knows every strict one (seed 74)", () => {
    forAll(74, 500, [square(4, 3)], (a) => {
      for (const { stability, eigenvalues, strict } of analyzeSymmetric(symmetric(a)).restPoints) {
        if (stability === "ess") expect(eigenvalues.every(([re]) => re <= 1e-9)).to.equal(true);
        if (strict) expect(stability).to.equal("ess");
      }
    });
  });

  it("does not change when strategies are relabelled or columns gain a constant (seed 75)", () => {
    const constants = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 });
    forAll(75, 200, [square(4, 4), constants], (a, added) => {
      const plain = analyzeSymmetric(symmetric(a));
      expect(analyzeSymmetric(symmetric(a.map((row) => row.map((value, j) => value + (added[j] ?? 0)))))).to.deep.equal(
        plain,
      );
      const reversed = analyzeSymmetric(symmetric(a.toReversed().map((row) => row.toReversed())));
      const summary = (
        { restPoints, equilibria }: Analysis,
        turn: (x: readonly number[]) => readonly number[],
      ): string[] =>
        [
          ...restPoints.map(
            ({ shares: [x = []], stability, nash }) =>
              `${turn(x)
                .map((s) => s.toFixed(9))
                .join()} ${stability} ${nash}`,
          ),
          `${equilibria?.points.length} ${equilibria?.components.length} ${equilibria?.indexSum}`,
        ].toSorted();
      expect(summary(reversed, (x) => x.toReversed())).to.deep.equal(summary(plain, (x) => x));
    });
  });

  it("calls a degenerate state ess where the test on ties decides, and leaves the rest undecided", () => {
    // All earn the same against s0; among themselves mutants lose: stable though both eigenvalues are zero.
    const ties = (w: number): Matrix => [
      [0, 0, 0],
      [0, -1, w],
      [0, w, -1],
    ];
    expect(at(ties(0.5), [1, 0, 0])?.stability).to.equal("ess");
    expect(at(ties(2), [1, 0, 0])).to.deep.include({ stability: "degenerate", nash: true });
  });

  it("finds a centre in the zero-sum game of five, and in no bent one", () => {
    const five = (bend: number): Matrix =>
      Array.from({ length: 5 }, (_, i) =>
        Array.from({ length: 5 }, (_x, j) => ([0, -1, -1, 1, 1][(j - i + 5) % 5] ?? 0) + (i === j ? bend : 0)),
      );
    const fifth = [0.2, 0.2, 0.2, 0.2, 0.2];
    expect([0, -1, 1].map((bend) => at(five(bend), fifth)?.stability)).to.deep.equal(["centre", "ess", "source"]);
  });

  it("names whole components where strategies are copies of each other", () => {
    const { equilibria, continua } = analyzeSymmetric(
      symmetric([
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 0],
      ]),
    );
    expect(equilibria?.components.map(({ pieces }) => pieces)).to.deep.equal([
      [
        [
          [
            [1, 0, 0],
            [0, 1, 0],
          ],
        ],
      ],
    ]);
    expect(equilibria?.points.map(({ exact }) => exact)).to.deep.equal([[["0", "0", "1"]]]);
    expect(continua.map(({ corners }) => corners)).to.deep.equal([
      [
        [
          [1, 0, 0],
          [0, 1, 0],
        ],
      ],
    ]);
    expect(equilibria?.degeneracies[0]).to.match(
      /^Against "s0" of "first", which is one strategy, "s0", "s1" are all best/,
    );
  });

  it("refuses a game whose players differ", () => {
    expectRefusal(
      () =>
        analyzeSymmetric({
          ...bimatrix(
            [
              [1, 2],
              [3, 4],
            ],
            [
              [1, 2],
              [3, 4],
            ],
          ),
          symmetric: true,
        }),
      "usage",
      /players differ/,
    );
    expectRefusal(
      () => analyzeSymmetric({ ...bimatrix([[1, 2]], [[1, 2]]), symmetric: true }),
      "usage",
      /players differ/,
    );
  });
});
