import { expect } from "chai";
import { describe, it } from "mocha";

import { EVENTS, LEFT, lookOf, RIGHT, stepAt, WIDTH } from "#report/figures/storyLayout.ts";

describe("storyLayout", () => {
  it("spreads the steps evenly between the margins", () => {
    expect(stepAt(0.5, 60)).to.equal(LEFT);
    expect(stepAt(60.5, 60)).to.equal(WIDTH - RIGHT);
    expect(stepAt(3, 60) - stepAt(2, 60)).to.be.closeTo(stepAt(60, 60) - stepAt(59, 60), 1e-9);
  });

  it("tells events apart without colour", () => {
    const looks = EVENTS.map(({ symbol, fill }) => `${symbol} ${fill === "#ffffff" ? "open" : "filled"}`);
    expect(new Set(looks).size).to.equal(EVENTS.length);
    expect(lookOf("tamper")?.symbol).to.equal("star");
    expect(lookOf("income")).to.equal(undefined);
  });
});
