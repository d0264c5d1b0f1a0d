import { expect } from "chai";
import { describe, it } from "mocha";

import { memberPanel, type PanelOptions } from "#report/figures/memberPanel.ts";
import { daysOf, memberSeries, type MemberSeries } from "#report/figures/storyData.ts";
import { newDocument } from "../support/sampleInput.ts";
import { sampleStory } from "../support/sampleStory.ts";

const TOKEN = { symbol: "AST", decimals: 18 };

function textsOf(panel: Element): readonly string[] {
  return [...panel.querySelectorAll("text")].map((text) => text.textContent);
}

describe("memberPanel", () => {
  const story = sampleStory();
  const options: PanelOptions = {
    days: daysOf(story.steps),
    steps: story.steps.length,
    domain: [-800, 300],
    guides: [60],
    token: TOKEN,
  };
  const panel = (index: number): Element => {
    const series: MemberSeries | undefined = memberSeries(story, TOKEN)[index];
    if (series === undefined) throw new Error(`no member ${index}`);
    return memberPanel(series, options, newDocument());
  };

  it("says who it is, and what it gained or lost", () => {
    expect(textsOf(panel(0))).to.include.members(["Supplier 1", "2,000 \u2192 2,060", "gained +60"]);
  });

  it("names the penalty on both sides of the default, and marks it", () => {
    expect(textsOf(panel(2))).to.include("penalty \u221224");
    expect(textsOf(panel(5))).to.include("penalty +24");
    expect(panel(2).querySelectorAll(".effect > *, path.effect").length).to.equal(1);
    expect(panel(3).querySelectorAll(".effect > *, path.effect").length).to.equal(2);
  });

  it("shows what is locked as a band of its own, and names it where it is large", () => {
    expect(panel(3).querySelectorAll(".locked").length).to.equal(1);
    expect(textsOf(panel(3))).to.include("locked");
    expect(textsOf(panel(2))).to.not.include("locked");
  });
});
