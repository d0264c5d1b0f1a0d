import { expect } from "chai";
import { describe, it } from "mocha";

import { keyPanel } from "#report/svg/keyPanel.ts";
import { newDocument } from "../support/sampleInput.ts";

describe("keyPanel", () => {
  it("shows one entry below the other, each with its sample", () => {
    const panel = keyPanel(
      newDocument(),
      [
        { sample: { kind: "none" }, text: "Lines" },
        { sample: { kind: "line", colour: "red", width: 2, dash: "1 2" }, text: "dashed" },
        { sample: { kind: "fill", colour: "blue" }, text: "filled", details: "and more" },
        { sample: { kind: "symbol", symbol: "circle", colour: "black", fill: "white" }, text: "a circle" },
      ],
      200,
    );
    const texts = [...panel.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts).to.have.members(["Lines", "dashed", "filled", "and more", "a circle"]);
    expect(panel.querySelectorAll("[stroke-dasharray='1 2'], [fill=blue], path").length).to.be.greaterThan(2);
    const heights = [...panel.querySelectorAll("text")].map((text) => text.getAttribute("transform"));
    expect(new Set(heights).size).to.equal(heights.length);
  });
});
