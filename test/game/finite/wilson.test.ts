import { wilson } from "#game/finite/wilson.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("finite/wilson", () => {
  it("is the interval whose ends are just 1.96 standard deviations away from the share found [Wilson1927]", () => {
    for (const [successes, runs] of [
      [1, 10],
      [30, 100],
      [999, 1000],
    ] as const) {
      for (const end of wilson(successes, 0, runs)) {
        const distance = Math.abs(successes / runs - end) / Math.sqrt((end * (1 - end)) / runs);
        expect(distance).to.be.closeTo(1.959963984540054, 1e-9);
      }
    }
  });

  it("ends at 0 and at z^2 / (n + z^2) = 0.2775 for none of 10", () => {
    const [low, high] = wilson(0, 0, 10);
    expect(low).to.equal(0);
    expect(high).to.be.closeTo(0.27753, 1e-5);
    expect(wilson(10, 0, 10)[0]).to.be.closeTo(1 - 0.27753, 1e-5);
    expect(wilson(10, 0, 10)[1]).to.equal(1);
  });

  it("covers what undecided runs would make of it, either way", () => {
    const [low, high] = wilson(30, 20, 100);
    expect(low).to.equal(wilson(30, 0, 100)[0]);
    expect(high).to.equal(wilson(50, 0, 100)[1]);
    expect(wilson(0, 7, 7)).to.deep.equal([0, 1]);
  });
});
