import { coordinatesOf } from "#game/dynamics/coordinates.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { protocolOf } from "#game/dynamics/protocol.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { ALL_DYNAMICS } from "../support/dynamics.ts";
import { gameOf } from "../support/games.ts";

const FORM = populationsOf(gameOf([2, 3], ([i = 0, j = 0]) => [1 + i * j, 2 + j - i]));
const START = Float64Array.of(0.25, 0.75, 0.5, 0, 0.5);

describe("coordinatesOf", () => {
  it("gives back the shares of the start, whatever the dynamics", () => {
    for (const dynamics of ALL_DYNAMICS) {
      const { start, sharesAt } = coordinatesOf(FORM, protocolOf(dynamics), START);
      sharesAt(start).forEach((share, i) => expect(share, dynamics.kind).to.be.closeTo(START[i] ?? NaN, 1e-15));
    }
  });

  it("takes logs where strategies are copied: a share of 0 stays, a common term does not count, nothing overflows", () => {
    const { start, field, sharesAt, settle } = coordinatesOf(FORM, protocolOf({ kind: "replicator" }), START);
    expect(settle).to.equal(undefined);
    const rates = new Float64Array(5);
    field(start, rates);
    // First: payoffs 1 and 2, mean 1.75. Second: payoffs 1.25, 2.25, 3.25, and the mean of those played is 2.25.
    [-0.75, 0.25, -1, 0, 1].forEach((rate, i) => expect(rates[i]).to.be.closeTo(rate, 1e-14));
    const shifted = start.map((log, i) => log + (i < 2 ? 1e4 : -1e4));
    sharesAt(shifted).forEach((share, i) => expect(share).to.be.closeTo(START[i] ?? NaN, 1e-11));
    expect(sharesAt(shifted)[3]).to.equal(0);
    expect([...sharesAt(Float64Array.of(0, -1e4, 5, 1e9, 5))]).to.deep.equal([1, 0, 0.5, 0, 0.5]);
  });

  it("settles shares that are slightly outside on the boundary, population by population, and says by how much", () => {
    const { settle } = coordinatesOf(FORM, protocolOf({ kind: "smith" }), START);
    const point = Float64Array.of(0.25, 0.75, 0.75, -0.25, 0.5);
    expect(settle?.(point)).to.equal(0.25);
    expect([...point]).to.deep.equal([0.25, 0.75, 0.6, 0, 0.4]);
    expect(settle?.(Float64Array.of(0.25, 0.75, 0.5, 0, 0.5))).to.equal(0);
    const drifted = Float64Array.of(0.5, 0.75, 1, 0, 0);
    expect(settle?.(drifted)).to.equal(0.25);
    expect([...drifted]).to.deep.equal([0.4, 0.6, 1, 0, 0]);
  });
});
