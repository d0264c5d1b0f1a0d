import { expect } from "chai";
import { describe, it } from "mocha";

import { boxSearch } from "#game/rest-points/boxSearch.ts";

import { cornersOf, integers, multilinear, randomEquations } from "./support/cube.ts";

const two = [cornersOf(2, (x = 0, y = 0) => 6 * x * y - x - 4 * y + 1), cornersOf(2, (x = 0, y = 0) => x - y)];

describe("rest-points/boxSearch", () => {
  it("holds both roots, 1/3 and 1/2, in boxes of their own", () => {
    const { boxes } = boxSearch(two, 1000);
    const near = (root: number) => boxes.some((box) => box.root?.every((x) => Math.abs(x - root) < 0.05));
    expect(near(1 / 3) && near(1 / 2)).to.equal(true);
    expect(boxes.every(({ root }) => root !== undefined)).to.equal(true);
  });

  it("holds the root of linear equations at once, wherever in the cube it is", () => {
    for (const [p, q] of [
      [97, 2],
      [50, 99],
      [1, 1],
      [50, 50],
    ] as const) {
      const linear = [cornersOf(2, (x = 0, y = 0) => 100 * (x + y) - p - q), cornersOf(2, (x = 0, y = 0) => 100 * (x - y) - p + q)]; // prettier-ignore
      const { boxes, examined } = boxSearch(linear, 1000);
      expect(examined).to.equal(1);
      expect(boxes[0]?.root?.[0]).to.be.closeTo(p / 100, 1e-12);
      expect(boxes[0]?.root?.[1]).to.be.closeTo(q / 100, 1e-12);
    }
  });

  it("excludes everything where there is no root", () => {
    const apart = [cornersOf(2, (x = 0, y = 0) => 8 * x * y - 7), cornersOf(2, (x = 0, y = 0) => 4 * x - 8 * y)];
    expect(boxSearch(apart, 1000).boxes).to.deep.equal([]);
  });

  it("never drops what it did not decide: a budget that runs out leaves boxes that cover the roots", () => {
    for (const budget of [0, 1, 2, 3, 5, 8]) {
      const { boxes, examined } = boxSearch(two, budget);
      expect(examined).to.be.at.most(budget);
      for (const root of [1 / 3, 1 / 2]) {
        const covered = boxes.some(({ low, high }) => low.every((from, k) => from <= root && root <= (high[k] ?? 0)));
        expect(covered, `${root} after ${budget}`).to.equal(true);
      }
    }
  });

  it("keeps the boxes around a double root as undecided, and small", () => {
    const double = [cornersOf(2, (x = 0, y = 0) => 9 * x * y - x - 5 * y + 1), cornersOf(2, (x = 0, y = 0) => x - y)];
    const { boxes } = boxSearch(double, 1e6);
    const left = boxes.filter(({ root }) => root === undefined);
    const held = left.filter(({ low, high }) => low.every((from, k) => from <= 1 / 3 && 1 / 3 <= (high[k] ?? 0)));
    expect(held.length).to.be.greaterThan(0);
    for (const { low, high } of left) {
      low.forEach((from, k) => expect((high[k] ?? 1) - from).to.be.at.most(2 ** -20));
      for (const x of [...low, ...high]) expect(x).to.be.closeTo(1 / 3, 1e-3);
    }
  });

  it("finds in random systems every root that Newton's method finds from random starts (seed 361)", () => {
    const draw = integers(361, 1000);
    let roots = 0;
    for (let run = 0; run < 60; run++) {
      const m = 4 + (run % 2);
      const equations = randomEquations(m, draw);
      const { boxes } = boxSearch(equations, 1e6);
      for (let start = 0; start < 20; start++) {
        const root = newton(
          equations,
          Array.from({ length: m }, () => (draw() + 1000) / 2000),
        );
        if (root === undefined) continue;
        roots++;
        const held = boxes.some(({ low, high }) =>
          root.every((x, k) => (low[k] ?? 0) - 1e-9 <= x && x <= (high[k] ?? 0) + 1e-9),
        );
        expect(held, `run ${run}: ${root.join()}`).to.equal(true);
      }
    }
    expect(roots).to.be.greaterThan(50);
  }).timeout(60_000);
});

/** Newton's method with numerical derivatives and Gaussian elimination, restated; a root inside the unit cube. */
function newton(equations: readonly (readonly bigint[])[], start: readonly number[]): number[] | undefined {
  let x = [...start];
  for (let step = 0; step < 50; step++) {
    const rows = equations.map((values) => [
      ...x.map((_, k) => multilinear(values, x.with(k, 1)) - multilinear(values, x.with(k, 0))),
      multilinear(values, x),
    ]);
    const move = eliminate(rows);
    x = x.map((value, k) => value - (move[k] ?? Number.NaN));
    if (move.every((part) => Math.abs(part) < 1e-12)) break;
  }
  const solved = equations.every((values) => Math.abs(multilinear(values, x)) < 1e-7);
  return solved && x.every((value) => value > 0 && value < 1) ? x : undefined;
}

function eliminate(rows: number[][]): number[] {
  rows.forEach((_, k) => {
    const best = rows.slice(k).toSorted((a, b) => Math.abs(b[k] ?? 0) - Math.abs(a[k] ?? 0))[0] ?? [];
    const at = rows.indexOf(best);
    [rows[k], rows[at]] = [best, rows[k] ?? []];
    rows.forEach((row, i) => {
      const factor = (row[k] ?? 0) / (best[k] ?? 1);
      if (i !== k) rows[i] = row.map((value, j) => value - factor * (best[j] ?? 0));
    });
  });
  return rows.map((row, k) => (row.at(-1) ?? 0) / (row[k] ?? 1));
}
