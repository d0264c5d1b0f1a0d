import { fateOf } from "#game/fate.ts";
import { gapsOf } from "#game/gaps.ts";
import { readState } from "#game/readState.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { quads, stateOf, twoByTwo, type Quad } from "./support/twoByTwo.ts";

function fate(quad: Quad, x: number, y: number) {
  return fateOf(gapsOf(twoByTwo(...quad)), readState(stateOf(x, y)));
}

describe("fateOf", () => {
  it("is rest at every corner, and on the whole square of a game without preferences", () => {
    for (const quad of quads([-1, 0, 1])) {
      for (const x of [0, 1]) for (const y of [0, 1]) expect(fate(quad, x, y).kind).to.equal("rest");
    }
    expect(fate([0, 0, 0, 0], 0.3, 0.7).kind).to.equal("rest");
  });

  it("is rest at the double nearest to a rest point that no double hits", () => {
    expect(fate([-0.5, -0.5, 2.5, 2.5], 1 / 6, 1 / 6).kind).to.equal("rest");
    expect(fate([1, -0.1, -2, 0.6], 1 / 7, 1 / 3).kind).to.equal("rest");
    expect(fate([0, -0.1, 0, 0.6], 1 / 7, 0.9).kind).to.equal("rest");
    expect(fate([-1, 0, 2, 0], 0.9, 1 / 3).kind).to.equal("rest");
    expect(fate([-0.5, -0.5, 2.5, 2.5], 1 / 6 + 1e-15, 1 / 6).kind).to.equal("point");
  });

  it("moves along an edge by the sign of one gap, and rests there when it is zero", () => {
    const [up, down] = [Infinity, -Infinity];
    expect(fate([2, -1, -1, 1], 0.3, 0)).to.deep.equal({ kind: "point", end: { u: up, v: down } });
    expect(fate([2, -1, -1, 1], 0.3, 1)).to.deep.equal({ kind: "point", end: { u: down, v: up } });
    expect(fate([2, -1, -1, 1], 0, 0.3)).to.deep.equal({ kind: "point", end: { u: down, v: down } });
    expect(fate([2, -1, -1, 1], 1, 0.3)).to.deep.equal({ kind: "point", end: { u: up, v: up } });
    expect(fate([0, -1, -1, 1], 0.3, 0).kind).to.equal("rest");
    expect(fate([2, -1, -1, 0], 1, 0.3).kind).to.equal("rest");
  });

  it("chooses among attractors by the side of the separatrix, and the saddle on it", () => {
    const [up, down] = [Infinity, -Infinity];
    expect(fate([-1, -1, 1, 1], 0.6, 0.6)).to.deep.equal({ kind: "point", end: { u: up, v: up } });
    expect(fate([-1, -1, 1, 1], 0.3, 0.6)).to.deep.equal({ kind: "point", end: { u: down, v: down } });
    expect(fate([1, 1, -1, -1], 0.7, 0.6)).to.deep.equal({ kind: "point", end: { u: up, v: down } });
    expect(fate([1, 1, -1, -1], 0.5, 0.6)).to.deep.equal({ kind: "point", end: { u: down, v: up } });
    expect(fate([-1, -1, 1, 1], 0.3, 0.7)).to.deep.equal({ kind: "separatrix", end: { u: 0, v: 0 } });
  });

  it("is one corner, a closed orbit, or a point of an edge in the other patterns", () => {
    expect(fate([1, -1, 1, -1], 0.1, 0.9)).to.deep.equal({ kind: "point", end: { u: Infinity, v: -Infinity } });
    expect(fate([1, -1, -1, 1], 0.4, 0.5).kind).to.equal("closed");
    expect(fate([0, -1, 0, 3], 0.5, 0.5)).to.deep.equal({ kind: "point", end: { u: 0, v: Infinity } });
  });
});
