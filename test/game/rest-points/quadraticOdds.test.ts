import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";

import { exactPoint } from "#game/rest-points/exactPoint.ts";
import { quadraticOdds } from "#game/rest-points/quadraticOdds.ts";

import { forAll } from "../support/twoByTwo.ts";

const small = fc.integer({ min: -50, max: 50 });
const oddsOf = (q0: number, q1: number, q2: number): readonly number[] =>
  quadraticOdds([BigInt(q0), BigInt(q1), BigInt(q2)]).map((odds) => {
    const [[x, rest] = [0, 0]] = exactPoint([odds], false).shares;
    return x / rest;
  });

describe("rest-points/quadraticOdds", () => {
  it("finds rational, irrational, double and no roots", () => {
    expect(oddsOf(6, -5, 1).map((s) => Number(s.toFixed(12)))).to.have.members([2, 3]);
    expect(oddsOf(-2, 0, 1)[0]).to.be.closeTo(Math.SQRT2, 1e-15);
    expect(oddsOf(1, -2, 1)).to.deep.equal([1]);
    expect(oddsOf(1, 0, 1)).to.deep.equal([]);
    expect(oddsOf(6, 5, 1)).to.deep.equal([]);
    expect(oddsOf(0, -2, 1)).to.deep.equal([2]);
    expect(oddsOf(-4, 2, 0)).to.deep.equal([2]);
    expect(oddsOf(0, 3, 0)).to.deep.equal([]);
    expect(oddsOf(3, 0, 0)).to.deep.equal([]);
    expect(oddsOf(0, 0, 0)).to.deep.equal([]);
  });

  it("agrees with the school formula (seed 331)", () => {
    forAll(331, 500, [small, small, small], (q0, q1, q2) => {
      const discriminant = q1 * q1 - 4 * q0 * q2;
      const formula =
        q2 === 0
          ? [-q0 / q1]
          : discriminant === 0
            ? [-q1 / (2 * q2)]
            : [1, -1].map((sign) => (-q1 + sign * Math.sqrt(discriminant)) / (2 * q2));
      const positive = formula.filter((s) => s > 1e-12 && s < 1e12);
      const found = oddsOf(q0, q1, q2).toSorted((a, b) => a - b);
      expect(found).to.have.length(positive.length);
      positive.toSorted((a, b) => a - b).forEach((s, i) => expect((found[i] ?? 0) / s).to.be.closeTo(1, 1e-9));
    });
  });
});
