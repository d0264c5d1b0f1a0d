import { expect } from "chai";
import { describe, it } from "mocha";

import { cubeGaps } from "#game/rest-points/cubeGaps.ts";
import { describePoint } from "#game/rest-points/describePoint.ts";
import { faceName, facesOf, restrictToFace } from "#game/rest-points/faces.ts";
import { solveFace } from "#game/rest-points/solveFace.ts";

import { gameOf } from "./support/cube.ts";

/** Gaps as functions of the shares of the first strategies; the second strategy earns nothing. */
function game(...gaps: readonly ((x: number, y: number, z: number) => number)[]) {
  return gameOf(gaps.length, (firsts, player) => {
    const [x = 0, y = 0, z = 0] = firsts.map(Number);
    return firsts[player] === true ? (gaps[player]?.(x, y, z) ?? 0) : 0;
  });
}

function pointsOn(name: string, of: ReturnType<typeof game>) {
  const cube = cubeGaps(of);
  const face = facesOf(cube.populations).find((one) => faceName(one) === name);
  if (face === undefined) throw new Error(name);
  const { points } = solveFace(face.mixing.map((k) => restrictToFace(cube.gaps[k] ?? [], face)));
  return points.map((point) => describePoint(of, cube, face, point));
}

describe("rest-points/describePoint", () => {
  it("gives a corner the gains from what is not played there", () => {
    const of = game(
      (_x, y) => 3 * y - 1,
      (x) => 2 - x,
      () => -7,
    );
    const [corner] = pointsOn("(1, 0, 1)", of);
    expect(corner?.point).to.deep.equal({
      shares: [
        [1, 0],
        [0, 1],
        [1, 0],
      ],
      nash: false,
      strict: false,
      eigenvalues: [
        [1, 0],
        [1, 0],
        [7, 0],
      ],
      trace: 9,
      determinant: 7,
      stability: "source",
    });
    expect(pointsOn("(1, 1, 0)", of)[0]?.point).to.deep.include({ stability: "ess", nash: true, strict: true });
    expect(pointsOn("(0, 0, 0)", of)[0]?.point.eigenvalues).to.deep.equal([
      [-1, 0],
      [2, 0],
      [-7, 0],
    ]);
  });

  it("gives a mixed point the eigenvalues of those that mix, then the gains of the others", () => {
    const circling = game(
      (_x, y) => 2 * y - 1,
      (x) => 1 - 2 * x,
      (x, y) => 4 * x + 4 * y - 7,
    );
    const [below] = pointsOn("(*, *, 0)", circling);
    expect(below?.point).to.deep.include({
      eigenvalues: [
        [0, 0.5],
        [0, -0.5],
        [-3, 0],
      ],
      stability: "centre",
      nash: true,
      strict: false,
      trace: -3,
      determinant: -0.75,
    });
    expect(below?.outer).to.deep.equal([{ population: 2, sign: -1 }]);
    const [above] = pointsOn("(*, *, 1)", circling);
    expect(above?.point).to.deep.include({ stability: "unstable", nash: false, trace: 3 });
    expect(above?.point.shares).to.deep.equal([
      [0.5, 0.5],
      [0.5, 0.5],
      [1, 0],
    ]);
  });

  it("puts shares where they belong when a population in between is pinned", () => {
    const of = game(
      (_x, _y, z) => 5 * z - 1,
      () => 1,
      (x) => 4 * x - 1,
    );
    expect(pointsOn("(*, 1, *)", of)[0]?.point.shares.map(([x]) => x)).to.deep.equal([0.25, 1, 0.2]);
  });

  it("holds a point with a gain of exactly 0 for Nash and for degenerate, with a note", () => {
    const of = game(
      (_x, y) => 2 * y - 1,
      (x) => 1 - 2 * x,
      (x, y) => x - y,
    );
    const [point] = pointsOn("(*, *, 0)", of);
    expect(point?.point).to.deep.include({ stability: "degenerate", nash: true, strict: false, determinant: 0 });
    expect(point?.point.note).to.match(/"p3" is zero/);
  });
});
