import { gapsOf } from "#game/gaps.ts";
import { logOdds, stateAt } from "#game/logOdds.ts";
import { readState } from "#game/readState.ts";
import { saddleSide } from "#game/saddleSide.ts";
import { separatrixOdds } from "#game/separatrix.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { forAll, magnitudes, rungeKutta, share, twoByTwo, type Quad } from "./support/twoByTwo.ts";

function sideOf(quad: Quad, x: number, y: number): number {
  return saddleSide(gapsOf(twoByTwo(...quad)), { u: Math.log(x / (1 - x)), v: Math.log(y / (1 - y)) });
}

describe("saddleSide", () => {
  it("agrees with an independent integration in shares, in both bistable patterns (seed 43)", () => {
    forAll(43, 60, [magnitudes, share, share], ([a, b, c, d], x, y) => {
      for (const quad of [
        [-a, -b, c, d],
        [a, b, -c, -d],
      ] as const) {
        const [end] = rungeKutta(quad, [x, y], 200, 20_000);
        if (Math.abs(end - Math.round(end)) > 1e-6) continue;
        expect(sideOf(quad, x, y), `${quad.join()} from ${x}, ${y}`).to.equal(end > 0.5 ? 1 : -1);
      }
    });
  });

  it("is 0 on the antidiagonal of a coordination game and beside it as far as rounding reaches", () => {
    for (const x of [0.5, 0.3, 0.9, 1e-3]) expect(sideOf([-1, -1, 1, 1], x, 1 - x)).to.equal(0);
    expect(sideOf([-1, -1, 1, 1], 0.3, 0.7 + 1e-12)).to.equal(1);
    expect(sideOf([-1, -1, 1, 1], 0.3, 0.7 - 1e-12)).to.equal(-1);
    for (const x of [0.2, 0.7]) expect(sideOf([1, 1, -1, -1], x, x)).to.equal(0);
  });

  it("is 0 on the separatrix far from the saddle, after the shares have been rounded (seed 48)", () => {
    forAll(48, 60, [magnitudes], ([a, b, c, d]) => {
      const gaps = gapsOf(twoByTwo(-a, -b, c, d));
      for (const u of [-300, -30, -9, 9, 30, 300]) {
        const [x, y] = stateAt({ u, v: separatrixOdds(gaps)(u) });
        const shares = readState([x ?? [], y ?? []]);
        if (shares.y === 0 || shares.yRest === 0) continue;
        expect(saddleSide(gaps, logOdds(shares))).to.equal(0);
      }
    });
  });

  it("is 0 at the saddle, however its share is rounded", () => {
    expect(sideOf([-0.5, -0.5, 2.5, 2.5], 1 / 6, 1 / 6)).to.equal(0);
    expect(sideOf([-0.1, -0.7, 1.3, 1.7], 0.7 / 2.4, 0.1 / 1.4)).to.equal(0);
  });
});
