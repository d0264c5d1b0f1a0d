import { continuaOf } from "#game/continua.ts";
import { gapsOf } from "#game/gaps.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { field, quads, twoByTwo, type Quad } from "./support/twoByTwo.ts";

function continua(quad: Quad) {
  const game = twoByTwo(...quad);
  return continuaOf(game, gapsOf(game));
}

const STEPS = [0, 0.125, 0.25, 0.5, 0.75, 0.875, 1];
const GRID = STEPS.flatMap((x) => STEPS.map((y) => [x, y] as const));

/** Corners, which `analyze` reports by themselves, and X5, which lies at (0.5, 0.5) when all gaps have size 1. */
function isIsolated([c1, c2, c3, c4]: Quad, x: number, y: number): boolean {
  if (x === 0.5 && y === 0.5) return c1 * c3 < 0 && c2 * c4 < 0;
  return Number.isInteger(x) && Number.isInteger(y);
}

function within([from, to]: readonly [number, number] = [2, 3], share: number): boolean {
  return from <= share && share <= to;
}

describe("continuaOf", () => {
  it("covers exactly the rest points that are not isolated, for all 81 patterns of signs", () => {
    for (const quad of quads([-1, 0, 1])) {
      const ranges = continua(quad).map(({ range }) => range);
      for (const [x, y] of GRID) {
        if (isIsolated(quad, x, y)) continue;
        const covered = ranges.some((range) => within(range[0], x) && within(range[1], y));
        const atRest = field(quad, x, y).every((rate) => rate === 0);
        expect(covered, `${quad.join()} at ${x}, ${y}`).to.equal(atRest);
      }
    }
  });

  it("is the whole square when nobody ever has a preference", () => {
    expect(continua([0, 0, 0, 0]).map(({ range }) => range)).to.deep.equal([
      [
        [0, 1],
        [0, 1],
      ],
    ]);
  });

  it("finds the line across the square at the share that makes the other population indifferent", () => {
    const lines = continua([0, -1, 0, 3]);
    expect(lines.map(({ range }) => range)).to.deep.equal([
      [
        [0, 1],
        [0, 0],
      ],
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0.25, 0.25],
        [0, 1],
      ],
    ]);
    expect(lines[2]?.description).to.match(/"C" in "row" is 0.25.*"row" never has a preference/);
    expect(continua([-1, 0, 3, 0])[2]?.range).to.deep.equal([
      [0, 1],
      [0.25, 0.25],
    ]);
  });

  it("says where an edge attracts: eigenvalue across it, here c2 (1-x) + c4 x", () => {
    const words = (quad: Quad): string => continua(quad)[0]?.description ?? "";
    expect(words([0, -1, 1, 3])).to.match(
      /column" all play "D".*attracts where the share of "C" in "row" is below 0.25/,
    );
    expect(words([0, 1, 1, -3])).to.match(/attracts where .* above 0.25/);
    expect(words([0, -1, 1, -3])).to.match(/The edge attracts/);
    expect(words([0, 1, 1, 3])).to.match(/The edge repels/);
    expect(words([0, 0, 1, 0])).to.match(/Nothing moves towards/);
    expect(words([1, -1, 0, -3])).to.match(/column" all play "C".*The edge repels/);
  });
});
