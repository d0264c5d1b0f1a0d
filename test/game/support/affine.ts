import { parseDecimal } from "#domain/decimal.ts";
import { rational, type Rational } from "#game/rational.ts";
import { affineGame, type AffineForm, type AffineGame } from "#game/threshold/affineGame.ts";

/** The exact value of a decimal. */
export function exact(text: string | number): Rational {
  return rational(parseDecimal(text, 18), 10n ** 18n);
}

export function form(constant: string | number, slope: string | number): AffineForm {
  return { constant: exact(constant), slope: exact(slope) };
}

/** Constant and slope. */
export type Line = readonly [number, number];

/** The two-by-two game with the gains c1 to c4 as lines in k, in the frame of `twoByTwo`. */
export function affineTwoByTwo(c1: Line, c2: Line, c3: Line, c4: Line): AffineGame {
  const strategies = ["C", "D"];
  const zero: Line = [0, 0];
  const table = [
    [c3, c1, zero, zero],
    [c4, zero, c2, zero],
  ];
  return {
    parameter: "k",
    players: [
      { name: "row", strategies },
      { name: "column", strategies },
    ],
    payoffs: table.map((row) => row.map((line) => form(...line))),
  };
}

/** A game of n populations with strategies A and B, payoffs as given by value, player and profile. */
export function gameOf(n: number, payoff: (value: Rational, player: number, profile: number) => Rational): AffineGame {
  const players = Array.from({ length: n }, (_, i) => ({ name: `p${i + 1}`, strategies: ["A", "B"] }));
  return affineGame({
    parameter: "k",
    players,
    payoffsAt: (value) =>
      players.map((_, player) => Array.from({ length: 2 ** n }, (__, profile) => payoff(value, player, profile))),
  });
}
