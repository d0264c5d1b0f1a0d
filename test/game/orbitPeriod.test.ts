import { gapsOf } from "#game/gaps.ts";
import { orbitPeriod } from "#game/orbitPeriod.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { forAll, magnitudes, rungeKutta, share, sharesOf, stateOf, twoByTwo, type Quad } from "./support/twoByTwo.ts";

function period(quad: Quad, x: number, y: number): number {
  return orbitPeriod(gapsOf(twoByTwo(...quad)), { u: Math.log(x / (1 - x)), v: Math.log(y / (1 - y)) });
}

/** Arithmetic-geometric mean, by which complete elliptic integrals are computed. */
function agm(a: number, b: number): number {
  return Math.abs(a - b) < 1e-15 * a ? a : agm((a + b) / 2, Math.sqrt(a * b));
}

describe("orbitPeriod", () => {
  it("is 4 pi / AGM(1, 1/C) in matching pennies, C = cosh(u/2) cosh(v/2), by an elliptic integral", () => {
    for (const x of [0.500001, 0.6, 0.9, 0.999, 1e-9, 1e-100]) {
      const u = Math.log(x / (1 - x));
      const expected = (4 * Math.PI) / agm(1, 1 / Math.cosh(u / 2));
      expect(period([1, -1, -1, 1], x, 0.5) / expected).to.be.closeTo(1, 1e-12);
    }
  });

  it("tends to 2 pi / sqrt(determinant) at the centre", () => {
    const [c1, c2, c3, c4] = [-0.5, 2, 1.5, -3] as const;
    const frequency = Math.sqrt((-c1 * c2 * c3 * c4) / ((c3 - c1) * (c4 - c2)));
    expect(period([c1, c2, c3, c4], 0.4 + 1e-7, 0.25)).to.be.closeTo((2 * Math.PI) / frequency, 1e-10);
  });

  it("brings an independent integration in shares, where rounding lets it, back to its start (seed 45)", () => {
    forAll(45, 25, [magnitudes, share, share], (sizes, s, t) => {
      const [a = 1, b = 1, c = 1, d = 1] = sizes.map((size) => 1 + size / 5);
      const [x, y] = [0.3 + 0.4 * s, 0.3 + 0.4 * t];
      for (const quad of [
        [a, -b, -c, d],
        [-a, b, c, -d],
      ] as const) {
        const time = period(quad, x, y);
        const [endX, endY] = rungeKutta(quad, [x, y], time, 20_000);
        expect(endX).to.be.closeTo(x, 1e-6);
        expect(endY).to.be.closeTo(y, 1e-6);
      }
    });
  });

  it("brings the engine's own orbit back after one turn and not before", () => {
    const quad: Quad = [1, -2, -3, 0.5];
    const time = period(quad, 0.2, 0.3);
    const at = [0.25 * time, 0.5 * time, 0.75 * time, time];
    const { states } = simulate(twoByTwo(...quad), {
      start: stateOf(0.2, 0.3),
      until: time,
      at,
      method: { kind: "exact" },
    });
    const away = states.map((state) => Math.hypot(sharesOf(state)[0] - 0.2, sharesOf(state)[1] - 0.3));
    expect(away[3]).to.be.below(1e-9);
    for (const distance of away.slice(0, 3)) expect(distance).to.be.above(0.05);
  });
});
