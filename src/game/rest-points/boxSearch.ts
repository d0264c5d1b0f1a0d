import { toDoubles } from "./multilinear.ts";
import { vertexTest } from "./vertexTest.ts";

/** A box in the unit cube that was not excluded, with what is known of it. */
export interface FoundBox {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Where its root is, about; undefined when nothing is known of this box. */
  readonly root: readonly number[] | undefined;
}

export interface BoxSearch {
  /** Every common root in the unit cube is in one of them. */
  readonly boxes: readonly FoundBox[];
  readonly examined: number;
}

interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly values: readonly Float64Array[];
  readonly splits: number;
}

/** Half an ulp of 1: of a mean of two numbers of size 1 at most, the error of its rounding. */
const UNIT = 2 ** -53;
/** The uniqueness test is made on a box larger by this factor, so that a root on the border of a box is inside. */
export const LARGER = 1.5;
/** A box that is narrower in all coordinates is not divided any more: another root may be as near as that. */
const NARROWEST = 2 ** -20;

/**
 * Divides the unit cube until every box is proven to hold no common root (it is dropped), or to lie in a box that holds
 * exactly one, or is too small or too late to go on (it is kept, with `root` undefined). Ranges are exact up to rounding,
 * because a multilinear function on a box lies between its corner values; halving takes their means, so the error
 * grows by half an ulp a time. Source: [Krawczyk1969] for the test.
 *
 * @param equations corner values of m multilinear functions on the unit cube
 * @param budget boxes to look at, at most
 */
export function boxSearch(equations: readonly (readonly bigint[])[], budget: number): BoxSearch {
  const size = equations.length;
  const open: Box[] = [
    {
      low: Array.from({ length: size }, () => 0),
      high: Array.from({ length: size }, () => 1),
      values: equations.map(toDoubles),
      splits: 0,
    },
  ];
  const boxes: FoundBox[] = [];
  let examined = 0;
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    if (examined === budget) {
      boxes.push({ low: box.low, high: box.high, root: undefined });
      continue;
    }
    examined++;
    const { verdict, root } = examine(box);
    if (verdict === "excluded") continue;
    const last = verdict === "root" || box.high.every((high, k) => high - (box.low[k] ?? 0) <= NARROWEST);
    if (last) boxes.push({ low: box.low, high: box.high, root });
    else open.push(...halves(box));
  }
  return { boxes, examined };
}

interface Examined {
  readonly verdict: "excluded" | "root" | "open";
  readonly root: readonly number[] | undefined;
}

function examine({ low, high, values, splits }: Box): Examined {
  const error = (splits + 1) * UNIT;
  if (values.some((row) => oneSigned(row, error))) return { verdict: "excluded", root: undefined };
  const size = values.length;
  const test = vertexTest(values.map(enlarged), (error + 8 * size * UNIT) * 2 ** size);
  const outside = test.unique && test.guess.some((t) => Math.abs(t) - test.reach > (1 + 8 * UNIT) / LARGER);
  if (test.excluded || outside) return { verdict: "excluded", root: undefined };
  if (!test.unique || !test.exists) return { verdict: "open", root: undefined };
  const root = test.guess.map((t, k) => {
    const [from, to] = [low[k] ?? 0, high[k] ?? 0];
    return (from + to) / 2 + (t * LARGER * (to - from)) / 2;
  });
  return { verdict: "root", root };
}

function oneSigned(row: Float64Array, error: number): boolean {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of row) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return least > error || greatest < -error;
}

/** Corner values on the box that is larger around the same centre; at most 2^m times as wrong, and as large. */
function enlarged(values: Float64Array): Float64Array {
  const out = Float64Array.from(values);
  for (let bit = out.length >> 1; bit > 0; bit >>= 1) {
    for (let c = 0; c < out.length; c++) {
      if ((c & bit) !== 0) continue;
      const [a, b] = [out[c] ?? 0, out[c | bit] ?? 0];
      const [middle, half] = [(a + b) / 2, (LARGER * (b - a)) / 2];
      out[c] = middle - half;
      out[c | bit] = middle + half;
    }
  }
  return out;
}

/** The two halves across the widest side; of equally wide ones the one along which the functions change most. */
function halves(box: Box): readonly [Box, Box] {
  const k = sideToHalve(box);
  const middle = ((box.low[k] ?? 0) + (box.high[k] ?? 0)) / 2;
  const pairs = box.values.map((row) => halvedValues(row, k));
  const splits = box.splits + 1;
  return [
    { ...box, high: box.high.with(k, middle), values: pairs.map(([lower]) => lower), splits },
    { ...box, low: box.low.with(k, middle), values: pairs.map(([, upper]) => upper), splits },
  ];
}

function sideToHalve({ low, high, values }: Box): number {
  let [best, widest, steepest] = [0, 0, -1];
  high.forEach((to, k) => {
    const width = to - (low[k] ?? 0);
    const change = width < widest ? -1 : changeAlong(values, k);
    if (width > widest || (width === widest && change > steepest)) [best, widest, steepest] = [k, width, change];
  });
  return best;
}

function changeAlong(values: readonly Float64Array[], k: number): number {
  let sum = 0;
  for (const row of values) {
    const bit = row.length >> (k + 1);
    let largest = 0;
    row.forEach((value, c) => (largest = Math.max(largest, Math.abs((row[c ^ bit] ?? 0) - value))));
    sum += largest;
  }
  return sum;
}

function halvedValues(row: Float64Array, k: number): readonly [Float64Array, Float64Array] {
  const bit = row.length >> (k + 1);
  const lower = Float64Array.from(row);
  const upper = Float64Array.from(row);
  for (let c = 0; c < row.length; c++) {
    if ((c & bit) !== 0) continue;
    const middle = ((row[c] ?? 0) + (row[c | bit] ?? 0)) / 2;
    lower[c | bit] = middle;
    upper[c] = middle;
  }
  return [lower, upper];
}
