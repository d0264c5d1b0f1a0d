import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { figureBlock } from "#report/page/figureBlock.ts";

describe("figureBlock", () => {
  it("shows the figure as it is, its caption escaped, and links to its files", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>\n';
    const { markup } = figureBlock({ name: "f", svg, caption: "a < b", csv: "", json: "" });
    expect(markup).to.contain(svg);
    const { document } = new JSDOM(markup).window;
    expect(document.querySelector("figcaption")?.textContent).to.contain("a < b");
    const links = [...document.querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.textContent]);
    expect(links).to.deep.equal([
      ["figures/f.svg", "SVG of f"],
      ["figures/f.csv", "CSV of f"],
      ["figures/f.json", "JSON of f"],
    ]);
  });
});
