import { restPointOf, type LocalBehaviour } from "#game/matrix/restPoint.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";

/** One face polynomial, and what leads out of the face. */
const point = (polynomial: readonly bigint[], gains: readonly bigint[], more: Partial<LocalBehaviour> = {}) =>
  restPointOf({
    shares: [[1]],
    face: { polynomial, unit: 10n },
    outside: gains.map((gain, i) => ({ gain, unit: 2n, name: `way ${i}` })),
    ess: false,
    conserved: false,
    ...more,
  });

describe("matrix/restPoint", () => {
  it("names hyperbolic points by the signs of the real parts", () => {
    expect(point([2n, 3n, 1n], [-1n]).stability).to.equal("stable");
    expect(point([2n, 3n, 1n], [-1n], { ess: true })).to.deep.include({ stability: "ess", nash: true, strict: false });
    expect(point([2n, 3n, 1n], [1n])).to.deep.include({ stability: "saddle", nash: false });
    expect(point([-2n, 1n, 1n], [-1n]).stability).to.equal("saddle");
    expect(point([2n, -3n, 1n], [1n]).stability).to.equal("source");
  });

  it("calls imaginary pairs a centre where motion is conserved and nothing leads out", () => {
    expect(point([4n, 0n, 1n], [-1n], { conserved: true }).stability).to.equal("centre");
    expect(point([4n, 0n, 1n], [1n], { conserved: true }).stability).to.equal("unstable");
    expect(point([4n, 0n, 1n], [-1n])).to.deep.include({
      stability: "degenerate",
      note: "A pair of eigenvalues is purely imaginary: terms of higher order decide.",
    });
  });

  it("names the way that leads out with eigenvalue zero, and what else is known", () => {
    expect(point([1n], [0n, -1n])).to.deep.include({ stability: "degenerate", nash: true, strict: false });
    expect(point([1n], [-1n, 0n]).note).to.equal(
      "The eigenvalue towards way 1 is zero: it earns the same. Terms of higher order decide.",
    );
    expect(point([1n], [1n, 0n]).note).to.match(/Another eigenvalue is positive: the point is unstable\.$/);
    const ess = point([1n], [0n], { ess: true });
    expect(ess.stability).to.equal("ess");
    expect(ess).not.to.have.property("note");
  });

  it("has trace, determinant and eigenvalues in units of payoff, face first", () => {
    const { eigenvalues, trace, determinant } = point([200n, 30n, 1n], [3n, -4n]);
    expect(eigenvalues).to.deep.equal([
      [-1, 0],
      [-2, 0],
      [1.5, 0],
      [-2, 0],
    ]);
    expect([trace, determinant]).to.deep.equal([-3.5, -6]);
    expect(point([1n], []).strict).to.equal(true);
  });

  it("refuses numbers beyond those of a double, instead of printing 0 or Infinity", () => {
    for (const gain of [10n ** 200n, 10n ** 400n]) {
      expectRefusal(() => point([1n], [gain, gain]), "usage", /are no doubles/, /another unit/);
    }
    const small = { gain: 1n, unit: 10n ** 200n, name: "way" };
    expectRefusal(() => point([1n], [], { outside: [small, small] }), "usage", /are no doubles/);
  });
});
