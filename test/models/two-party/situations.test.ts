import { gaps } from "#models/two-party/gaps.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { situations } from "#models/two-party/situations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("situations", () => {
  it("satisfy the sign conditions by which section V.A of the paper defines them", () => {
    const signs = situations.map(({ set }) => {
      const { parameters, warnings } = parseParameters(set);
      expect(warnings).to.deep.equal([]);
      const { c1, c2, c3, c4 } = gaps(parameters);
      return [c1, c2, c3, c4].map((gap) => (gap > 0n ? "+" : "-")).join("");
    });
    expect(signs).to.deep.equal(["----", "++++", "+-+-", "-+-+", "--++"]);
  });

  it("carry the results of the paper's Table V", () => {
    expect(situations.map(({ claim }) => claim)).to.deep.equal([
      { kind: "limit", corner: [0, 0] },
      { kind: "limit", corner: [1, 1] },
      { kind: "diverges" },
      { kind: "diverges" },
      { kind: "fluctuates", corner: [1, 1] },
    ]);
  });
});
