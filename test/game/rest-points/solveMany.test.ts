import { expect } from "chai";
import { describe, it } from "mocha";

import { signOnBox } from "#game/rest-points/multilinear.ts";
import { solveMany } from "#game/rest-points/solveMany.ts";
import { solveTriple } from "#game/rest-points/solveTriple.ts";

import { cornersOf, integers, multilinear, randomEquations } from "./support/cube.ts";

const firsts = ({ points }: ReturnType<typeof solveMany>) =>
  points.map(({ shares }) => shares.map(([x]) => x)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

/** x1 = x2 = x3 = x4 by the first three equations, and the fourth as given. */
function onDiagonal(fourth: (a: number, b: number, c: number) => number, budget?: number) {
  const equations = [
    cornersOf(4, (_a, b = 0, c = 0) => b - c),
    cornersOf(4, (_a, _b, c = 0, d = 0) => c - d),
    cornersOf(4, (a = 0, _b, _c, d = 0) => a - d),
    cornersOf(4, (a = 0, b = 0, c = 0) => fourth(a, b, c)),
  ];
  return budget === undefined ? solveMany(equations) : solveMany(equations, budget);
}

describe("rest-points/solveMany", function () {
  this.timeout(60_000);

  it("agrees with the exact solution for three populations on 1,000 random systems (seed 371)", () => {
    const draw = integers(371, 1000);
    let solutions = 0;
    for (let run = 0; run < 1000; run++) {
      const equations = randomEquations(3, draw);
      if (equations.some((values) => signOnBox(values) !== undefined)) continue;
      const [found, exact] = [solveMany(equations), solveTriple(equations)];
      expect(found.unresolved).to.deep.equal([]);
      expect(firsts(found)).to.have.length(firsts(exact).length);
      firsts(exact).forEach((point, i) =>
        point.forEach((x, k) => expect(firsts(found)[i]?.[k]).to.be.closeTo(x ?? 0, 4e-16)),
      );
      solutions += found.points.length;
    }
    expect(solutions).to.be.greaterThan(100);
  });

  it("solves four, five and six equations to the last place, never more often than derangements (seed 372)", () => {
    const draw = integers(372, 1000);
    for (const [m, runs, most] of [
      [4, 40, 9],
      [5, 10, 44],
      [6, 2, 265],
    ] as const) {
      for (let run = 0; run < runs; run++) {
        const equations = randomEquations(m, draw);
        const found = solveMany(equations);
        expect(found.unresolved).to.deep.equal([]);
        expect(found.points.length).to.be.at.most(most);
        for (const point of firsts(found)) {
          for (const values of equations) {
            expect(Math.abs(multilinear(values, point.map(Number)))).to.be.below(1e-11);
          }
        }
      }
    }
  });

  it("finds three roots on a line, one of them where boxes meet, each once: 1/4, 1/2 and 3/4", () => {
    // 32 x^3 - 48 x^2 + 22 x - 3 = (4x - 1)(2x - 1)(4x - 3), made multilinear.
    const found = onDiagonal((a, b, c) => 32 * a * b * c - 48 * a * b + 22 * c - 3);
    expect(firsts(found)).to.deep.equal([0.25, 0.5, 0.75].map((x) => [x, x, x, x]));
    expect(found).to.deep.include({ unresolved: [], border: [] });
  });

  it("sets apart a solution on the border of the face", () => {
    const found = onDiagonal((a, b, c) => 4 * a * b * c - 2 * a * b - c);
    // 4 x^3 - 2 x^2 - x = x (4 x^2 - 2 x - 1): 0 and (1 + root 5) / 4.
    expect(found.points).to.have.length(1);
    expect(found.points[0]?.shares[2]?.[0]).to.be.closeTo((1 + Math.sqrt(5)) / 4, 2e-16);
    expect(found.border).to.have.length(1);
    expect(found.border[0]?.shares[0]?.[0]).to.be.closeTo(0, 1e-30);
  });

  it("drops a solution just beyond the border: (-0.01, 0.5, 0.5, 0.5)", () => {
    const beyond = solveMany([
      cornersOf(4, (_a, b = 0, _c, d = 0) => d - b),
      cornersOf(4, (a = 0, _b, c = 0) => 100 * a - 100 * c + 51),
      cornersOf(4, (a = 0, b = 0) => 100 * a + 100 * b - 49),
      cornersOf(4, (a = 0, b = 0, c = 0) => 10 * b - 10 * c + 6 * a * (b + c - 1)),
    ]);
    expect(beyond).to.deep.equal({ points: [], continua: [], degenerate: [], unresolved: [], border: [] });
  });

  it("names what it cannot decide: a double root, and a budget that is too small", () => {
    const double = onDiagonal((a, b, c) => 18 * a * b * c - 21 * a * b + 8 * c - 1);
    // 18 x^3 - 21 x^2 + 8 x - 1 = (2x - 1)(3x - 1)^2.
    expect(firsts(double)).to.deep.equal([[0.5, 0.5, 0.5, 0.5]]);
    expect(double.unresolved.join()).to.match(/^not decided .* boxes within \[0\.33\d+, 0\.33\d+\] x/);
    const hurried = onDiagonal((a, b, c) => 8 * a * b * c - 1, 1);
    expect(hurried.unresolved.join()).to.match(/after 1 boxes: 2 boxes within \[0, 1\] x/);
  });
});
