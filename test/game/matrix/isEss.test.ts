import { bestReplies, equalizersOf, isSubset } from "#game/matrix/equalizers.ts";
import { isEss } from "#game/matrix/isEss.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { bigints, matrix, type Matrix } from "./support/games.ts";

/** The symmetric equilibria that are determined by their support, with the answer. */
function judged(a: Matrix): readonly { readonly shares: readonly number[]; readonly ess: boolean }[] {
  return equalizersOf(bigints(a)).flatMap((mixtures, set) =>
    mixtures
      .filter(({ support }) => support === set)
      .map((mixture) => ({ ...mixture, replies: bestReplies(mixture) }))
      .filter(({ support, replies }) => isSubset(support, replies))
      .map((mixture) => ({
        shares: mixture.shares.map((share) => Number(share) / Number(mixture.denominator)),
        ess: isEss(bigints(a), mixture),
      })),
  );
}

const earn = (a: Matrix, x: readonly number[], y: readonly number[]): number =>
  a.reduce((sum, row, i) => sum + (x[i] ?? 0) * row.reduce((s, value, j) => s + value * (y[j] ?? 0), 0), 0);

describe("matrix/isEss", () => {
  it("decides what the definition says of ties: against itself the mutant must earn less", () => {
    // Against s0 both earn 1; s1 against itself earns v: an ESS exactly when s0 earns more there than s1.
    for (const [v, ess] of [
      [0, true],
      [1, false],
      [2, false],
    ] as const) {
      expect(
        judged([
          [1, 1],
          [1, v],
        ])[0],
        String(v),
      ).to.deep.equal({ shares: [1, 0], ess });
    }
    // Two mutants that lose each, and win together (copositivity in more than one of them).
    const pair = (w: number): Matrix => [
      [0, 0, 0],
      [0, -1, w],
      [0, w, -1],
    ];
    expect([0.5, 1, 2].map((w) => judged(pair(w).map((row) => row.map((value) => 2 * value)))[0]?.ess)).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it("is never contradicted by a mutant, and finds the one where there is any (seed 61)", () => {
    const point = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
      .filter((z) => z.some((v) => v > 0.1));
    let [stable, unstable] = [0, 0];
    forAll(61, 1000, [matrix(3, 3, 3), fc.array(point, { minLength: 8, maxLength: 8 })], (a, points) => {
      for (const { shares: x, ess } of judged(a)) {
        // Mutants near x decide. A small invasion barrier: they differ by a thousandth at most.
        const mutants = points.map((z) => {
          const total = z.reduce((sum, v) => sum + v, 0);
          return x.map((share, i) => share + 1e-3 * ((z[i] ?? 0) / total - share));
        });
        const advantage = (y: readonly number[]): number => earn(a, x, y) - earn(a, y, y);
        if (ess) {
          for (const y of mutants) expect(advantage(y), JSON.stringify({ a, x, y })).to.be.greaterThan(-1e-15);
          stable++;
          continue;
        }
        // On a fine grid of directions some mutant is not beaten.
        const grid = Array.from({ length: 61 * 61 }, (_, k) => [Math.floor(k / 61) / 60, (k % 61) / 60]).filter(
          ([p = 0, q = 0]) => p + q <= 1,
        );
        const unbeaten = grid.some(([p = 0, q = 0]) => {
          const y = [p, q, 1 - p - q].map((share, i) => (x[i] ?? 0) + 1e-3 * (share - (x[i] ?? 0)));
          return Math.hypot(...y.map((v, i) => v - (x[i] ?? 0))) > 1e-9 && advantage(y) <= 1e-12;
        });
        expect(unbeaten, JSON.stringify({ a, x })).to.equal(true);
        unstable++;
      }
    });
    expect(Math.min(stable, unstable)).to.be.greaterThan(300);
  });
});
