import { imitation, maynardSmith, meanOf, replicator, type GrowthRates } from "#game/dynamics/growthRates.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

/** Mean 0.5 * 4 + 0.25 * 8 + 0.25 * 0 = 4 for the first payoffs, 5 for the second. */
const SHARES = Float64Array.of(0.5, 0.25, 0.25);

function rates(of: GrowthRates, payoffs: readonly number[]): readonly number[] {
  const out = new Float64Array(3);
  of(SHARES, Float64Array.from(payoffs), out);
  return [...out];
}

describe("growthRates", () => {
  it("of the replicator are payoffs less their mean", () => {
    expect(meanOf(SHARES, Float64Array.of(4, 8, 0))).to.equal(4);
    expect(rates(replicator, [4, 8, 0])).to.deep.equal([0, 4, -4]);
  });

  it("of Maynard Smith are the same over the mean", () => {
    expect(rates(maynardSmith, [5, 8, 2])).to.deep.equal([0, 0.6, -0.6]);
  });

  it("of imitation weigh the chances of Fermi to be copied and to copy", () => {
    const fermi = (gain: number) => 1 / (1 + Math.exp(-2 * gain));
    const payoffs = [0.1, 0.4, 0];
    const expected = payoffs.map((own) =>
      payoffs.reduce((sum, other, j) => sum + (SHARES[j] ?? 0) * (fermi(own - other) - fermi(other - own)), 0),
    );
    rates(imitation(2), payoffs).forEach((rate, i) => expect(rate).to.be.closeTo(expected[i] ?? NaN, 1e-15));
  });

  it("of imitation are those of the replicator, times half of beta, for weak selection", () => {
    rates(imitation(1e-6), [4, 8, 0]).forEach((rate, i) =>
      expect(rate / 1e-6).to.be.closeTo((rates(replicator, [4, 8, 0])[i] ?? NaN) / 2, 1e-9),
    );
  });

  it("have a mean of 0", () => {
    for (const of of [replicator, maynardSmith, imitation(0.3)]) {
      expect(meanOf(SHARES, Float64Array.from(rates(of, [1, 3, 7])))).to.be.closeTo(0, 1e-15);
    }
  });
});
