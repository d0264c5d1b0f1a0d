import { textOf } from "#game/rational.ts";
import { thresholds } from "#game/threshold/thresholds.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact, gameOf } from "../support/affine.ts";
import { expectRefusal } from "../support/refusal.ts";

const range = { from: exact(0), fromClosed: true, toClosed: false };

describe("thresholds", () => {
  it("of a stag hunt: hunting stags is strict while hares are worth less, and hares attract all beyond", () => {
    // A stag hunted together is worth 4, alone nothing; a hare k. Two lines cross, at 0 and 4.
    const game = affineTwoByTwo([0, -1], [0, -1], [4, -1], [4, -1]);
    const found = thresholds(game, { outcome: [1, 1], present: exact(3), range });
    expect(found.present).to.equal("ess");
    expect(found.breakpoints.map(({ at }) => textOf(at))).to.deep.equal(["0", "4"]);
    expect(found.intervals.map(({ status }) => status)).to.deep.equal(["attracting", "ess", "nash", "not-nash"]);
    expect(
      found.withinRange.map(({ status, from, to }) =>
        [status, from, to].map((each) => (typeof each === "object" ? textOf(each) : each)),
      ),
    ).to.deep.equal([
      ["attracting", "0", "0"],
      ["ess", "0", "4"],
      ["nash", "4", "4"],
      ["not-nash", "4", undefined],
    ]);
    expect(found.toEss).to.deep.equal({ kind: "none" });
    expect(found.toAttracting).to.deep.equal({
      kind: "change",
      direction: "decrease",
      to: exact(0),
      attained: true,
      change: exact(-3),
      relative: 1,
    });
  });

  it("report each gain at present, its zero and its elasticity", () => {
    const game = affineTwoByTwo([1, 0], [2, -3], [0, 5], [-6, 2]);
    const { gains } = thresholds(game, { outcome: [1, 1], present: exact(3), range });
    expect(
      gains.map(({ gap, atPresent, zero, elasticity }) => [gap, textOf(atPresent), zero && textOf(zero), elasticity]),
    ).to.deep.equal([
      ["c3", "15", "0", 1],
      ["c4", "0", "3", undefined],
      ["c1", "1", undefined, 0],
      ["c2", "-7", "2/3", (-3 * 3) / -7],
    ]);
  });

  it("of three populations say when the outcome is strict, and nothing about all starts", () => {
    const game = gameOf(3, (k, player, profile) => (profile === 0 && player === 0 ? k : exact(profile === 0 ? 1 : 0)));
    const found = thresholds(game, {
      outcome: [1, 1, 1],
      present: exact(-2),
      range: { fromClosed: false, toClosed: false },
    });
    expect(found.intervals.map(({ status }) => status)).to.deep.equal(["not-nash", "nash", "ess"]);
    expect(found.toEss).to.include({ kind: "change", direction: "increase", attained: false, relative: 1 });
    expect(found).not.to.have.property("toAttracting");
  });

  it("refuse an outcome of another length, or none", () => {
    const game = affineTwoByTwo([0, 0], [0, 0], [0, 0], [0, 0]);
    expectRefusal(() => thresholds(game, { outcome: [1], present: exact(0), range }), "usage", /1 shares for 2/);
    expectRefusal(() => thresholds(game, { outcome: [0.5, 1], present: exact(0), range }), "usage", /not a corner/);
  });
});
