import { compare, minus, over, rational, signOf, toDouble, type Rational } from "#game/rational.ts";
import { clipped, contains, reaches, type Interval, type Range, type Status } from "./partition.ts";

/** What has to be done to one parameter so that the outcome reaches a status. */
export type SmallestChange =
  | { readonly kind: "none" }
  | {
      readonly kind: "change";
      readonly direction: "increase" | "decrease";
      /** The value to go to; when not `attained`, to go beyond, by however little. */
      readonly to: Rational;
      readonly attained: boolean;
      /** `to` minus the present value. */
      readonly change: Rational;
      /** Its size by that of the present value; absent when that is zero. */
      readonly relative?: number;
    }
  | { readonly kind: "never"; readonly reason: string };

export interface ChangeQuestion {
  readonly parameter: string;
  readonly present: Rational;
  readonly wanted: Status;
  /** The values that the parameter's meaning allows; no change leads out of it. */
  readonly range: Range;
}

/**
 * The nearest value within the range at which the outcome is at least what is wanted. Of two at the same distance the one
 * that is attained, then the larger one.
 *
 * @param intervals of the whole line
 */
export function smallestChange(intervals: readonly Interval[], question: ChangeQuestion): SmallestChange {
  const { parameter, present, wanted, range } = question;
  const wanting = intervals.filter(({ status }) => reaches(status, wanted));
  if (wanting.some((interval) => contains(interval, present))) return { kind: "none" };
  const ends = clipped(wanting, range).map((interval) => nearestEnd(interval, present));
  const [nearest] = ends.toSorted(
    (a, b) => compare(size(a.change), size(b.change)) || Number(b.attained) - Number(a.attained) || compare(b.to, a.to),
  );
  if (nearest !== undefined) return { kind: "change", ...nearest, ...relativeTo(present, nearest.change) };
  const reason = wanting.length === 0 ? `no value of ${parameter} does it` : "only values outside its range do it";
  return { kind: "never", reason };
}

/**
 * Sorts by the size of the relative change: none first, then changes of a parameter that is zero now (no relative size) after
 * the others, by their size; never last.
 */
export function compareChanges(a: SmallestChange, b: SmallestChange): number {
  const [first, second] = [orderOf(a), orderOf(b)];
  return first.group - second.group || first.relative - second.relative || compare(first.change, second.change);
}

function orderOf(answer: SmallestChange): {
  readonly group: number;
  readonly relative: number;
  readonly change: Rational;
} {
  switch (answer.kind) {
    case "none":
      return { group: 0, relative: 0, change: ZERO };
    case "change":
      return answer.relative === undefined
        ? { group: 2, relative: 0, change: size(answer.change) }
        : { group: 1, relative: answer.relative, change: ZERO };
    case "never":
      return { group: 3, relative: 0, change: ZERO };
  }
}

/** The end that faces a value outside. */
function nearestEnd({ from, fromClosed, to, toClosed }: Interval, present: Rational) {
  if (to !== undefined && compare(to, present) <= 0) {
    return { direction: "decrease", to, attained: toClosed, change: minus(to, present) } as const;
  }
  const end = from ?? present;
  return { direction: "increase", to: end, attained: fromClosed, change: minus(end, present) } as const;
}

function relativeTo(present: Rational, change: Rational): { readonly relative?: number } {
  return signOf(present) === 0 ? {} : { relative: toDouble(over(size(change), size(present))) };
}

function size(value: Rational): Rational {
  return signOf(value) < 0 ? minus(ZERO, value) : value;
}

const ZERO = rational(0n);
