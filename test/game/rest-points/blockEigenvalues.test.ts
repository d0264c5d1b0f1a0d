import { expect } from "chai";
import { describe, it } from "mocha";

import { blockEigenvalues } from "#game/rest-points/blockEigenvalues.ts";
import { characteristic } from "#game/rest-points/characteristic.ts";

import { integers } from "./support/cube.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** |p(l)| of the characteristic polynomial at a complex number. */
function residual(matrix: readonly (readonly number[])[], [x, y]: readonly [number, number]): number {
  let [re, im] = [0, 0];
  for (const c of characteristic(matrix)) [re, im] = [re * x - im * y + c, re * y + im * x];
  return Math.hypot(re, im);
}

describe("rest-points/blockEigenvalues", () => {
  it("ends on all 729 zero-diagonal 3 x 3 matrices with entries -1, 0, 1, with the right values", () => {
    for (let code = 0; code < 729; code++) {
      const entry = (k: number) => (Math.floor(code / 3 ** k) % 3) - 1;
      const matrix = [
        [0, entry(0), entry(1)],
        [entry(2), 0, entry(3)],
        [entry(4), entry(5), 0],
      ];
      const found = blockEigenvalues(matrix);
      expect(found).to.have.length(3);
      for (const eigenvalue of found) expect(residual(matrix, eigenvalue), JSON.stringify(matrix)).to.be.below(1e-13);
      expect(sum(found.map(([real]) => real))).to.be.closeTo(0, 1e-14);
      expect(sum(found.map(([, imaginary]) => imaginary))).to.equal(0);
      // The sum of squares is the trace of the square, which tells multiple roots from simple ones.
      const [a, b] = [entry(0) * entry(2) + entry(1) * entry(4), entry(3) * entry(5)];
      expect(sum(found.map(([x, y]) => x * x - y * y))).to.be.closeTo(2 * (a + b), 1e-7);
    }
  });

  it("knows the matrix on which a library does not end: 0 and two imaginary ones", () => {
    const matrix = [
      [0, -1, 0],
      [1, 0, 1],
      [0, -1, 0],
    ];
    expect(blockEigenvalues(matrix)).to.deep.equal([
      [0, Math.SQRT2],
      [0, 0],
      [0, -Math.SQRT2],
    ]);
  });

  it("knows closed forms: two by two, and the cyclic permutation of three, four and six", () => {
    const pair = (a: number, b: number) =>
      blockEigenvalues([
        [0, a],
        [b, 0],
      ]);
    expect(pair(2, 8)).to.deep.equal([
      [4, 0],
      [-4, 0],
    ]);
    expect(pair(-2, 8)).to.deep.equal([
      [0, 4],
      [0, -4],
    ]);
    expect(blockEigenvalues([[0]])).to.deep.equal([[0, 0]]);
    expect(pair(0, 0)).to.deep.equal([
      [0, 0],
      [0, 0],
    ]);
    for (const n of [3, 4, 6]) {
      const cycle = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => (j === (i + 1) % n ? 5 : 0)),
      );
      blockEigenvalues(cycle).forEach(([x, y]) => {
        expect(Math.hypot(x, y)).to.be.closeTo(5, 1e-13);
        expect(Math.cos(n * Math.atan2(y, x))).to.be.closeTo(1, 1e-12);
      });
      expect(blockEigenvalues(cycle)[0]?.[0]).to.be.closeTo(5, 1e-13);
    }
  });

  it("solves the characteristic polynomial of random matrices of any scale (seed 411)", () => {
    const draw = integers(411, 1000);
    for (let run = 0; run < 300; run++) {
      const size = 2 + (run % 5);
      const unscaled = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => (i === j ? 0 : draw() / 1000)),
      );
      const scale = 10 ** (20 * ((run % 3) - 1));
      const found = blockEigenvalues(unscaled.map((row) => row.map((value) => value * scale)));
      expect(found).to.have.length(size);
      for (const [x, y] of found) expect(residual(unscaled, [x / scale, y / scale])).to.be.below(1e-10);
      expect(found.map(([x]) => x)).to.deep.equal(found.map(([x]) => x).toSorted((a, b) => b - a));
    }
  });
});
