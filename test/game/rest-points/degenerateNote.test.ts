import { expect } from "chai";
import { describe, it } from "mocha";

import { degenerateNote } from "#game/rest-points/degenerateNote.ts";

import { gameOf } from "./support/cube.ts";

const game = gameOf(4, () => 0);

describe("rest-points/degenerateNote", () => {
  it("says whose eigenvalue vanishes, and that another one decides", () => {
    const note = degenerateNote(game, "none", [
      { population: 0, sign: 1 },
      { population: 2, sign: 0 },
    ]);
    expect(note).to.match(/^The eigenvalue of "p3" is zero.*positive real part: the point is unstable\.$/);
    expect(degenerateNote(game, "saddle", [{ population: 1, sign: 0 }])).to.match(/"p2".*unstable/);
  });

  it("says of a corner at the end of one edge at rest that it is stable, but not asymptotically", () => {
    const outer = [-1, 0, -1] as const;
    const note = degenerateNote(
      game,
      "none",
      outer.map((sign, population) => ({ population, sign })),
    );
    expect(note).to.match(/"p2" is zero.*Lyapunov stable, but not asymptotically/);
  });

  it("leaves open what terms of higher order decide", () => {
    const two = [0, 0, -1] as const;
    const open = /terms of higher order do, which are not computed\.$/;
    expect(
      degenerateNote(
        game,
        "none",
        two.map((sign, population) => ({ population, sign })),
      ),
    ).to.match(open);
    expect(degenerateNote(game, "centre", [{ population: 3, sign: 0 }])).to.match(open);
    expect(degenerateNote(game, "singular", []))
      .to.match(/dependent to first order/)
      .and.match(open);
    expect(degenerateNote(game, "imaginary", []))
      .to.match(/All eigenvalues .* imaginary/)
      .and.match(open);
  });

  it("says when a sign is not proven", () => {
    expect(degenerateNote(game, "saddle", [{ population: 3, sign: undefined }])).to.match(/"p4".* not proven/);
  });
});
