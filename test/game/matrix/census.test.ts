import { censusOf } from "#game/matrix/census.ts";
import type { ExtremeMixture } from "#game/matrix/extremeMixtures.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { bimatrix } from "./support/games.ts";

const game = bimatrix(
  [
    [1, 1],
    [1, 1],
  ],
  [
    [1, 1],
    [1, 1],
  ],
);
const pure = (support: number, replies: number): ExtremeMixture => ({
  support,
  replies,
  shares: support === 1 ? [1n, 0n] : [0n, 1n],
  denominator: 1n,
  earnings: [],
});

describe("matrix/census", () => {
  it("tells points, with their index where they are regular, from components", () => {
    const sides = [
      { player: 0, replying: 1, corners: [pure(1, 1), pure(2, 2)] },
      { player: 1, replying: 0, corners: [pure(1, 1), pure(2, 0b11)] },
    ];
    const pieces = [
      { first: [0], second: [0] },
      { first: [1], second: [1] },
    ];
    const census = censusOf(game, sides, pieces, () => -1);
    expect(census.points).to.deep.equal([
      {
        shares: [
          [1, 0],
          [1, 0],
        ],
        exact: [
          ["1", "0"],
          ["1", "0"],
        ],
        index: -1,
      },
      {
        shares: [
          [0, 1],
          [0, 1],
        ],
        exact: [
          ["0", "1"],
          ["0", "1"],
        ],
      },
    ]);
    expect(census).to.deep.include({ components: [], indexSum: -1 });
    expect(census.degeneracies).to.deep.equal([
      'Against "c1" of "column", which is one strategy, "r0", "r1" are all best replies of "row".',
    ]);
  });

  it("describes a component piece by piece", () => {
    const sides = [
      { player: 0, replying: 1, corners: [pure(1, 1), pure(2, 1)] },
      { player: 1, replying: 0, corners: [pure(1, 3)] },
    ];
    const { points, components } = censusOf(game, sides, [{ first: [0, 1], second: [0] }], () => 1);
    expect(points).to.deep.equal([]);
    expect(components).to.deep.equal([
      {
        pieces: [
          [
            [
              [1, 0],
              [0, 1],
            ],
            [[1, 0]],
          ],
        ],
        description:
          'Every state is an equilibrium in which "row" plays any mixture of "r0" and "r1" (support "r0", "r1"), ' +
          '"column" plays "c0" (support "c0").',
      },
    ]);
  });
});
