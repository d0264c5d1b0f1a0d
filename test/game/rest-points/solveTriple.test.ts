import { expect } from "chai";
import { describe, it } from "mocha";

import { signOnBox } from "#game/rest-points/multilinear.ts";
import { solveTriple } from "#game/rest-points/solveTriple.ts";

import { cornersOf, integers, multilinear, randomEquations } from "./support/cube.ts";

/** x = z and y = z by the first two equations, and the third as given. */
function onDiagonal(third: (x: number, y: number) => number) {
  return solveTriple([
    cornersOf(3, (_x, y = 0, z = 0) => y - z),
    cornersOf(3, (x = 0, _y, z = 0) => x - z),
    cornersOf(3, (x = 0, y = 0) => third(x, y)),
  ]);
}

const firsts = ({ points }: ReturnType<typeof solveTriple>) =>
  points.map(({ shares }) => shares.map(([x]) => x)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe("rest-points/solveTriple", () => {
  it("finds two rational solutions, by an equation with factors and by one without", () => {
    const both = [
      [1 / 3, 1 / 3, 1 / 3],
      [1 / 2, 1 / 2, 1 / 2],
    ];
    for (const third of [
      (x: number, y: number) => (2 * x - 1) * (3 * y - 1),
      (x: number, y: number) => 6 * x * y - x - 4 * y + 1,
    ]) {
      const found = onDiagonal(third);
      expect(firsts(found)).to.deep.equal(both);
      expect(found).to.deep.include({ degenerate: [], unresolved: [], continua: [], border: [] });
      expect(found.points.map(({ singular }) => singular)).to.deep.equal([false, false]);
    }
  });

  it("finds irrational solutions, and none beyond the face or on its border", () => {
    const found = onDiagonal((x, y) => 2 * x * y - 1);
    expect(firsts(found)).to.have.length(1);
    for (const x of firsts(found)[0] ?? []) expect(x).to.be.closeTo(Math.SQRT1_2, 1.2e-16);
    // Roots 1/2 and 1, then 0 and 1/2.
    expect(firsts(onDiagonal((x, y) => 2 * x * y - x - 2 * y + 1))).to.deep.equal([[0.5, 0.5, 0.5]]);
    expect(firsts(onDiagonal((x, y) => 2 * x * y - y))).to.deep.equal([[0.5, 0.5, 0.5]]);
  });

  it("names a double root", () => {
    for (const third of [
      (x: number, y: number) => 4 * x * y - x - 3 * y + 1,
      (x: number, y: number) => (2 * x - 1) * (2 * y - 1),
    ]) {
      const found = onDiagonal(third);
      expect(firsts(found)).to.deep.equal([[0.5, 0.5, 0.5]]);
      expect(found.points[0]?.singular).to.equal(true);
      expect(found.degenerate.join()).to.match(/double root/);
      expect(found.unresolved).to.deep.equal([]);
    }
  });

  it("names a curve and dependent equations, which it does not resolve", () => {
    const curve = solveTriple([
      cornersOf(3, (_x, y = 0, z = 0) => y - z),
      cornersOf(3, (x = 0, _y, z = 0) => (2 * x - 1) * (2 * z - 1)),
      cornersOf(3, (x = 0, y = 0) => (2 * x - 1) * (2 * y - 1)),
    ]);
    expect(curve.degenerate.join()).to.match(/curve/);
    expect(curve.unresolved).to.have.length(1);
    const line = onDiagonal((x, y) => x - y);
    expect(line.points).to.deep.equal([]);
    expect(line.degenerate.join()).to.match(/dependent/);
    expect(line.unresolved).to.have.length(1);
  });

  it("tries another population where one cannot tell: a curve on the border is none inside", () => {
    const found = solveTriple([
      cornersOf(3, (_x, y = 0, z = 0) => y - z),
      cornersOf(3, (x = 0, _y, z = 0) => z * (4 * x - 2)),
      cornersOf(3, (x = 0, y = 0) => y * (4 * x - 1)),
    ]);
    expect(found).to.deep.equal({ points: [], continua: [], degenerate: [], unresolved: [], border: [] });
  });

  it("follows a cyclic change of the populations, and solves what it was given (seed 341)", () => {
    const draw = integers(341, 9);
    let solutions = 0;
    for (let run = 0; run < 2000; run++) {
      const equations = randomEquations(3, draw);
      if (equations.some((values) => signOnBox(values) !== undefined)) continue;
      const found = firsts(solveTriple(equations));
      const turned = [1, 2, 0].map(
        (i) => equations[i]?.map((_, c) => equations[i]?.[((c >> 1) | (c << 2)) & 7] ?? 0n) ?? [],
      );
      const back = firsts(solveTriple(turned)).map(([b = 0, c = 0, a = 0]) => [a, b, c]);
      expect(back.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).to.have.length(found.length);
      for (const point of found) {
        solutions++;
        for (const values of equations) expect(Math.abs(multilinear(values, point))).to.be.below(1e-12);
        const match = back.some((other) => other.every((x, i) => Math.abs(x - (point[i] ?? 0)) < 1e-12));
        expect(match, `${point.join()} of ${back.join("; ")}`).to.equal(true);
      }
    }
    expect(solutions).to.be.greaterThan(100);
  });
});
