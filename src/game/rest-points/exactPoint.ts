import type { FacePoint } from "./facePoint.ts";
import { quotient, surdQuotient } from "./quotient.ts";
import { Surd } from "./surd.ts";

/** A share on / (on + off), both positive. */
export interface Odds {
  readonly on: Surd;
  readonly off: Surd;
}

/** The mixture at which `atZero` off + `atOne` on = 0; undefined unless the two have strictly opposite signs. */
export function oddsBetween(atZero: Surd, atOne: Surd): Odds | undefined {
  const [zero, one] = [atZero.sign(), atOne.sign()];
  if (zero === 0 || one !== -zero) return undefined;
  return zero > 0 ? { on: atZero, off: atOne.negated() } : { on: atZero.negated(), off: atOne };
}

/** A rest point whose shares are rational or quadratic numbers: every sign at it is decided. */
export function exactPoint(odds: readonly Odds[], singular: boolean): FacePoint {
  const whole = odds.reduce((product, { on, off }) => product.times(on.plus(off)), new Surd(1n));
  return {
    shares: odds.map(({ on, off }) => [surdQuotient(on, on.plus(off)), surdQuotient(off, on.plus(off))]),
    singular,
    at: (corners, unit) => {
      const value = numeratorAt(corners, odds);
      return { value: valueOf(value, whole.times(new Surd(unit))), sign: value.sign() };
    },
  };
}

/**
 * A multilinear function times the product of all on + off.
 *
 * @param corners its values at the corners, the last coordinate's bit lowest
 */
export function numeratorAt(corners: readonly bigint[], odds: readonly Odds[]): Surd {
  let values = corners.map((value) => new Surd(value));
  for (const { on, off } of odds) {
    const half = values.length / 2;
    const upper = values.slice(half);
    values = values.slice(0, half).map((low, c) => low.times(off).plus((upper[c] ?? low).times(on)));
  }
  return values[0] ?? new Surd(0n);
}

function valueOf(numerator: Surd, denominator: Surd): number {
  return numerator.q === 0n && denominator.q === 0n
    ? quotient(numerator.p, denominator.p)
    : surdQuotient(numerator, denominator);
}
