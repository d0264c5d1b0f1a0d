import { oddsBetween, type Odds } from "./exactPoint.ts";
import { integerRoot, Surd } from "./surd.ts";

/**
 * The positive odds on : off that solve q0 off^2 + q1 off on + q2 on^2 = 0, exactly; a double root once. A form that is
 * 0 throughout has none.
 */
export function quadraticOdds([q0, q1, q2]: readonly [bigint, bigint, bigint]): readonly Odds[] {
  if (q2 === 0n) return positive(new Surd(-q0), new Surd(q1));
  const discriminant = q1 * q1 - 4n * q0 * q2;
  if (discriminant < 0n) return [];
  const root = integerRoot(discriminant);
  const isSquare = root * root === discriminant;
  const numerators = [1n, -1n].map((sign) =>
    isSquare ? new Surd(-q1 + sign * root) : new Surd(-q1, sign, discriminant),
  );
  return numerators.slice(0, discriminant === 0n ? 1 : 2).flatMap((on) => positive(on, new Surd(2n * q2)));
}

/** The odds, if both have one sign. */
function positive(on: Surd, off: Surd): readonly Odds[] {
  const odds = oddsBetween(on, off.negated());
  return odds === undefined ? [] : [odds];
}
