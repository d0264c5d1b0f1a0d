import { expect } from "chai";
import { describe, it } from "mocha";

import { sharePanel, type SharePanelInput } from "#report/figures/sharePanel.ts";
import { newDocument } from "../support/sampleInput.ts";

const BASE: SharePanelInput = {
  heading: "Euler",
  remark: "leaves",
  series: [
    {
      player: 0,
      name: "supplier",
      leaves: 1,
      points: [
        [0, 0.5],
        [1, 1.2],
        [2, 9],
        [3, -9],
      ],
    },
    {
      player: 1,
      name: "retailer",
      leaves: undefined,
      points: [
        [0, 0.5],
        [1, 0.4],
        [2, 0.3],
        [3, 0.2],
      ],
    },
  ],
  domain: [-0.5, 1.5],
  until: 30,
  strategy: "cooperate",
  dots: true,
  overflow: 4,
};

describe("sharePanel", () => {
  const panel = sharePanel(BASE, newDocument());
  const count = (root: Element, name: string): number => root.querySelectorAll(`.${name} > *, path.${name}`).length;

  it("marks states inside the figure where they are, and those beyond at its border", () => {
    expect(count(panel, "state")).to.equal(2 + 4);
    expect(count(panel, "off-scale")).to.equal(2);
    expect(count(panel, "leaves")).to.equal(1);
    expect(count(panel, "outside")).to.equal(2);
  });

  it("draws no line outside its frame", () => {
    const heights = [...panel.querySelectorAll(".share path")].flatMap((path) =>
      [...(path.getAttribute("d") ?? "").matchAll(/[ML]?[\d.e-]+,([\d.e-]+)/g)].map(([, y]) => Number(y)),
    );
    expect(heights.length).to.be.greaterThan(4);
    for (const height of heights) expect(height).to.be.within(46, 316 - 48);
  });

  it("says when the run overflows, and names who is who", () => {
    const texts = [...panel.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts).to.include.members(["overflow", "supplier", "retailer", "Euler", "leaves"]);
    const { overflow: _, ...calm } = BASE;
    expect(count(sharePanel(calm, newDocument()), "overflow")).to.equal(0);
  });

  it("says both where the populations do the same", () => {
    const [one] = BASE.series;
    if (one === undefined) throw new Error("no series");
    const twins = sharePanel({ ...BASE, series: [one, { ...one, player: 1, name: "retailer" }] }, newDocument());
    expect([...twins.querySelectorAll("text")].map((text) => text.textContent))
      .to.include("both")
      .and.not.include("retailer");
  });
});
