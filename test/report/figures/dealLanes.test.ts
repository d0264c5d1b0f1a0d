import { expect } from "chai";
import { describe, it } from "mocha";

import { dealLanes, lanesHeight } from "#report/figures/dealLanes.ts";
import { EVENTS, lookOf } from "#report/figures/storyLayout.ts";
import { daysOf } from "#report/figures/storyData.ts";
import { newDocument } from "../support/sampleInput.ts";
import { sampleStory } from "../support/sampleStory.ts";

describe("dealLanes", () => {
  const story = sampleStory();
  const days = daysOf(story.steps);
  const lanes = dealLanes(story, days, newDocument());
  const texts = [...lanes.querySelectorAll("text")].map((text) => text.textContent);

  it("marks every event of a deal, and has a line for each deal and a shade for every other day", () => {
    const events = story.steps.filter(({ kind, dealId }) => dealId !== undefined && lookOf(kind) !== undefined);
    expect(lanes.querySelectorAll(".event > *").length).to.equal(events.length);
    expect(lanes.querySelectorAll(".key > *, path.key").length).to.equal(EVENTS.length);
    expect(lanes.querySelectorAll("line").length).to.equal(story.deals.length);
    expect(lanes.querySelectorAll(".day rect").length).to.equal(2);
    expect(Number(lanes.getAttribute("height"))).to.equal(lanesHeight(story));
  });

  it("names deals, their ends, the days and the symbols", () => {
    expect(texts).to.include.members([
      "Deal 4: Supplier 3 \u2192 Retailer 3",
      "supplier defaulted",
      "1 Mar 2027",
      "+14 d",
    ]);
    expect(texts).to.include.members(EVENTS.map(({ label }) => label));
  });

  it("leaves out events of deals that are not listed", () => {
    const fewer = dealLanes({ ...story, deals: story.deals.slice(0, 1) }, days, newDocument());
    const own = story.steps.filter(({ kind, dealId }) => dealId === "1" && lookOf(kind) !== undefined);
    expect(fewer.querySelectorAll(".event > *").length).to.equal(own.length);
  });
});
