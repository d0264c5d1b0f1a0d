import { expect } from "chai";
import { describe, it } from "mocha";

import { coincide, seriesOf } from "#report/figures/shareSeries.ts";
import { sampleInput } from "../support/sampleInput.ts";

describe("shareSeries", () => {
  const [, , third, , fifth] = sampleInput().situations;

  it("finds when a run leaves [0,1], per population", () => {
    const euler = third && seriesOf(third.measurement, third.judgement.euler);
    expect(euler?.map(({ leaves }) => leaves)).to.deep.equal([1, 1]);
    const exact = third && seriesOf(third.measurement, third.judgement.exact);
    expect(exact?.map(({ leaves }) => leaves)).to.deep.equal([undefined, undefined]);
  });

  it("tells equal runs from different ones", () => {
    const [a, b] = fifth === undefined ? [] : seriesOf(fifth.measurement, fifth.judgement.euler);
    expect(a && b && coincide(a, b)).to.equal(true);
    const [c, d] = third === undefined ? [] : seriesOf(third.measurement, third.judgement.exact);
    expect(c && d && coincide(c, d)).to.equal(false);
  });
});
