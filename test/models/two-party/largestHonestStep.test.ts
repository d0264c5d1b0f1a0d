import { simulate } from "#game/simulate.ts";
import { largestHonestStep } from "#models/two-party/largestHonestStep.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { stateOf, twoByTwo, type Quad } from "../../game/support/twoByTwo.ts";

function stepFor(quad: Quad, largest: number): number | undefined {
  const game = twoByTwo(...quad);
  const [start, until] = [stateOf(0.5, 0.5), 30];
  const { limit } = simulate(game, { start, until, method: { kind: "exact" } });
  return largestHonestStep(game, { start, until, largest, limit });
}

describe("largestHonestStep", () => {
  it("is 1/2.5 where x' = 2.5 x(1-x): larger steps overshoot 1", () => {
    expect(stepFor([2.5, 2.5, 2.5, 2.5], 1)).to.be.closeTo(0.4, 1e-6);
  });

  it("is the largest step tried when that is honest", () => {
    expect(stepFor([0.5, 0.5, 0.5, 0.5], 1)).to.equal(1);
  });

  it("is undefined where the limit is no point, or the run too short to come near it", () => {
    expect(stepFor([1, -2, -1, 1], 1)).to.equal(undefined);
    expect(stepFor([0.01, 0.01, 0.01, 0.01], 1)).to.equal(undefined);
  });

  it("separates honest steps from others on both sides", () => {
    const quad: Quad = [0.5, -2.5, 4.5, -3.5];
    const step = stepFor(quad, 1) ?? Number.NaN;
    const kind = (size: number) =>
      simulate(twoByTwo(...quad), { start: stateOf(0.5, 0.5), until: 30, method: { kind: "euler", step: size } }).limit;
    expect(kind(step)).to.deep.equal({
      kind: "point",
      shares: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(kind(step + 1e-6).kind).to.equal("left-domain");
  });
});
