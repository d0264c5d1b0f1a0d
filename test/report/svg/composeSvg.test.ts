import { expect } from "chai";
import { describe, it } from "mocha";

import { composeSvg } from "#report/svg/composeSvg.ts";
import { readSvg } from "../support/inspect.ts";
import { newDocument } from "../support/sampleInput.ts";

describe("composeSvg", () => {
  it("puts plots where they belong, in one described image", () => {
    const document = newDocument();
    const plot = (): Element => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.innerHTML = '<circle id="one" r="2"/>';
      return svg;
    };
    const panels = [
      { plot: plot(), x: 0, y: 0 },
      { plot: plot(), x: 10, y: 20 },
    ];
    const root = readSvg(
      composeSvg({ name: "f", title: "A <title>", description: '"words"', width: 30, height: 40, panels }),
    );
    expect(root.getAttribute("viewBox")).to.equal("0 0 30 40");
    expect(root.getAttribute("aria-labelledby")).to.equal("f-title");
    expect(root.querySelector("#f-title")?.textContent).to.equal("A <title>");
    expect(root.querySelector(`#${root.getAttribute("aria-describedby")}`)?.textContent).to.equal('"words"');
    expect([...root.querySelectorAll("circle")].map(({ id }) => id)).to.deep.equal(["f-1-1", "f-2-1"]);
    expect(root.lastElementChild?.getAttribute("transform")).to.equal("translate(10,20)");
  });
});
