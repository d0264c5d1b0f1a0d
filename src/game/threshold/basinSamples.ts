import { AllianceError } from "#domain/errors.ts";
import { basins } from "#game/basins.ts";
import { compare, minus, over, plus, rational, times, type Rational } from "#game/rational.ts";
import type { AffineGame } from "./affineGame.ts";
import { gameAt } from "./gameAt.ts";
import type { Outcome, OutcomeGains } from "./outcomeGains.ts";
import { contains, statusAt, type Range, type Status } from "./partition.ts";

/** How much of the square the outcome attracts at one value of the parameter. */
export interface BasinSample {
  readonly at: Rational;
  readonly status: Status;
  /** Share of the square's area, and its error; absent where it is not computed. */
  readonly share?: number;
  readonly error?: number;
  /** Why there is no share. */
  readonly unresolved?: string;
}

/**
 * The outcome's basin at the values. Where the outcome is not strict it is 0: the gain of a population is then zero or
 * negative all along an edge at the outcome, where every orbit that comes near either stops short or turns away.
 *
 * @throws AllianceError (usage) unless there are two populations
 */
export function basinSamples(
  game: AffineGame,
  outcome: Outcome,
  gains: OutcomeGains,
  values: readonly Rational[],
): readonly BasinSample[] {
  return values.map((at) => {
    const status = statusAt(gains, at);
    const sample = { at, status };
    const { attractors, method } = basins(gameAt(game, at));
    if (status === "not-nash" || status === "nash") return { ...sample, share: 0, error: 0 };
    if (status === "attracting") return { ...sample, share: 1, error: 0 };
    const own = attractors.find(({ shares }) => shares.every(([share], k) => share === outcome[k]));
    return own === undefined ? { ...sample, unresolved: method } : { ...sample, share: own.share, error: own.error };
  });
}

export interface SampleWindow {
  readonly breakpoints: readonly { readonly at: Rational }[];
  readonly present: Rational;
  readonly range: Range;
}

/**
 * Equidistant values that show all breakpoints: from the first to the last and the present value, a quarter of that width
 * (or of the value, if there is none) further on both sides, within the range unless the present value is not.
 *
 * @param count at least 2
 * @throws AllianceError (usage) for another count
 */
export function sampleValues(count: number, { breakpoints, present, range }: SampleWindow): readonly Rational[] {
  if (!Number.isSafeInteger(count) || count < 2) {
    throw new AllianceError(`${count} samples`, { kind: "usage", hint: "ask for a whole number of 2 or more" });
  }
  const sorted = [...breakpoints.map(({ at }) => at), present].toSorted(compare);
  const [first, last] = [sorted[0] ?? ZERO, sorted.at(-1) ?? ZERO];
  const width = compare(first, last) === 0 ? sizeOrOne(first) : minus(last, first);
  const margin = over(width, rational(4n));
  const bounds: Partial<Range> = contains(range, present) ? range : {};
  const from = atLeast(minus(first, margin), bounds.from);
  const to = atMost(plus(last, margin), bounds.to);
  const step = over(minus(to, from), rational(BigInt(count - 1)));
  return Array.from({ length: count }, (_, i) => plus(from, times(step, rational(BigInt(i)))));
}

const ZERO = rational(0n);

function sizeOrOne({ numerator, denominator }: Rational): Rational {
  if (numerator === 0n) return rational(1n);
  return rational(numerator < 0n ? -numerator : numerator, denominator);
}

function atLeast(value: Rational, least: Rational | undefined): Rational {
  return least !== undefined && compare(value, least) < 0 ? least : value;
}

function atMost(value: Rational, most: Rational | undefined): Rational {
  return most !== undefined && compare(value, most) > 0 ? most : value;
}
