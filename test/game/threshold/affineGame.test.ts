import { compare, plus, rational, signOf, times, type Rational } from "#game/rational.ts";
import { affineGame, difference, rootOf, valueOf } from "#game/threshold/affineGame.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { exact, form, gameOf } from "../support/affine.ts";
import { expectRefusal } from "../support/refusal.ts";
import { forAll } from "../support/twoByTwo.ts";

const whole = fc.integer({ min: -50, max: 50 });
const line = fc.tuple(whole, whole);
const players = ["p", "q"].map((name) => ({ name, strategies: ["A", "B"] }));
const zeros = [1, 2].map(() => [0n, 0n, 0n, 0n].map((value) => rational(value)));

describe("affineGame", () => {
  it("finds the forms behind payoffs evaluated at three values, whichever (seed 311)", () => {
    const lines = fc.array(line, { minLength: 24, maxLength: 24 });
    const points = fc.uniqueArray(whole, { minLength: 3, maxLength: 3 });
    forAll(311, 60, [lines, points], (drawn, [a = 0, b = 0, c = 0]) => {
      const three = ["p", "q", "r"].map((name) => ({ name, strategies: ["A", "B"] }));
      const forms = three.map((_, player) =>
        drawn.slice(8 * player, 8 * player + 8).map(([constant, slope]) => form(constant, slope)),
      );
      const found = affineGame({
        parameter: "k",
        players: three,
        payoffsAt: (value) => forms.map((row) => row.map(({ constant, slope }) => plus(constant, times(slope, value)))),
        at: [exact(a), exact(b), exact(c)],
      });
      expect(found.payoffs).to.deep.equal(forms);
    });
  });

  it("refuses a payoff that is not affine, and says whose it is, where and what it is", () => {
    const square = (value: Rational, player: number, profile: number): Rational =>
      player === 1 && profile === 0b011 ? times(value, value) : value;
    expectRefusal(
      () => gameOf(3, square),
      "usage",
      /the payoff of "p2" for \(A, B, B\) is not affine in k: at 0, 1\/2, 1 it is 0, 1\/4, 1/,
      /a \+ b \* parameter/,
    );
  });

  it("refuses a rounding that a double would not see: one unit of 1e-18 on 1e12", () => {
    const unit = rational(1n, 10n ** 18n);
    const large = (value: Rational): Rational => times(value, exact("1e12"));
    expect(() => gameOf(2, large)).not.to.throw();
    expectRefusal(
      () => gameOf(2, (value) => (compare(value, exact(1)) === 0 ? plus(large(value), unit) : large(value))),
      "usage",
    );
  });

  it("refuses values that are not three, and tables and players of another shape", () => {
    const payoffsAt = () => zeros;
    const at = [exact(1), exact(2), exact("1.0")] as const;
    expectRefusal(() => affineGame({ parameter: "k", players, payoffsAt, at }), "usage", /1, 2, 1 are not three/);
    expectRefusal(
      () => affineGame({ parameter: "k", players, payoffsAt: () => zeros.slice(1) }),
      "usage",
      /2 players 4/,
    );
    expectRefusal(
      () => affineGame({ parameter: "k", players, payoffsAt: () => zeros.map((row) => row.slice(1)) }),
      "usage",
      /3, 3 profiles/,
    );
    const third = { name: "r", strategies: ["A", "B", "C"] };
    expectRefusal(() => affineGame({ parameter: "k", players: [...players, third], payoffsAt }), "usage", /2 x 2 x 3/);
    expectRefusal(() => affineGame({ parameter: "k", players: players.slice(1), payoffsAt }), "usage");
    expectRefusal(() => affineGame({ parameter: "k", players: [], payoffsAt }), "usage", /no strategies/);
  });

  it("has forms that can be evaluated, subtracted and solved (seed 312)", () => {
    forAll(312, 100, [line, line, whole], (a, b, value) => {
      const gap = difference(form(...a), form(...b));
      expect(valueOf(gap, exact(value))).to.deep.equal(exact(a[0] - b[0] + (a[1] - b[1]) * value));
      const root = rootOf(gap);
      if (a[1] === b[1]) expect(root).to.equal(undefined);
      else expect(signOf(valueOf(gap, root ?? exact(0)))).to.equal(0);
    });
  });
});
