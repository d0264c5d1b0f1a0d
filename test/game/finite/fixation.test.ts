import { fixationOf, type Fixation } from "#game/finite/fixation.ts";
import { ladderOf, type Ladder } from "#game/finite/ladder.ts";
import { processOf, type FiniteOptions } from "#game/finite/process.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { HAWK_DOVE, moran, pairwise, rule, symmetricGame, twoByTwoTable } from "./support/games.ts";
import { solve } from "./support/matrices.ts";

type Table = readonly (readonly number[])[];

function ladder(table: Table, options: FiniteOptions, mutant = 0): Ladder {
  return ladderOf(processOf(symmetricGame(table), options), { population: 0, mutant, residents: [1 - mutant] }, 0);
}

/** The first strategy's single mutant. */
function fixation(table: Table, options: FiniteOptions, mutant = 0): Fixation {
  return fixationOf(ladder(table, options, mutant));
}

const harmonic = (n: number): number => Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0);
const NEUTRAL = [
  [1, 1],
  [1, 1],
];
/** Earns `d` more, whoever the other is. */
const constant = (d: number): Table => [
  [d, d],
  [0, 0],
];
const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

describe("finite/fixation", () => {
  it("is 1/Z under neutral drift, with the known times", () => {
    for (const size of [2, 3, 10, 500]) {
      const birth = fixation(NEUTRAL, moran([size], 1));
      expect(relative(birth.probability, 1 / size)).to.be.lessThan(1e-13);
      // Z (Z - 1) steps to take over, and Z H(Z-1) to either end [Altrock2009].
      expect(relative(birth.conditional.steps ?? 0, size * (size - 1))).to.be.lessThan(1e-12);
      expect(relative(birth.unconditional.steps ?? 0, size * harmonic(size - 1))).to.be.lessThan(1e-12);
      const compared = fixation(NEUTRAL, pairwise([size], 1));
      // Nobody is compared with itself, and half of all comparisons change nothing.
      const slower = (2 * (size - 1)) / size;
      expect(relative(compared.probability, 1 / size)).to.be.lessThan(1e-13);
      expect(relative(compared.conditional.steps ?? 0, slower * size * (size - 1))).to.be.lessThan(1e-12);
      expect(relative(compared.unconditional.steps ?? 0, slower * size * harmonic(size - 1))).to.be.lessThan(1e-12);
    }
  });

  it("is (1 - 1/r) / (1 - 1/r^Z) in the Moran process with constant fitness r, of either form", () => {
    for (const size of [2, 10, 100]) {
      for (const r of [0.5, 0.9, 1.1, 2, 10]) {
        const expected = (1 - 1 / r) / (1 - r ** -size);
        expect(relative(fixation(constant(Math.log(r)), moran([size], 1)).probability, expected)).to.be.lessThan(1e-11);
        const linear = { sizes: [size], rule: "moran", fitness: "linear", beta: 1, mutation: 0 } as const;
        const table = [
          [r, r],
          [1, 1],
        ];
        expect(relative(fixation(table, linear).probability, expected)).to.be.lessThan(1e-11);
      }
    }
  });

  it("is (1 - e^-bd) / (1 - e^-bdZ) by Fermi's function with a constant difference d", () => {
    for (const [size, beta, d] of [
      [50, 1, 0.1],
      [50, 0.2, -1],
      [1000, 3, 0.01],
      [2, 1, 1],
    ] as const) {
      const expected = Math.expm1(-beta * d) / Math.expm1(-beta * d * size);
      expect(relative(fixation(constant(d), pairwise([size], beta)).probability, expected)).to.be.lessThan(1e-12);
    }
  });

  it("is that of EGTtools 0.1.14 for hawks among 100 with beta 1: 0.8641155742462664", () => {
    // Hawks and doves of value 2 and cost 3, of which EGTtools prints this value; the table gives all its digits.
    const process = processOf(HAWK_DOVE, pairwise([100], 1));
    const { probability } = fixationOf(ladderOf(process, { population: 0, mutant: 0, residents: [1] }, 0));
    expect(probability).to.be.closeTo(0.8641155742462664, 3e-15);
  });

  it("neither overflows nor underflows with 100,000 members", () => {
    const size = 100_000;
    const weak = fixation(constant(1), pairwise([size], 1e-5));
    expect(relative(weak.probability, Math.expm1(-1e-5) / Math.expm1(-1))).to.be.lessThan(1e-10);
    const hopeless = fixation(constant(-1), moran([size], 1));
    expect(hopeless.probability).to.equal(0);
    // e^(-d (Z-1)) (1 - e^-d) but for what is far below rounding.
    expect(hopeless.lnProbability).to.be.closeTo(-(size - 1) + Math.log1p(-Math.exp(-1)), 1e-8);
    const coexistence = fixation(
      [
        [0, 1],
        [1, 0],
      ],
      moran([size], 1),
    );
    expect(coexistence.conditional.ln).to.be.greaterThan(1e4);
    expect(coexistence.conditional).not.to.have.property("steps");
  }).timeout(20_000);

  it("solves the equations of first steps: probability and both times of every small chain (seed 71)", () => {
    forAll(71, 120, [twoByTwoTable, rule, fc.integer({ min: 2, max: 12 })], (table, kind, size) => {
      const options = kind === "moran" ? moran([size], 0.3) : pairwise([size], 0.3);
      const { lnUp, lnDown } = ladder(table, options);
      const inner = Array.from({ length: size - 1 }, (_, i) => i + 1);
      const up = inner.map((k) => Math.exp(lnUp[k] ?? 0));
      const down = inner.map((k) => Math.exp(lnDown[k] ?? 0));
      const matrix = inner.map((_, i) =>
        inner.map((_unused, j) => {
          if (i === j) return (up[i] ?? 0) + (down[i] ?? 0);
          if (j === i + 1) return -(up[i] ?? 0);
          return j === i - 1 ? -(down[i] ?? 0) : 0;
        }),
      );
      const reached = solve(
        matrix,
        up.map((value, i) => (i === size - 2 ? value : 0)),
      );
      const ends = solve(
        matrix,
        inner.map(() => 1),
      );
      const wins = solve(matrix, reached);
      const found = fixation(table, options);
      expect(relative(found.probability, reached[0] ?? 0)).to.be.lessThan(1e-9);
      expect(relative(found.unconditional.steps ?? 0, ends[0] ?? 0)).to.be.lessThan(1e-9);
      expect(relative(found.conditional.steps ?? 0, (wins[0] ?? 0) / (reached[0] ?? 1))).to.be.lessThan(1e-9);
    });
  });

  it("takes as long for a mutant of either kind, where it takes over [Altrock2009] (seed 72)", () => {
    forAll(72, 60, [twoByTwoTable, rule], (table, kind) => {
      const options = kind === "moran" ? moran([40], 0.3) : pairwise([40], 0.3);
      const [one, other] = [fixation(table, options, 0), fixation(table, options, 1)];
      expect(one.conditional.ln).to.be.closeTo(other.conditional.ln, 1e-11);
    });
  });

  it("obeys the one-third rule in weak selection [Nowak2004]: favoured where the unstable point is below 1/3", () => {
    const coordination = (x: number): Table => [
      [1 - x, 0],
      [0, x],
    ];
    const size = 2000;
    for (const optionsOf of [pairwise, moran]) {
      for (const [x, favoured] of [
        [0.32, true],
        [0.345, false],
      ] as const) {
        const { probability } = fixation(coordination(x), optionsOf([size], 1e-6));
        expect(probability * size > 1, `${x}`).to.equal(favoured);
      }
    }
  });

  it("has the first-order term of weak selection (a (Z-2) + b (2Z-1) - c (Z+1) - d (2Z-4)) / 6 [Nowak2004]", () => {
    const [a, b, c, d] = [1.5, -0.25, 2, 0.75];
    const [size, beta] = [30, 1e-6];
    const slope = (a * (size - 2) + b * (2 * size - 1) - c * (size + 1) - d * (2 * size - 4)) / 6;
    const table = [
      [a, b],
      [c, d],
    ];
    const { probability } = fixation(table, moran([size], beta));
    expect((probability * size - 1) / beta).to.be.closeTo(slope, 1e-4);
  });
});
