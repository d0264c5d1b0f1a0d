import { AllianceError } from "#domain/errors.ts";
import type { Player } from "#domain/game.ts";
import { compare, minus, over, plus, rational, textOf, times, type Rational } from "#game/rational.ts";

/** `constant + slope * parameter`, exactly. */
export interface AffineForm {
  readonly constant: Rational;
  readonly slope: Rational;
}

/** A game of two or more populations with two strategies each, whose payoffs are affine in one parameter. */
export interface AffineGame {
  /** The parameter's name. */
  readonly parameter: string;
  readonly players: readonly Player[];
  /**
   * `payoffs[player][profile]`, per unit of time. A profile is an index whose bits are the strategies' numbers (0 for
   * the first), the last player's lowest, as in `NormalForm`.
   */
  readonly payoffs: readonly (readonly AffineForm[])[];
}

export interface AffineGameOptions {
  readonly parameter: string;
  readonly players: readonly Player[];
  /** All payoffs at one value of the parameter, exactly: `[player][profile]`. */
  readonly payoffsAt: (value: Rational) => readonly (readonly Rational[])[];
  /** Three different values at which to evaluate. @default 0, 1/2 and 1 */
  readonly at?: readonly [Rational, Rational, Rational];
}

const DEFAULT_POINTS = [rational(0n), rational(1n, 2n), rational(1n)] as const;

/**
 * The affine forms behind a model: evaluated exactly at three values of the parameter; two give the form, the third must
 * lie on it. Three values convict every quadratic, and every payoff with one kink or one rounding between them that they
 * show; they cannot prove that a formula is affine elsewhere.
 *
 * @throws AllianceError (usage) when a payoff is not affine (the message says which), when the values are not three, or
 * when the players or payoffs have another shape
 */
export function affineGame({ parameter, players, payoffsAt, at = DEFAULT_POINTS }: AffineGameOptions): AffineGame {
  requireTwoStrategies(players);
  const [first, second, third] = at;
  if ([compare(first, second), compare(first, third), compare(second, third)].includes(0)) {
    throw new AllianceError(`${at.map(textOf).join(", ")} are not three values of ${parameter}`, {
      kind: "usage",
      hint: "evaluate at three different values",
    });
  }
  const tables = at.map((value) => requireShape(players, payoffsAt(value)));
  const payoffs = players.map((_, player) =>
    Array.from({ length: 2 ** players.length }, (__, profile) => {
      const [a = ZERO, b = ZERO, c = ZERO] = tables.map((table) => table[player]?.[profile]);
      const slope = over(minus(b, a), minus(second, first));
      const form = { constant: minus(a, times(slope, first)), slope };
      if (compare(valueOf(form, third), c) !== 0)
        throw notAffine({ parameter, players, at }, player, profile, [a, b, c]);
      return form;
    }),
  );
  return { parameter, players, payoffs };
}

const ZERO = rational(0n);

export function valueOf({ constant, slope }: AffineForm, value: Rational): Rational {
  return plus(constant, times(slope, value));
}

export function difference(a: AffineForm, b: AffineForm): AffineForm {
  return { constant: minus(a.constant, b.constant), slope: minus(a.slope, b.slope) };
}

/** Where the form is zero; undefined when it is constant. */
export function rootOf({ constant, slope }: AffineForm): Rational | undefined {
  return slope.numerator === 0n ? undefined : over(minus(ZERO, constant), slope);
}

function requireTwoStrategies(players: readonly Player[]): void {
  if (players.length >= 2 && players.every(({ strategies }) => strategies.length === 2)) return;
  const found = players.map(({ strategies }) => strategies.length).join(" x ");
  throw new AllianceError(`a game of ${found === "" ? "no" : found} strategies`, {
    kind: "usage",
    hint: "thresholds are found for two or more populations with two strategies each",
  });
}

function requireShape(
  players: readonly Player[],
  table: readonly (readonly Rational[])[],
): readonly (readonly Rational[])[] {
  const profiles = 2 ** players.length;
  if (table.length === players.length && table.every((row) => row.length === profiles)) return table;
  throw new AllianceError(`payoffs of ${table.map((row) => row.length).join(", ")} profiles`, {
    kind: "usage",
    hint: `give ${players.length} players ${profiles} payoffs each`,
  });
}

function notAffine(
  { parameter, players, at }: Pick<AffineGameOptions, "parameter" | "players"> & { readonly at: readonly Rational[] },
  player: number,
  profile: number,
  values: readonly Rational[],
): AllianceError {
  const strategies = players.map((each, k) => each.strategies[(profile >> (players.length - 1 - k)) & 1]);
  const name = JSON.stringify(players[player]?.name);
  return new AllianceError(
    `the payoff of ${name} for (${strategies.join(", ")}) is not affine in ${parameter}: ` +
      `at ${at.map(textOf).join(", ")} it is ${values.map(textOf).join(", ")}`,
    {
      kind: "usage",
      hint: "exact thresholds need payoffs of the form a + b * parameter; analyse single values of it instead",
      values: { parameter, player: name, profile: strategies },
    },
  );
}
