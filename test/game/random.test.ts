import { randomStream, splitmix64, xoshiro128 } from "#game/random.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

function take<T>(count: number, next: () => T): T[] {
  return Array.from({ length: count }, next);
}

describe("random", () => {
  it("gives the published outputs of xoshiro128** 1.1 from the state 1, 2, 3, 4 [Blackman2021]", () => {
    const { bits } = xoshiro128([1, 2, 3, 4]);
    expect(take(10, bits)).to.deep.equal([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("gives the published outputs of splitmix64 from 1234567 [Steele2014]", () => {
    const numbers = splitmix64(1234567n);
    expect(take(5, () => numbers.next().value)).to.deep.equal([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it("is the same again from the same seed and path, whatever other streams have given", () => {
    const first = take(5, randomStream(7, [3, 0]).bits);
    const other = randomStream(7, [2, 9]);
    take(100, other.bits);
    expect(take(5, randomStream(7, [3, 0]).bits)).to.deep.equal(first);
  });

  it("has a stream of its own for every seed and every path: order, length and zeros count", () => {
    const paths = [[], [0], [0, 0], [1], [0, 1], [1, 0], [2], [1, 1], [0, 0, 0], [2 ** 53 - 1]];
    const seeds = [0, 1, 2, 2 ** 32, 2 ** 53 - 1];
    const starts = seeds.flatMap((seed) => paths.map((path) => take(4, randomStream(seed, path).bits).join()));
    expect(new Set(starts).size).to.equal(seeds.length * paths.length);
  });

  it("has children that are not correlated with each other: first numbers of 20,000 runs (seed 5)", () => {
    const runs = 20_000;
    const values = Array.from({ length: runs }, (_, run) => randomStream(5, [1, run]).unit());
    const mean = values.reduce((sum, value) => sum + value, 0) / runs;
    const lag = values.reduce((sum, value, i) => sum + (value - 0.5) * ((values[i + 1] ?? 0.5) - 0.5), 0) / runs;
    // Five standard deviations of the mean of uniform numbers, and of that of products of two.
    expect(mean).to.be.closeTo(0.5, 5 * Math.sqrt(1 / 12 / runs));
    expect(lag).to.be.closeTo(0, (5 * (1 / 12)) / Math.sqrt(runs));
  });

  it("fills the open unit interval evenly: chi-square of 64 cells with 100,000 numbers (seed 11)", () => {
    const { unit } = randomStream(11);
    const cells = new Float64Array(64);
    for (let i = 0; i < 100_000; i++) {
      const value = unit();
      expect(value > 0 && value < 1).to.equal(true);
      cells[Math.floor(value * 64)] = (cells[Math.floor(value * 64)] ?? 0) + 1;
    }
    const expected = 100_000 / 64;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).to.be.within(30, 110); // 63 degrees of freedom: beyond these once in 10,000 times
  });

  it("never reaches 0 or 1, even from the smallest and the largest bits", () => {
    const zero = xoshiro128([0, 0, 0, 0]); // no state of a stream: here all bits are zero
    expect(zero.unit()).to.equal(2 ** -53);
    const largest = ((2 ** 26 - 1) * 2 ** 26 + (2 ** 26 - 1) + 0.5) * 2 ** -52;
    expect(largest).to.be.lessThan(1);
  });
});
