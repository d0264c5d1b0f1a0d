import { compare, minus, over, plus, rational, signOf, type Rational } from "#game/rational.ts";
import { rootOf, valueOf } from "./affineGame.ts";
import { allGains, type Gain, type OutcomeGains } from "./outcomeGains.ts";

/**
 * What an outcome is, each including the ones before: `not-nash`: a population gains by deviating; `nash`: none gains,
 * but one loses nothing; `ess`: each loses by deviating (strict, evolutionarily stable, a local attractor);
 * `attracting`: every interior start tends to it (decided for two populations only).
 */
export type Status = "not-nash" | "nash" | "ess" | "attracting";

const RANKS: readonly Status[] = ["not-nash", "nash", "ess", "attracting"];

/** Whether an outcome of status `found` is at least `wanted`. */
export function reaches(found: Status, wanted: Status): boolean {
  return RANKS.indexOf(found) >= RANKS.indexOf(wanted);
}

/** A set of values of the parameter; without `from` or `to` it has no end on that side. A point is its own two ends. */
export interface Range {
  readonly from?: Rational;
  readonly fromClosed: boolean;
  readonly to?: Rational;
  readonly toClosed: boolean;
}

export interface Interval extends Range {
  readonly status: Status;
}

export interface Cell extends Interval {
  /** A value inside; every gain has one sign in all of the cell. */
  readonly sample: Rational;
}

/**
 * The line of the parameter cut at every zero of a gain: open intervals and, between them, points, in ascending order.
 * The first and last are open intervals.
 */
export function partition(gains: OutcomeGains): readonly Cell[] {
  const roots = allGains(gains)
    .flatMap(({ form }) => rootOf(form) ?? [])
    .toSorted(compare)
    .filter((root, i, sorted) => i === 0 || compare(root, sorted[i - 1] ?? root) !== 0);
  const open = (from: Rational | undefined, to: Rational | undefined): Cell => {
    const sample = between(from, to);
    const ends = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return { ...ends, fromClosed: false, toClosed: false, sample, status: statusAt(gains, sample) };
  };
  const cells = roots.flatMap((root, i): readonly Cell[] => [
    { from: root, to: root, fromClosed: true, toClosed: true, sample: root, status: statusAt(gains, root) },
    open(root, roots[i + 1]),
  ]);
  return [open(undefined, roots[0]), ...cells];
}

/**
 * Decided by signs. An outcome attracts every interior start iff it is strict and besides one population prefers its
 * part whatever the other does, or neither has a preference while the other deviates: where only one of them is
 * indifferent and the other rather deviates, an edge of rest points attracts an open set. Source: [Hofbauer1998], ch. 10.
 */
export function statusAt({ stay, apart }: OutcomeGains, value: Rational): Status {
  const sign = ({ form }: Gain): number => signOf(valueOf(form, value));
  const least = Math.min(...stay.map(sign));
  if (least < 0) return "not-nash";
  if (least === 0) return "nash";
  if (apart === undefined) return "ess";
  const [first, second] = apart.map(sign);
  return first === 1 || second === 1 || (first === 0 && second === 0) ? "attracting" : "ess";
}

/** Neighbouring cells of one status joined. */
export function joined(cells: readonly Cell[]): readonly Interval[] {
  const intervals: Interval[] = [];
  for (const { sample: _, ...cell } of cells) {
    const last = intervals.at(-1);
    if (last?.status !== cell.status) {
      intervals.push(cell);
      continue;
    }
    const { to: __, ...rest } = last;
    intervals[intervals.length - 1] = {
      ...rest,
      ...(cell.to === undefined ? {} : { to: cell.to }),
      toClosed: cell.toClosed,
    };
  }
  return intervals;
}

/** What of the intervals lies in `range`. */
export function clipped(intervals: readonly Interval[], range: Range): readonly Interval[] {
  return intervals.flatMap((interval) => {
    const lower = tighter(interval, range, "from", 1);
    const upper = tighter(interval, range, "to", -1);
    const width = lower.end === undefined || upper.end === undefined ? 1 : compare(upper.end, lower.end);
    if (width < 0 || (width === 0 && !(lower.closed && upper.closed))) return [];
    return [
      {
        ...(lower.end === undefined ? {} : { from: lower.end }),
        fromClosed: lower.closed,
        ...(upper.end === undefined ? {} : { to: upper.end }),
        toClosed: upper.closed,
        status: interval.status,
      },
    ];
  });
}

/** Whether the value is one of the range. */
export function contains({ from, fromClosed, to, toClosed }: Range, value: Rational): boolean {
  const [above, below] = [from === undefined ? 1 : compare(value, from), to === undefined ? 1 : compare(to, value)];
  return (above > 0 || (above === 0 && fromClosed)) && (below > 0 || (below === 0 && toClosed));
}

/** Of two lower (`inwards` 1) or upper (-1) ends the one further in. */
function tighter(a: Range, b: Range, side: "from" | "to", inwards: 1 | -1) {
  const [first, second] = [a, b].map((range) => ({ end: range[side], closed: range[`${side}Closed`] }));
  if (first?.end === undefined) return second ?? { end: undefined, closed: false };
  if (second?.end === undefined) return first;
  const order = compare(first.end, second.end) * inwards;
  if (order === 0) return { end: first.end, closed: first.closed && second.closed };
  return order > 0 ? first : second;
}

const ONE = rational(1n);

function between(from: Rational | undefined, to: Rational | undefined): Rational {
  if (from === undefined) return to === undefined ? rational(0n) : minus(to, ONE);
  return to === undefined ? plus(from, ONE) : over(plus(from, to), rational(2n));
}
