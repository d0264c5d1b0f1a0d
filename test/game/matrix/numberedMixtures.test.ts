import { NumberedMixtures } from "#game/matrix/numberedMixtures.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

const mixture = (...shares: readonly bigint[]) => ({
  support: 0b11,
  shares,
  denominator: shares.reduce((a, b) => a + b, 0n),
  earnings: [],
});

describe("matrix/numberedMixtures", () => {
  it("gives the same mixture one number, however its shares are written", () => {
    const [a, b, c] = [mixture(1n, 2n), mixture(2n, 4n), mixture(2n, 1n)];
    const numbers = new NumberedMixtures([[a], [b, c]]);
    expect(numbers.numbersOf([c, b, a])).to.deep.equal([1, 0, 0]);
    expect(numbers.pick([1, 0, 7])).to.deep.equal([c, a]);
  });
});
