import { expect } from "chai";
import { describe, it } from "mocha";

import { AllianceError } from "#domain/errors.ts";
import { phasePortrait } from "#report/figures/phasePortrait.ts";
import { expectSound, readCsv, textsIn } from "../support/inspect.ts";
import { BISTABLE, CENTRE, DEGENERATE, GLOBAL, INDIFFERENT } from "../support/games.ts";
import { newDocument, sampleInput } from "../support/sampleInput.ts";

describe("phasePortrait", () => {
  it("draws any two-by-two game soundly", () => {
    for (const game of [BISTABLE, CENTRE, GLOBAL, DEGENERATE, INDIFFERENT])
      expectSound(phasePortrait(game, newDocument()));
  });

  it("says what there is to see", () => {
    const caption = (game: Parameters<typeof phasePortrait>[0]): string => phasePortrait(game, newDocument()).caption;
    expect(caption(CENTRE)).to.contain("every interior orbit closes around the centre (0.5, 0.333)");
    expect(caption(GLOBAL)).to.equal("Every interior start ends at (1, 1), the only stable corner.");
    expect(caption(DEGENERATE)).to.contain("Basins of corners: none computed");
    expect(caption(BISTABLE)).to.contain("through the saddle (0.667, 0.25)");
  });

  it("shows the basins of Situation 5 as they are known in closed form: 92.2 and 7.8 percent", () => {
    const game = sampleInput().situations[4]?.measurement;
    const { svg, csv } = phasePortrait(game ?? BISTABLE, newDocument(), { name: "five", title: "Five" });
    expect(textsIn(svg)).to.include.members([
      "at (0, 0): 7.8 %",
      "at (1, 1): 92.2 %",
      "92.2 % of starts",
      "separatrix",
    ]);
    expect(textsIn(svg)).to.include("supplier: share that plays cooperate");
    const kinds = readCsv(csv)
      .slice(1)
      .map(([kind]) => kind);
    expect(kinds.filter((kind) => kind === "rest point").length).to.equal(5);
    expect(kinds.filter((kind) => kind === "separatrix").length).to.equal(201);
  });

  it("refuses other games", () => {
    expect(() => phasePortrait({ ...GLOBAL, symmetric: true }, newDocument())).to.throw(AllianceError);
  });
});
