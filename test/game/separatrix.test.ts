import { gapsOf } from "#game/gaps.ts";
import { firstIntegral } from "#game/firstIntegral.ts";
import { interiorPoint } from "#game/interiorPoint.ts";
import { separatrix, separatrixOdds } from "#game/separatrix.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { forAll, magnitudes, sharesOf, twoByTwo, type Quad } from "./support/twoByTwo.ts";

describe("separatrix", () => {
  it("refuses games without one, and counts below 2", () => {
    for (const quad of [
      [1, 1, 1, 1],
      [1, -1, -1, 1],
      [0, -1, 1, 1],
    ] satisfies Quad[]) {
      expectRefusal(() => separatrix(twoByTwo(...quad), 5), "usage", /not bistable/);
    }
    for (const n of [1, 2.5, Number.NaN])
      expectRefusal(() => separatrix(twoByTwo(-1, -1, 1, 1), n), "usage", /2 points/);
  });

  it("is the antidiagonal of a coordination game, the diagonal of an anti-coordination game", () => {
    for (const state of separatrix(twoByTwo(-1, -1, 1, 1), 11)) {
      const [x, y] = sharesOf(state);
      expect(x + y).to.be.closeTo(1, 1e-15);
    }
    for (const state of separatrix(twoByTwo(1, 1, -1, -1), 11)) {
      const [x, y] = sharesOf(state);
      expect(x).to.be.closeTo(y, 1e-15);
    }
  });

  it("runs from corner to corner over equidistant shares, on the saddle's level of the first integral (seed 44)", () => {
    forAll(44, 60, [magnitudes], ([a, b, c, d]) => {
      for (const quad of [
        [-a, -b, c, d],
        [a, b, -c, -d],
      ] satisfies Quad[]) {
        const game = twoByTwo(...quad);
        const points = separatrix(game, 21);
        const falling = quad[0] < 0;
        expect(points[0]).to.deep.equal(
          falling
            ? [
                [0, 1],
                [1, 0],
              ]
            : [
                [0, 1],
                [0, 1],
              ],
        );
        expect(points[20]).to.deep.equal(
          falling
            ? [
                [1, 0],
                [0, 1],
              ]
            : [
                [1, 0],
                [1, 0],
              ],
        );
        points.forEach((state, i) => expect(sharesOf(state)[0]).to.be.closeTo(i / 20, 1e-15));
        const H = firstIntegral(game);
        const level = H(interiorPoint(gapsOf(game))?.shares ?? []);
        for (const state of points.slice(1, -1)) {
          const { limit } = simulate(game, { start: state, until: 0, method: { kind: "exact" } });
          const [x] = sharesOf(limit.kind === "point" ? limit.shares : undefined);
          expect(x, "tends to the saddle").to.be.within(1e-3, 1 - 1e-3);
          const size = 5 * Math.max(1, ...state.flat().map((s) => Math.abs(Math.log(s))));
          expect((H(state) - level) / size).to.be.closeTo(0, 1e-12);
        }
      }
    });
  });

  it("consists of starts that tend to the saddle", () => {
    const game = twoByTwo(-0.5, -1, 2.5, 0.7);
    const saddle = interiorPoint(gapsOf(game))?.shares;
    for (const start of separatrix(game, 24).slice(1, -1)) {
      const { limit, states } = simulate(game, { start, until: 500, method: { kind: "exact" } });
      const [x, y] = sharesOf(saddle);
      const [limitX, limitY] = sharesOf(limit.kind === "point" ? limit.shares : undefined);
      expect(limitX).to.be.closeTo(x, 1e-15);
      expect(limitY).to.be.closeTo(y, 1e-15);
      const [endX, endY] = sharesOf(states.at(-1));
      expect(endX).to.be.closeTo(x, 1e-8);
      expect(endY).to.be.closeTo(y, 1e-8);
    }
  });

  it("passes through the saddle", () => {
    expect(separatrixOdds({ c1: -1, c2: -3, c3: 2, c4: 1 })(Math.log(3))).to.equal(Math.log(0.5));
  });
});
