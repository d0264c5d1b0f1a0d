import { expect } from "chai";
import { describe, it } from "mocha";

import { polish } from "#game/rest-points/polish.ts";

import { cornersOf } from "./support/cube.ts";

const irrational = [cornersOf(2, (x = 0, y = 0) => 2 * x * y - 1), cornersOf(2, (x = 0, y = 0) => x - y)];

describe("rest-points/polish", () => {
  it("proves 1 / root 2 to 38 digits", () => {
    const found = polish(irrational, [0.7, 0.72]);
    if (found === undefined) throw new Error("no proof");
    const { radius, one } = found;
    for (const x of found.centre) {
      expect(2n * (x - radius) ** 2n < one * one).to.equal(true);
      expect(2n * (x + radius) ** 2n > one * one).to.equal(true);
    }
    expect(radius * 2n ** 128n).to.equal(one);
  });

  it("proves an exact rational root in spite of an exact residual of 0", () => {
    const linear = [
      cornersOf(2, (x = 0, y = 0) => 4 * x + 4 * y - 3),
      cornersOf(2, (x = 0, y = 0) => 4 * x - 4 * y + 1),
    ];
    const found = polish(linear, [0.3, 0.4]);
    expect(found?.centre.map((x) => Number((x * 1000n) / found.one))).to.deep.equal([250, 500]);
  });

  it("proves nothing where two roots are in one small box: x = y = 2^-130 and its mirror image", () => {
    const close = [[-1n, -1n, -1n, 2n ** 260n - 1n], cornersOf(2, (x = 0, y = 0) => x - y)];
    expect(polish(close, [2 ** -130, 2 ** -130])).to.equal(undefined);
  });

  it("proves nothing at a double root, or where Newton's method runs away", () => {
    const double = [cornersOf(2, (x = 0, y = 0) => 4 * x * y - x - 3 * y + 1), cornersOf(2, (x = 0, y = 0) => x - y)];
    expect(polish(double, [0.6, 0.6])).to.equal(undefined);
    expect(polish(irrational, [0.0001, 0.0001])).to.equal(undefined);
    expect(polish(irrational, [0, 0])).to.equal(undefined);
  });
});
