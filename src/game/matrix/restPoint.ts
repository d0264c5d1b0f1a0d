import type { RestPoint, Stability } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { State } from "#domain/game.ts";
import { plus, rational, times, toDouble, type Rational } from "#game/rational.ts";
import type { Polynomial } from "./polynomial.ts";
import { polynomialRoots, type Complex } from "./polynomialRoots.ts";
import { rootSigns } from "./rootSigns.ts";

/** What is known exactly of a rest point; eigenvalues in units of payoff per unit of time. */
export interface LocalBehaviour {
  readonly shares: State;
  /** Within the face of its support: the roots of an integer polynomial, over `unit`. */
  readonly face: { readonly polynomial: Polynomial; readonly unit: bigint };
  /** Towards each strategy outside the support: what it gains, over `unit`; `name` is that of the direction. */
  readonly outside: readonly { readonly gain: bigint; readonly unit: bigint; readonly name: string }[];
  readonly ess: boolean;
  /** A constant of motion makes the face's purely imaginary pairs a centre. */
  readonly conserved: boolean;
}

/**
 * A rest point with its stability, decided on the exact numbers. A hyperbolic point is named by the signs of the real
 * parts; one with purely imaginary pairs is a centre where a constant of motion proves it and nothing leads outside.
 */
export function restPointOf(behaviour: LocalBehaviour): RestPoint {
  const { shares, face, outside, ess } = behaviour;
  const inside = polynomialRoots(face.polynomial, face.unit);
  const stability = ess ? "ess" : stabilityOf(behaviour);
  const notes = [
    ...(stability === "degenerate" ? [noteOf(behaviour)] : []),
    ...(inside === undefined ? ["The eigenvalues within the face could not be computed as numbers."] : []),
  ];
  return {
    shares,
    nash: outside.every(({ gain }) => gain <= 0n),
    strict: face.polynomial.length === 1 && outside.every(({ gain }) => gain < 0n),
    eigenvalues: [...(inside ?? []), ...outside.map(({ gain, unit }): Complex => [finite(rational(gain, unit)), 0])],
    ...traceAndDeterminant(behaviour),
    stability,
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
  };
}

function stabilityOf({ face, outside, conserved }: LocalBehaviour): Stability {
  const signs = rootSigns(face.polynomial);
  const positive = signs.positive || outside.some(({ gain }) => gain > 0n);
  const negative = signs.negative || outside.some(({ gain }) => gain < 0n);
  if (outside.some(({ gain }) => gain === 0n)) return "degenerate";
  if (signs.imaginary) return imaginaryStability(positive, conserved);
  if (!positive) return "stable";
  return negative ? "saddle" : "source";
}

function imaginaryStability(positive: boolean, conserved: boolean): Stability {
  if (positive) return "unstable";
  return conserved ? "centre" : "degenerate";
}

function noteOf({ face, outside }: LocalBehaviour): string {
  const signs = rootSigns(face.polynomial);
  const vanishing = outside.filter(({ gain }) => gain === 0n).map(({ name }) => name);
  if (vanishing.length === 0) return "A pair of eigenvalues is purely imaginary: terms of higher order decide.";
  const causes = vanishing.map((name) => `The eigenvalue towards ${name} is zero: it earns the same.`);
  return signs.positive || outside.some(({ gain }) => gain > 0n)
    ? `${causes.join(" ")} Another eigenvalue is positive: the point is unstable.`
    : `${causes.join(" ")} Terms of higher order decide.`;
}

/** Exact before they are rounded. */
function traceAndDeterminant({ face, outside }: LocalBehaviour): {
  readonly trace: number;
  readonly determinant: number;
} {
  const { polynomial, unit } = face;
  const size = polynomial.length - 1;
  const ways = outside.map(({ gain, unit: own }) => rational(gain, own));
  const inside = {
    trace: rational(-(polynomial[size - 1] ?? 0n), unit),
    determinant: rational((polynomial[0] ?? 1n) * (size % 2 === 0 ? 1n : -1n), unit ** BigInt(size)),
  };
  return {
    trace: finite(ways.reduce(plus, inside.trace)),
    determinant: finite(ways.reduce(times, inside.determinant)),
  };
}

/** As a double; zero only for zero. */
function finite(exact: Rational): number {
  const value = toDouble(exact);
  if (Number.isFinite(value) && (value !== 0 || exact.numerator === 0n)) return value;
  throw new AllianceError("payoffs differ by so much or so little that the numbers of a rest point are no doubles", {
    kind: "usage",
    hint: "choose another unit of payoff",
  });
}
