import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { storySection } from "#report/page/storySection.ts";
import { sampleFindings } from "../support/sampleInput.ts";
import { sampleStory } from "../support/sampleStory.ts";

describe("storySection", () => {
  it("lists deals, findings and steps, and marks what went wrong", () => {
    const story = sampleStory();
    const figure = { name: "story", svg: "<svg/>", csv: "", json: "", caption: "c" };
    const { markup } = storySection(story, sampleFindings(), figure, { symbol: "AST", decimals: 18 });
    const { document } = new JSDOM(markup).window;
    const rows = [...document.querySelectorAll("table")].map((table) => table.querySelectorAll("tbody tr").length);
    expect(rows).to.deep.equal([story.deals.length, 4, story.steps.length]);
    expect([...document.querySelectorAll("td.bad")].map((cell) => cell.textContent)).to.deep.equal([
      "supplier defaulted",
      "mismatch",
    ]);
    expect(document.body.textContent).to.contain("Deal 4: Supplier 3 defaulted and paid 24 tokens to Retailer 3");
    expect(document.body.textContent).to.contain("2027-03-01T09:00:12Z");
  });
});
