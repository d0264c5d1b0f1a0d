import { plot } from "@observablehq/plot";
import { expect } from "chai";
import { describe, it } from "mocha";

import { phaseData } from "#report/figures/phaseData.ts";
import { basinTint, phaseMarks } from "#report/figures/phaseMarks.ts";
import { BISTABLE, CENTRE, DEGENERATE, GLOBAL, INDIFFERENT } from "../support/games.ts";
import { newDocument } from "../support/sampleInput.ts";
import type { Game } from "#domain/game.ts";

function drawn(game: Game): Element {
  const scale = { domain: [0, 1] };
  return plot({ document: newDocument(), x: scale, y: scale, marks: phaseMarks(phaseData(game)) });
}

function count(root: Element, name: string): number {
  return root.querySelectorAll(`.${name} > *, path.${name}`).length;
}

describe("phaseMarks", () => {
  it("draws two basins, a separatrix, five rest points and both lines of indifference of a bistable game", () => {
    const root = drawn(BISTABLE);
    const counts = ["basin", "separatrix", "rest-point", "nullcline", "trajectory", "direction", "continuum"].map(
      (name) => count(root, name),
    );
    expect(counts).to.deep.equal([2, 1, 5, 2, 9, 225, 0]);
  });

  it("draws no basin around a centre, one where all ends at one corner, and the edges that rest", () => {
    expect([count(drawn(CENTRE), "basin"), count(drawn(CENTRE), "separatrix")]).to.deep.equal([0, 0]);
    expect([count(drawn(GLOBAL), "basin"), count(drawn(GLOBAL), "rest-point")]).to.deep.equal([1, 4]);
    expect(drawn(DEGENERATE).querySelectorAll(".continuum").length).to.equal(1);
    expect(drawn(INDIFFERENT).querySelectorAll("rect.continuum, .continuum rect").length, "all is at rest").to.equal(1);
  });

  it("fills the basin of the upper right corner above the separatrix, and the other below", () => {
    const areas = [...drawn(BISTABLE).querySelectorAll(".basin path")].map((path) => path.getAttribute("d") ?? "");
    const heights = areas.map((d) => [...d.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y)));
    const [lower = [], upper = []] = heights;
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(lower), "pixels grow downwards").to.be.greaterThan(mean(upper));
  });

  it("gives each corner a tint of its own", () => {
    const corners = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ].map(([x = 0, y = 0]) =>
      basinTint({
        shares: [
          [x, 1 - x],
          [y, 1 - y],
        ],
      }),
    );
    expect(new Set(corners).size).to.equal(4);
  });
});
