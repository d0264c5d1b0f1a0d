import { expect } from "chai";
import { describe, it } from "mocha";

import { stability } from "#game/rest-points/stability.ts";

describe("rest-points/stability", () => {
  it("names corners by the signs of their eigenvalues", () => {
    expect(stability("none", [-1, -1, -1])).to.equal("ess");
    expect(stability("none", [1, 1, 1])).to.equal("source");
    expect(stability("none", [1, -1, -1])).to.equal("saddle");
    expect(stability("none", [1, -1, 0])).to.equal("degenerate");
    expect(stability("none", [-1, undefined])).to.equal("degenerate");
  });

  it("never calls a mixed point ess or source", () => {
    for (const kind of ["saddle", "centre", "unstable", "imaginary", "singular"] as const) {
      for (const outer of [[], [-1], [1], [1, 1], [-1, -1], [-1, 1], [0], [0, -1], [undefined]] as const) {
        expect(["ess", "source"]).not.to.include(stability(kind, outer));
      }
    }
  });

  it("names mixed points by what mixes, unless a population outside decides", () => {
    expect(stability("saddle", [-1, 1])).to.equal("saddle");
    expect(stability("saddle", [])).to.equal("saddle");
    expect(stability("centre", [])).to.equal("centre");
    expect(stability("centre", [-1, -1])).to.equal("centre");
    expect(stability("centre", [-1, 1])).to.equal("unstable");
    expect(stability("centre", [-1, 0])).to.equal("degenerate");
    expect(stability("unstable", [-1])).to.equal("unstable");
    expect(stability("imaginary", [-1])).to.equal("degenerate");
    expect(stability("imaginary", [1])).to.equal("unstable");
    expect(stability("singular", [1])).to.equal("degenerate");
  });
});
