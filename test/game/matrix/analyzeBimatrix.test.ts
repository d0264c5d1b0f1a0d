import type { Analysis } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { analyzeBimatrix } from "#game/matrix/analyzeBimatrix.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { forAll } from "../support/twoByTwo.ts";
import { bimatrix, matrices, matrix, transposed, type Matrix } from "./support/games.ts";
import { numericJacobian, relativeDeterminant, twoPopulations } from "./support/jacobian.ts";
import { extremeEquilibria } from "./support/vertexEnumeration.ts";

/** Points and corners of components as texts of doubles. */
function extremeStates({ equilibria }: Analysis): Set<string> {
  const text = (shares: readonly number[]): string => shares.map((share) => share.toFixed(12)).join(" ");
  const corners = (equilibria?.components ?? []).flatMap(({ pieces }) =>
    pieces.flatMap(([xs = [], ys = []]) => xs.flatMap((x) => ys.map((y) => `${text(x)} | ${text(y)}`))),
  );
  return new Set([
    ...(equilibria?.points ?? []).map(({ shares: [x = [], y = []] }) => `${text(x)} | ${text(y)}`),
    ...corners,
  ]);
}

function asDoubles(exact: Set<string>): string[] {
  const value = (text: string): string => {
    const [top = "", bottom = "1"] = text.split("/");
    return (Number(top) / Number(bottom)).toFixed(12);
  };
  return [...exact]
    .map((state) =>
      state
        .split(" ")
        .map((part) => (part === "|" ? part : value(part)))
        .join(" "),
    )
    .toSorted();
}

describe("matrix/analyzeBimatrix", () => {
  it("finds the same equilibria as vertex enumeration, in degenerate games too (seed 63)", function () {
    this.timeout(120_000);
    let degenerate = 0;
    forAll(63, 300, [matrices(4, 3)], ([a, b]) => {
      const analysis = analyzeBimatrix(bimatrix(a, b));
      expect([...extremeStates(analysis)].toSorted(), JSON.stringify([a, b])).to.deep.equal(
        asDoubles(extremeEquilibria(a, b)),
      );
      if ((analysis.equilibria?.degeneracies.length ?? 0) > 0) degenerate++;
    });
    expect(degenerate).to.be.within(100, 290);
  });

  it("finds an odd number with index sum 1 in 1000 generic games, each a Nash rest point (seed 64)", function () {
    this.timeout(120_000);
    let generic = 0;
    forAll(64, 1000, [fc.noBias(matrices(4, 1000))], ([a, b]) => {
      const { equilibria, restPoints } = analyzeBimatrix(bimatrix(a, b));
      if (equilibria === undefined || equilibria.degeneracies.length > 0) return;
      generic++;
      expect([equilibria.points.length % 2, equilibria.indexSum, equilibria.components.length]).to.deep.equal([
        1, 1, 0,
      ]);
      const nash = restPoints.filter((point) => point.nash).map(({ shares }) => JSON.stringify(shares));
      expect(equilibria.points.map(({ shares }) => JSON.stringify(shares)).toSorted()).to.deep.equal(nash.toSorted());
    });
    expect(generic).to.be.greaterThan(900);
  });

  it("reports eigenvalues of the Jacobian that differences of the field show (seed 65)", () => {
    forAll(65, 150, [matrices(4, 9)], ([a, b]) => {
      const field = twoPopulations(a, transposed(b));
      for (const { shares, eigenvalues, trace } of analyzeBimatrix(bimatrix(a, b)).restPoints) {
        const jacobian = numericJacobian(field, shares);
        expect(eigenvalues).to.have.length(jacobian.length);
        expect(jacobian.reduce((sum, row, i) => sum + (row[i] ?? 0), 0)).to.be.closeTo(trace, 1e-9);
        expect(eigenvalues.reduce((sum, [re]) => sum + re, 0)).to.be.closeTo(trace, 1e-7);
        for (const z of eigenvalues)
          expect(relativeDeterminant(jacobian, z), JSON.stringify([a, b, shares, z])).to.be.below(1e-7);
      }
    });
  });

  it("names only strict equilibria ess, and no mixed state attracting (seed 66)", () => {
    forAll(66, 200, [matrices(3, 5)], ([a, b]) => {
      for (const { shares, stability, strict, nash } of analyzeBimatrix(bimatrix(a, b)).restPoints) {
        expect(stability === "ess").to.equal(strict);
        expect(stability).not.to.equal("stable");
        if (strict) expect(nash && shares.flat().every((share) => share === 0 || share === 1)).to.equal(true);
      }
    });
  });

  it("does not change when strategies, players or columns' constants do (seed 67)", () => {
    const constants = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 });
    forAll(67, 120, [matrices(3, 4), constants], ([a, b], added) => {
      const game = bimatrix(a, b);
      const richer = bimatrix(
        a.map((row) => row.map((value, j) => value + (added[j] ?? 0))),
        b.map((row, i) => row.map((value) => value + (added[4 + i] ?? 0))),
      );
      expect(analyzeBimatrix(richer)).to.deep.equal(analyzeBimatrix(game));
      const reversed = (m: Matrix): Matrix => m.toReversed().map((row) => row.toReversed());
      const relabelled = analyzeBimatrix(bimatrix(reversed(a), reversed(b)));
      expect(summary(relabelled, (shares) => shares.map((list) => list.toReversed()))).to.deep.equal(
        summary(analyzeBimatrix(game), (s) => s),
      );
      const exchanged = analyzeBimatrix(bimatrix(transposed(b), transposed(a)));
      expect(summary(exchanged, (shares) => shares.toReversed())).to.deep.equal(
        summary(analyzeBimatrix(game), (s) => s),
      );
    });
  });

  it("names the set of equilibria of a degenerate textbook game, and where it is degenerate", () => {
    // von Stengel 2007, game 3.5, and with one payoff changed so that two replies tie.
    const a: Matrix = [
      [3, 3],
      [2, 5],
      [0, 6],
    ];
    const generic = analyzeBimatrix(
      bimatrix(a, [
        [3, 2],
        [2, 6],
        [3, 1],
      ]),
    ).equilibria;
    expect(generic?.points.map(({ exact }) => exact)).to.deep.equal([
      [
        ["1", "0", "0"],
        ["1", "0"],
      ],
      [
        ["4/5", "1/5", "0"],
        ["2/3", "1/3"],
      ],
      [
        ["0", "1/3", "2/3"],
        ["1/3", "2/3"],
      ],
    ]);
    const degenerate = analyzeBimatrix(
      bimatrix(a, [
        [3, 3],
        [2, 6],
        [3, 1],
      ]),
    );
    const tied = degenerate.equilibria;
    expect(degenerate.continua.map(({ corners }) => corners)).to.deep.equal([
      [
        [[1, 0, 0]],
        [
          [1, 0],
          [0, 1],
        ],
      ],
    ]);
    expect(tied?.points.map(({ exact }) => exact)).to.deep.equal([
      [
        ["0", "1/3", "2/3"],
        ["1/3", "2/3"],
      ],
    ]);
    expect(tied?.components.map(({ pieces }) => pieces.map(([x]) => x))).to.deep.equal([[[[1, 0, 0]]]]);
    expect(tied?.components[0]?.description).to.contain(
      '"column" plays any mixture of "c0" and 2/3 "c0" + 1/3 "c1" (support "c0", "c1")',
    );
    expect(tied?.degeneracies).to.deep.equal([
      'Against "r0" of "row", which is one strategy, "c0", "c1" are all best replies of "column".',
    ]);
  });

  it("reports the continua of rest points, whole faces where nobody has a preference", () => {
    const zero: Matrix = [
      [0, 0, 0],
      [0, 0, 0],
    ];
    const { continua, equilibria, restPoints } = analyzeBimatrix(bimatrix(zero, zero));
    expect(continua).to.have.length(1);
    expect(continua[0]?.range).to.deep.equal([
      [0, 1],
      [0, 1],
    ]);
    expect(continua[0]?.corners?.map((list) => list.length)).to.deep.equal([2, 3]);
    expect(equilibria?.components).to.have.length(1);
    expect(restPoints).to.have.length(6);
    expect(restPoints.every(({ stability }) => stability === "degenerate")).to.equal(true);
    expect(restPoints[0]?.note).to.match(/towards "r1" of "row" is zero/);
  });

  it("finds no continuum in generic games (seed 68)", () => {
    forAll(68, 100, [fc.noBias(fc.tuple(matrix(3, 3, 1000), matrix(3, 3, 1000)))], ([a, b]) => {
      const { restPoints, continua } = analyzeBimatrix(bimatrix(a, b));
      expect(continua).to.deep.equal([]);
      expect(restPoints.length).to.be.within(9, 34);
    });
  });

  it("refuses three players", () => {
    const game: Game = { ...bimatrix([[1]], [[1]]), players: [] };
    expectRefusal(() => analyzeBimatrix(game), "usage", /strategies/);
  });
});

/** What must not depend on names and order. */
function summary(
  analysis: Analysis,
  map: (shares: readonly (readonly number[])[]) => readonly (readonly number[])[],
): readonly string[] {
  const round = (state: readonly (readonly number[])[]): string =>
    JSON.stringify(state.map((list) => list.map((share) => share.toFixed(9))));
  return [
    ...analysis.restPoints.map(
      ({ shares, stability, nash, strict }) => `${round(map(shares))} ${stability} ${nash} ${strict}`,
    ),
    ...(analysis.equilibria?.points ?? []).map(({ shares, index }) => `equilibrium ${round(map(shares))} ${index}`),
    `${analysis.continua.length} ${analysis.equilibria?.components.length} ${analysis.equilibria?.degeneracies.length}`,
  ].toSorted();
}
