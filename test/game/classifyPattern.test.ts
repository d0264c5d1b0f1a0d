import { classifyPattern } from "#game/classifyPattern.ts";
import { gapsOf } from "#game/gaps.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import {
  forAll,
  magnitudes,
  quads,
  scaled,
  sharesOf,
  SIXTEEN_PATTERNS,
  stateOf,
  twoByTwo,
  unitPoints,
} from "./support/twoByTwo.ts";

describe("classifyPattern", () => {
  it("finds 12 patterns with one attractor, 2 bistable and 2 centres, whatever the magnitudes (seed 13)", () => {
    forAll(13, 50, [magnitudes], (sizes) => {
      const kinds = SIXTEEN_PATTERNS.map((signs) => classifyPattern(gapsOf(twoByTwo(...scaled(signs, sizes)))).kind);
      const count = (kind: string): number => kinds.filter((found) => found === kind).length;
      expect([count("global"), count("bistable"), count("centre")]).to.deep.equal([12, 2, 2]);
    });
  });

  it("names the bistable pairs and the centres of the two-party model", () => {
    const of = (...gaps: [number, number, number, number]) => classifyPattern(gapsOf(twoByTwo(...gaps)));
    expect(of(-1, -1, 1, 1)).to.deep.equal({
      kind: "bistable",
      attractors: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(of(1, 1, -1, -1)).to.deep.equal({
      kind: "bistable",
      attractors: [
        [0, 1],
        [1, 0],
      ],
    });
    expect(of(1, -1, -1, 1).kind).to.equal("centre");
    expect(of(-1, 1, 1, -1).kind).to.equal("centre");
    expect(of(1, -1, 1, -1)).to.deep.equal({ kind: "global", attractor: [1, 0] });
  });

  it("calls every pattern with a zero degenerate", () => {
    const withZero = quads([-1, 0, 1]).filter((quad) => quad.includes(0));
    expect(withZero).to.have.length(65);
    for (const quad of withZero) expect(classifyPattern(gapsOf(twoByTwo(...quad))).kind).to.equal("degenerate");
  });

  it("says where integrated orbits really go", () => {
    const points = unitPoints(14);
    for (const signs of SIXTEEN_PATTERNS) {
      const game = twoByTwo(...signs);
      const pattern = classifyPattern(gapsOf(game));
      for (let i = 0; i < 5; i++) {
        const [x, y] = points.next().value ?? [0.5, 0.5];
        const run = simulate(game, { start: stateOf(x, y), until: 200, at: [200], method: { kind: "exact" } });
        const end = sharesOf(run.states[0]);
        const corner = end.map((value) => Math.round(value));
        const arrived = end.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
        if (pattern.kind === "centre") continue;
        expect(arrived, `${signs.join()} from ${x}, ${y}`).to.equal(true);
        const attractors =
          pattern.kind === "bistable" ? pattern.attractors : pattern.kind === "global" ? [pattern.attractor] : [];
        expect(attractors).to.deep.include(corner);
      }
    }
  });
});
