import { inverse } from "./inverse.ts";

/** What the corner values of m multilinear functions prove about their common roots in a box, |t_k| <= 1. */
export interface VertexTest {
  /** There is none in the box. */
  readonly excluded: boolean;
  /** There is at most one. */
  readonly unique: boolean;
  /** There is at least one. */
  readonly exists: boolean;
  /** Where one would be, in t. */
  readonly guess: readonly number[];
  /** A root in the box is within this distance of the guess in every coordinate. */
  readonly reach: number;
}

/** Half an ulp of 1: the relative error of one operation. */
const UNIT = 2 ** -53;

const NOTHING_KNOWN: VertexTest = { excluded: false, unique: false, exists: false, guess: [], reach: Infinity };

/**
 * The test of [Krawczyk1969] without interval arithmetic. The functions are made nearly the identity, g = Y f, with Y the
 * inverse of the mean Jacobian. Then g, t - g and the derivatives of g are multilinear again, so their ranges over the
 * box are those of their corner values, up to rounding, for which every comparison leaves room:
 * - a g_k of one sign excludes a root;
 * - |I - g'| < 1 in the maximum norm makes g one-to-one on the box;
 * - t - g(t) maps the box into itself, so by [Brouwer1911] has a fixed point there, which is a root.
 *
 * @param values `values[i][c]`: function i at corner c, coordinate k on its upper side where bit m-1-k of c is 1
 * @param error bound of the error of each value
 */
export function vertexTest(values: readonly Float64Array[], error: number): VertexTest {
  const y = inverse(meanJacobian(values));
  if (y === undefined) return NOTHING_KNOWN;
  const g = y.map((row) => combination(row, values));
  const slacks = y.map((row) => slackOf(row, values, error));
  const bounds = g.map((row, k) => bound(row, k, slacks[k] ?? Infinity));
  const reach = Math.max(...bounds.map(({ contraction }) => contraction));
  return {
    excluded: bounds.some(({ oneSigned }) => oneSigned),
    unique: reach < 1,
    exists: bounds.every(({ inward }) => inward),
    guess: g.map((row) => -mean(row)),
    reach,
  };
}

/** Element [i][k]: mean over the box of the derivative of function i by t_k. */
function meanJacobian(values: readonly Float64Array[]): number[][] {
  return values.map((row) =>
    values.map((_, k) => {
      const bit = row.length >> (k + 1);
      let sum = 0;
      row.forEach((value, c) => (sum += (c & bit) === 0 ? -value : value));
      return sum / row.length;
    }),
  );
}

function combination(weights: readonly number[], values: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(values[0]?.length ?? 0);
  values.forEach((row, i) => {
    const weight = weights[i] ?? 0;
    for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + weight * (row[c] ?? 0);
  });
  return out;
}

/** Bound of the error of a combination: of its terms, and of m products and sums. */
function slackOf(weights: readonly number[], values: readonly Float64Array[], error: number): number {
  let slack = 0;
  values.forEach((row, i) => {
    let largest = 0;
    for (const value of row) largest = Math.max(largest, Math.abs(value));
    slack += Math.abs(weights[i] ?? 0) * (error + 2 * (values.length + 2) * UNIT * largest);
  });
  return slack * (1 + 64 * UNIT);
}

interface Bound {
  readonly oneSigned: boolean;
  readonly inward: boolean;
  readonly contraction: number;
}

/** What the corner values of g_k, wrong by at most `slack`, prove. */
function bound(row: Float64Array, k: number, slack: number): Bound {
  const bit = row.length >> (k + 1);
  let [least, greatest, largestMove] = [Infinity, -Infinity, 0];
  row.forEach((value, c) => {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    largestMove = Math.max(largestMove, Math.abs(((c & bit) === 0 ? -1 : 1) - value));
  });
  const size = Math.max(Math.abs(least), Math.abs(greatest));
  const room = slack + 4 * UNIT * (1 + size);
  return {
    oneSigned: least > slack || greatest < -slack,
    inward: largestMove + room <= 1,
    contraction: contractionOf(row, k) + (Math.log2(row.length) + 1) * (slack + 8 * UNIT * (1 + size)),
  };
}

/** Sum over j of the largest |identity - derivative of g_k by t_j| over the box. */
function contractionOf(row: Float64Array, k: number): number {
  let sum = 0;
  for (let j = 0, bit = row.length >> 1; bit > 0; j++, bit >>= 1) {
    let largest = 0;
    for (let c = 0; c < row.length; c++) {
      if ((c & bit) !== 0) continue;
      const derivative = ((row[c | bit] ?? 0) - (row[c] ?? 0)) / 2;
      largest = Math.max(largest, Math.abs((j === k ? 1 : 0) - derivative));
    }
    sum += largest;
  }
  return sum;
}

function mean(row: Float64Array): number {
  return row.reduce((sum, value) => sum + value, 0) / row.length;
}
