import { expect } from "chai";
import { describe, it } from "mocha";

import { clipToBand, type Point } from "#report/svg/clipToBand.ts";

const BAND = [0, 1] as const;

describe("clipToBand", () => {
  it("keeps what stays inside", () => {
    const points: readonly Point[] = [
      [0, 0],
      [1, 0.5],
      [2, 1],
    ];
    expect(clipToBand(points, BAND)).to.deep.equal([points]);
  });

  it("cuts where the line crosses, not where it would be pulled to", () => {
    const out = clipToBand(
      [
        [0, 0.5],
        [1, 1.5],
        [2, 0.5],
        [3, -1.5],
      ],
      BAND,
    );
    expect(out).to.deep.equal([
      [
        [0, 0.5],
        [0.5, 1],
      ],
      [
        [1.5, 1],
        [2, 0.5],
        [2.25, 0],
      ],
    ]);
  });

  it("crosses the whole band in one segment, and leaves out what never enters", () => {
    const across = clipToBand(
      [
        [0, -1],
        [1, 3],
      ],
      BAND,
    );
    expect(across).to.deep.equal([
      [
        [0.25, 0],
        [0.5, 1],
      ],
    ]);
    const outside: readonly Point[] = [
      [0, 2],
      [1, 3],
      [2, 2],
    ];
    expect(clipToBand(outside, BAND)).to.deep.equal([]);
  });

  it("stays finite for states that are about to overflow", () => {
    const wild: readonly Point[] = [
      [0, 0.5],
      [1, 1.7e308],
      [2, -1.7e308],
      [3, 0.5],
    ];
    expect(clipToBand(wild, BAND).flat(2).every(Number.isFinite)).to.equal(true);
  });
});
