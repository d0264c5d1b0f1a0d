import type { State } from "#domain/game.ts";
import type { Matrix } from "./games.ts";

/** The replicator field, restated: each share grows by what it earns above the average. */
function growth(shares: readonly number[], earnings: readonly number[]): number[] {
  const average = shares.reduce((sum, share, i) => sum + share * (earnings[i] ?? 0), 0);
  return shares.map((share, i) => share * ((earnings[i] ?? 0) - average));
}

const apply = (a: Matrix, z: readonly number[]): number[] =>
  a.map((row) => row.reduce((sum, value, j) => sum + value * (z[j] ?? 0), 0));

export type Field = (state: readonly (readonly number[])[]) => number[][];

/** `first[own][other]`, `second[own][other]`. */
export const twoPopulations =
  (first: Matrix, second: Matrix): Field =>
  ([x = [], y = []]) => [growth(x, apply(first, y)), growth(y, apply(second, x))];

export const onePopulation =
  (a: Matrix): Field =>
  ([x = []]) => [growth(x, apply(a, x))];

/** The Jacobian by central differences of fourth order, exact for the cubic field up to rounding, in the shares of all but one strategy with a large share of each population. */
export function numericJacobian(field: Field, state: State): number[][] {
  const dropped = state.map((shares) => shares.indexOf(Math.max(...shares)));
  const places = state.flatMap((shares, p) => shares.flatMap((_, s) => (s === dropped[p] ? [] : [{ p, s }])));
  const step = 2 ** -5;
  const moved = (p: number, s: number, by: number): number[][] =>
    state.map((shares, q) =>
      q === p ? shares.map((share, i) => share + (i === s ? by : 0) - (i === dropped[p] ? by : 0)) : [...shares],
    );
  const columns = places.map(({ p, s }) => {
    const [near, far] = [1, 2].map((k) => [field(moved(p, s, k * step)), field(moved(p, s, -k * step))]);
    const difference = (pair: readonly number[][][] | undefined, q: number, t: number): number =>
      (pair?.[0]?.[q]?.[t] ?? Number.NaN) - (pair?.[1]?.[q]?.[t] ?? Number.NaN);
    return places.map(({ p: q, s: t }) => (8 * difference(near, q, t) - difference(far, q, t)) / (12 * step));
  });
  return places.map((_, i) => columns.map((column) => column[i] ?? 0));
}

/** |det(matrix - z)| for a complex z, by elimination with pivots, over the product of row sizes. */
export function relativeDeterminant(matrix: readonly (readonly number[])[], z: Complex): number {
  const work: Complex[][] = matrix.map((row, i) =>
    row.map((value, j): Complex => (i === j ? [value - z[0], -z[1]] : [value, 0])),
  );
  const whole = Math.max(1e-2, Math.hypot(...z), ...matrix.flat().map(Math.abs));
  const scale = work.reduce((product, row) => product * Math.max(1e-2 * whole, ...row.map(sizeOf)), 1);
  let size = 1;
  while (work.length > 0) {
    const heads = work.map(([head = ZERO]) => sizeOf(head));
    const [pivot = []] = work.splice(heads.indexOf(Math.max(...heads)), 1);
    const [head = ZERO] = pivot;
    size *= sizeOf(head);
    if (size === 0) return 0;
    work.forEach((row, i) => {
      const factor = over(row[0] ?? ZERO, head);
      work[i] = row.slice(1).map((value, j) => minus(value, times(factor, pivot[j + 1] ?? ZERO)));
    });
  }
  return size / scale;
}

type Complex = readonly [number, number];
const ZERO: Complex = [0, 0];
const sizeOf = (z: Complex): number => Math.hypot(...z);
const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const over = ([a, b]: Complex, [c, d]: Complex): Complex => [
  (a * c + b * d) / (c * c + d * d),
  (b * c - a * d) / (c * c + d * d),
];
