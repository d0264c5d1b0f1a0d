import { eliminate } from "#game/finite/eliminate.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { forAll } from "../support/twoByTwo.ts";
import { byPowers, transitionsFrom } from "./support/matrices.ts";

function stationary(size: number, rate: (i: number, j: number) => number): number[] {
  const lnRates = Float64Array.from({ length: size * size }, (_, at) =>
    Math.log(rate(Math.floor(at / size), at % size)),
  );
  return Array.from(eliminate(lnRates, size), Math.exp);
}

describe("finite/eliminate", () => {
  it("agrees with powers of the transition matrix, on dense and on sparse chains (seed 81)", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 49, maxLength: 49 });
    forAll(81, 100, [fc.integer({ min: 2, max: 7 }), weights], (size, table) => {
      // A ring keeps every state within reach.
      const rate = (i: number, j: number): number => ((table[i * 7 + j] ?? 0) + (j === (i + 1) % size ? 5 : 0)) / 1000;
      const expected = byPowers(transitionsFrom(size, rate));
      stationary(size, rate).forEach((value, i) => expect(value).to.be.closeTo(expected[i] ?? 0, 1e-12));
    });
  });

  it("gives the smallest probability as precisely as the largest: a ladder down by e^-500 a rung", () => {
    const size = 20;
    const lnRates = new Float64Array(size * size).fill(-Infinity);
    for (let k = 0; k + 1 < size; k++) {
      lnRates[k * size + k + 1] = -500;
      lnRates[(k + 1) * size + k] = -0.5;
    }
    eliminate(lnRates, size).forEach((ln, k) => expect(ln).to.be.closeTo(-499.5 * k, 1e-10));
  });

  it("gives in logarithms, where doubles do not reach, what they give where they do", () => {
    const size = 6;
    const rate = (i: number, j: number): number => 1 + ((i * 5 + j * 3) % 7);
    // Every second state is entered and left e^1000 times less often: its share stays, doubles cannot hold the rates.
    const stretched = Float64Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return Math.log(rate(i, j)) - (i % 2 === 0 && j % 2 === 0 ? 0 : 1000);
    });
    const plain = Float64Array.from(stretched, (ln, at) =>
      Math.floor(at / size) % 2 === 0 && (at % size) % 2 === 0 ? ln : ln + 980,
    );
    const [far, near] = [eliminate(stretched, size), eliminate(plain, size)];
    far.forEach((ln, i) => expect(ln).to.be.closeTo(near[i] ?? 0, 1e-7));
  });

  it("takes any unit of time, ignores the diagonal, and knows the chain of one state", () => {
    const rate = (i: number, j: number): number => (i === j ? 17 : 1 + i + 2 * j);
    const [slow, fast] = [stationary(4, rate), stationary(4, (i, j) => (i === j ? 3 : 1e6 * rate(i, j)))];
    slow.forEach((value, i) => expect(value).to.be.closeTo(fast[i] ?? 0, 1e-14));
    expect(stationary(1, () => 0)).to.deep.equal([1]);
  });

  it("permutes with the names of the states", () => {
    const rate = (i: number, j: number): number => 1 + ((i * 5 + j * 3) % 7);
    const order = [3, 0, 4, 1, 2];
    const [plain, permuted] = [stationary(5, rate), stationary(5, (i, j) => rate(order[i] ?? 0, order[j] ?? 0))];
    permuted.forEach((value, i) => expect(value).to.be.closeTo(plain[order[i] ?? 0] ?? 0, 1e-14));
  });

  it("refuses a chain that may end in either of two places", () => {
    const lnRates = Float64Array.of(0, -Infinity, 0, 0, 0, 0, -Infinity, -Infinity, 0);
    expectRefusal(() => eliminate(lnRates, 3), "usage", /cannot be left.*mutation/);
  });
});
