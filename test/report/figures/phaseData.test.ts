import { expect } from "chai";
import { describe, it } from "mocha";

import { firstIntegral } from "#game/firstIntegral.ts";
import { phaseData } from "#report/figures/phaseData.ts";
import { BISTABLE, CENTRE, GLOBAL, INDIFFERENT } from "../support/games.ts";

describe("phaseData", () => {
  it("follows exact orbits: the first integral stays what it was", () => {
    for (const game of [BISTABLE, CENTRE]) {
      const integral = firstIntegral(game);
      for (const points of phaseData(game).trajectories) {
        const inside = points.filter((point) => point.every((share) => share > 1e-6 && share < 1 - 1e-6));
        const values = inside.map(([x, y]) =>
          integral([
            [x, 1 - x],
            [y, 1 - y],
          ]),
        );
        for (const value of values) expect(value).to.be.closeTo(values[0] ?? Number.NaN, 1e-8);
      }
    }
  });

  it("closes orbits around a centre, and ends at the attractor elsewhere", () => {
    for (const points of phaseData(CENTRE).trajectories) {
      const [[x, y] = [0, 0], [u, v] = [1, 1]] = [points[0], points.at(-1)];
      expect(Math.hypot(x - u, y - v)).to.be.lessThan(1e-6);
    }
    for (const points of phaseData(GLOBAL).trajectories)
      expect(Math.min(...(points.at(-1) ?? [0]))).to.be.greaterThan(0.999);
  });

  it("is smooth enough for an eye: neighbours are near each other", () => {
    for (const points of [BISTABLE, GLOBAL, CENTRE].flatMap((game) => phaseData(game).trajectories)) {
      points.slice(1).forEach(([x, y], index) => {
        const [u, v] = points[index] ?? [0, 0];
        expect(Math.hypot(x - u, y - v)).to.be.lessThan(0.06);
      });
    }
  });

  it("knows where populations are indifferent, if anywhere, and when nothing moves", () => {
    expect(phaseData(BISTABLE).indifference).to.deep.equal([0.25, 2 / 3]);
    expect(phaseData(GLOBAL).indifference).to.deep.equal([undefined, undefined]);
    expect(phaseData(INDIFFERENT)).to.deep.include({ arrows: [], trajectories: [], separatrix: [] });
  });
});
