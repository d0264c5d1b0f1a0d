import { expect } from "chai";
import { describe, it } from "mocha";

import { placeLabels, textWidth, type Label, type Placement } from "#report/svg/placeLabels.ts";

const PLACEMENT: Placement = {
  fontSize: 10,
  frame: { left: 0, right: 300, top: 0, bottom: 100 },
  marks: [],
  extent: () => [50, 50],
};

function label(x: number, text: string, more: Partial<Label> = {}): Label {
  return { x, y: 50, text, above: true, ...more };
}

describe("placeLabels", () => {
  it("puts labels beside the line, inside the frame", () => {
    const [placed] = placeLabels([label(1, "twelve chars")], PLACEMENT);
    expect(placed?.x).to.equal(textWidth("twelve chars", 10) / 2);
    expect(placed?.y).to.be.lessThan(45);
    const [below] = placeLabels([label(150, "x", { above: false })], PLACEMENT);
    expect(below?.y).to.be.greaterThan(55);
  });

  it("never lets one cover another; the first comes first, the second is shortened or left out", () => {
    const labels = [label(100, "first of all"), label(150, "second", { shorter: "2" }), label(100, "third")];
    expect(placeLabels(labels, PLACEMENT).map(({ text }) => text)).to.deep.equal(["first of all", "2"]);
  });

  it("clears the line over its whole width, unless that is too far away", () => {
    const step = (peak: number): Placement => ({ ...PLACEMENT, extent: () => [peak, 50] });
    expect(placeLabels([label(100, "up")], step(45))[0]?.y).to.be.lessThan(40);
    expect(placeLabels([label(100, "up")], step(10))).to.deep.equal([]);
  });

  it("puts a needed label on the other side, or across the line, rather than nowhere", () => {
    const crowded: Placement = { ...PLACEMENT, extent: () => [10, 50] };
    const [placed] = placeLabels([label(100, "up", { needed: true })], crowded);
    expect(placed?.y).to.be.greaterThan(50);
    const [across] = placeLabels([label(100, "up", { needed: true })], { ...PLACEMENT, extent: () => [0, 100] });
    expect(across?.y).to.be.lessThan(50);
  });

  it("covers no mark", () => {
    const marks = [{ x: 100, y: 39, radius: 4 }];
    expect(placeLabels([label(100, "up")], { ...PLACEMENT, marks })).to.deep.equal([]);
  });
});
