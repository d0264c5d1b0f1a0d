import { continuumOf } from "#game/matrix/continuum.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { bimatrix } from "./support/games.ts";

describe("matrix/continuum", () => {
  it("has corners, the range of each first share, and words", () => {
    const mixture = (a: bigint, b: bigint) => ({
      support: (a > 0n ? 1 : 0) | (b > 0n ? 2 : 0),
      shares: [a, b],
      denominator: a + b,
      earnings: [],
    });
    const one = [mixture(1n, 1n)];
    const some = [mixture(1n, 0n), mixture(1n, 3n)];
    expect(
      continuumOf(
        bimatrix(
          [
            [1, 1],
            [1, 1],
          ],
          [
            [1, 1],
            [1, 1],
          ],
        ),
        [one, some],
      ),
    ).to.deep.equal({
      range: [
        [0.5, 0.5],
        [0.25, 1],
      ],
      corners: [
        [[0.5, 0.5]],
        [
          [1, 0],
          [0.25, 0.75],
        ],
      ],
      description:
        'A connected set of rest points: "row" plays "r0", "r1" in one mixture, "column" plays "c0", "c1" in some mixtures; ' +
        "all strategies played earn the same.",
    });
  });
});
