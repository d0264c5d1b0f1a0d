import { AllianceError } from "#domain/errors.ts";
import { ratio } from "./ratio.ts";

/** An exact fraction in lowest terms; the denominator is positive. Made by `rational`, so that equal values look alike. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws AllianceError (usage) when the denominator is zero */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) {
    throw new AllianceError(`the fraction ${numerator}/0`, { kind: "usage", hint: "a denominator is not zero" });
  }
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws AllianceError (usage) when b is zero */
export function over(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function signOf({ numerator }: Rational): -1 | 0 | 1 {
  if (numerator === 0n) return 0;
  return numerator > 0n ? 1 : -1;
}

/** The sign of a - b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  return signOf(minus(a, b));
}

/** `a/b`, or `a` for a whole number. */
export function textOf({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** The nearest double; never -0, and zero only for zero, down to about 1e-300. */
export function toDouble({ numerator, denominator }: Rational): number {
  if (numerator === 0n) return 0;
  return numerator < 0n ? -ratio(-numerator, denominator) : ratio(numerator, denominator);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
