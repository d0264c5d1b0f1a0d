import { expect } from "chai";
import { describe, it } from "mocha";

import { enclosedPoint } from "#game/rest-points/enclosedPoint.ts";

import { cornersOf } from "./support/cube.ts";

/** x = 1/4, y = 3/4, each to within 1/1000. */
const point = enclosedPoint({ centre: [250n, 750n], radius: 1n, one: 1000n });

describe("rest-points/enclosedPoint", () => {
  it("has shares, and values divided by the unit", () => {
    expect(point.shares).to.deep.equal([
      [0.25, 0.75],
      [0.75, 0.25],
    ]);
    expect(point.singular).to.equal(false);
    const { value, sign } = point.at(
      cornersOf(2, (x = 0, y = 0) => 40 * x + 20 * y),
      10n,
    );
    expect(value).to.be.closeTo(2.5, 1e-12);
    expect(sign).to.equal(1);
  });

  it("knows a sign only where it is the same on all the box", () => {
    const sum = (offset: number) => cornersOf(2, (x = 0, y = 0) => 1000 * (x + y) - offset);
    expect(point.at(sum(997), 1n).sign).to.equal(1);
    expect(point.at(sum(999), 1n)).to.deep.equal({ value: 0, sign: undefined });
    expect(point.at(sum(1000), 1n)).to.deep.equal({ value: 0, sign: undefined });
    expect(point.at(sum(1002), 1n)).to.deep.equal({ value: 0, sign: undefined });
    expect(point.at(sum(998), 1n)).to.deep.equal({ value: 0, sign: undefined });
    expect(point.at(sum(1003), 1n).sign).to.equal(-1);
  });

  it("knows a function that is 0 throughout", () => {
    expect(point.at([0n, 0n, 0n, 0n], 1n)).to.deep.equal({ value: 0, sign: 0 });
  });
});
