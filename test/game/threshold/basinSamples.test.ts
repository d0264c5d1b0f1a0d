import { basins } from "#game/basins.ts";
import { textOf, toDouble } from "#game/rational.ts";
import type { AffineGame } from "#game/threshold/affineGame.ts";
import { basinSamples, sampleValues } from "#game/threshold/basinSamples.ts";
import { outcomeGains, type Outcome } from "#game/threshold/outcomeGains.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact } from "../support/affine.ts";
import { expectRefusal } from "../support/refusal.ts";
import { twoByTwo } from "../support/twoByTwo.ts";

function sample(game: AffineGame, outcome: Outcome, values: readonly string[]) {
  return basinSamples(game, outcome, outcomeGains(game, outcome), values.map(exact));
}

const ANY = { fromClosed: false, toClosed: false };

describe("basinSamples", () => {
  it("follow the closed form of symmetric games, q [1 + (1-q) pi cot(pi q)], from 0 to 1 without a jump", () => {
    const game = affineTwoByTwo([-1, 1], [-1, 1], [0, 1], [0, 1]); // the saddle is at q = 1 - k
    const values = ["-1", "0", "1e-9", "0.2", "0.25", "0.75", "0.999999999", "1", "2"];
    const shares = sample(game, [1, 1], values).map(({ share }) => share ?? Number.NaN);
    const expected = values.map((text) => {
      const k = Number(text);
      if (k <= 0 || k >= 1) return k <= 0 ? 0 : 1;
      // q = 1 - k; cot(pi q) = -cot(pi k) does not cancel where k is small.
      return (1 - k) * (1 + (k * Math.PI) / (k < 0.5 ? -Math.tan(Math.PI * k) : Math.tan(Math.PI * (1 - k))));
    });
    shares.forEach((share, i) => expect(share, values[i]).to.be.closeTo(expected[i] ?? 9, 1e-14));
    expect([shares[0], shares[1], shares[7], shares[8]]).to.deep.equal([0, 0, 1, 1]);
  });

  it("grow between the thresholds of an asymmetric game, and jump at both", () => {
    const game = affineTwoByTwo([-4, 1], [-3, 1], [1, 1], [2, 1]);
    const values = ["-1", "-0.999999999", "0", "1", "2", "2.999999999", "3", "3.000000001"];
    const samples = sample(game, [1, 1], values);
    const shares = samples.map(({ share }) => share);
    const inside = shares.slice(1, 6).map((share) => share ?? Number.NaN);
    expect(inside.toSorted((a, b) => a - b)).to.deep.equal(inside);
    expect(shares[0]).to.equal(0);
    expect(inside[0]).to.be.greaterThan(0.01);
    expect(inside[4]).to.be.lessThan(0.99);
    expect(shares[7]).to.equal(1);
    expect(samples[6]).to.include({ status: "ess" }).and.not.to.have.property("share");
    expect(samples[6]?.unresolved).to.match(/a payoff difference is zero/);
  });

  it("belong to the outcome, not to its rival", () => {
    const game = affineTwoByTwo([1, 0], [2, 0], [-3, 0], [-1, 0]);
    const found = basins(twoByTwo(1, 2, -3, -1)).attractors;
    for (const [x, y] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const share = found.find(({ shares }) => shares[0]?.[0] === x)?.share;
      expect(sample(game, [x, y], ["7"])[0]).to.include({ status: "ess", share });
    }
    expect(sample(game, [1, 1], ["7"])[0]).to.include({ status: "not-nash", share: 0 });
  });

  it("lie around all breakpoints and the present value, within the range", () => {
    const at = (...texts: string[]) => texts.map((text) => ({ at: exact(text) }));
    const values = (count: number, marks: string[], present: string, range = ANY) =>
      sampleValues(count, { breakpoints: at(...marks), present: exact(present), range }).map(textOf);
    expect(values(4, ["1", "5"], "2")).to.deep.equal(["0", "2", "4", "6"]);
    expect(values(3, ["5", "1"], "9")).to.deep.equal(["-1", "5", "11"]);
    expect(values(2, [], "8")).to.deep.equal(["6", "10"]);
    expect(values(2, [], "-8")).to.deep.equal(["-10", "-6"]);
    expect(values(2, [], "0")).to.deep.equal(["-1/4", "1/4"]);
    const unit = { from: exact(0), fromClosed: true, to: exact(1), toClosed: true };
    expect(values(2, ["-1", "5"], "0.5", unit)).to.deep.equal(["0", "1"]);
    expect(values(2, ["3"], "1", unit)).to.deep.equal(["1/2", "1"]);
    expect(values(2, ["2"], "4", unit)).to.deep.equal(["3/2", "9/2"]);
    const thirds = sampleValues(4, { breakpoints: at("0"), present: exact("0.4"), range: unit }).map(toDouble);
    expect(thirds).to.deep.equal([0, 1 / 6, 1 / 3, 0.5]);
  });

  it("refuse a count that is none", () => {
    for (const count of [1, 2.5, Number.NaN, -3]) {
      expectRefusal(() => sampleValues(count, { breakpoints: [], present: exact(1), range: ANY }), "usage", /samples/);
    }
  });
});
