import { readState } from "#game/readState.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";

describe("readState", () => {
  it("refuses other numbers of populations and shares", () => {
    expectRefusal(() => readState([]), "usage", /2 populations, not 0/);
    expectRefusal(
      () =>
        readState([
          [1, 0],
          [1, 0],
          [1, 0],
        ]),
      "usage",
      /not 3/,
    );
    expectRefusal(() => readState([[1, 0], [1]]), "usage", /2 shares, not 1/);
    expectRefusal(
      () =>
        readState([
          [0.2, 0.2, 0.6],
          [1, 0],
        ]),
      "usage",
      /2 shares, not 3/,
    );
  });

  it("refuses shares that are no number, outside [0,1], or do not add up", () => {
    for (const pair of [
      [Number.NaN, 1],
      [-0.1, 1.1],
      [0.5, 0.6],
      [Infinity, 0],
      [0, 0],
    ]) {
      expectRefusal(() => readState([pair, [1, 0]]), "usage", /sum 1/, /\[\[0.5,0.5\],/);
      expectRefusal(() => readState([[1, 0], pair]), "usage", /sum 1/);
    }
  });

  it("keeps the digits of both shares, and mends sums that are off by rounding", () => {
    expect(
      readState([
        [1, 1e-20],
        [0.1, 0.9],
      ]),
    ).to.deep.equal({ x: 1, xRest: 1e-20, y: 0.1, yRest: 0.9 });
    const { x, xRest } = readState([
      [0.3333333333, 0.6666666666],
      [1, 0],
    ]);
    expect(x + xRest).to.equal(1);
  });
});
