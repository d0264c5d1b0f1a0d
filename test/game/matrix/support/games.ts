import type { Game } from "#domain/game.ts";
import fc from "fast-check";

export type Matrix = readonly (readonly number[])[];

/** `a[i][j]`, `b[i][j]`: what row and column earn where row plays i and column j. */
export function bimatrix(a: Matrix, b: Matrix): Game {
  const rows = a.map((_, i) => `r${i}`);
  const columns = (a[0] ?? []).map((_, j) => `c${j}`);
  return {
    title: "test game",
    players: [
      { name: "row", strategies: rows },
      { name: "column", strategies: columns },
    ],
    payoffs: rows.flatMap((row, i) =>
      columns.map((column, j) => ({ profile: [row, column], payoff: [a[i]?.[j] ?? 0, b[i]?.[j] ?? 0] })),
    ),
    symmetric: false,
  };
}

/** `a[i][j]`: what i earns against j. */
export function symmetric(a: Matrix): Game {
  const strategies = a.map((_, i) => `s${i}`);
  return {
    title: "test game",
    players: [
      { name: "first", strategies },
      { name: "second", strategies },
    ],
    payoffs: strategies.flatMap((own, i) =>
      strategies.map((other, j) => ({ profile: [own, other], payoff: [a[i]?.[j] ?? 0, a[j]?.[i] ?? 0] })),
    ),
    symmetric: true,
  };
}

export function matrix(rows: number, columns: number, size: number): fc.Arbitrary<Matrix> {
  const row = fc.array(fc.integer({ min: -size, max: size }), { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

/** Two integer matrices of the same shape, up to `most` by `most`. */
export function matrices(most: number, size: number): fc.Arbitrary<readonly [Matrix, Matrix]> {
  const count = fc.integer({ min: 1, max: most });
  return fc.tuple(count, count).chain(([m, n]) => fc.tuple(matrix(m, n, size), matrix(m, n, size)));
}

export function transposed(a: Matrix): Matrix {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? 0));
}

export function bigints(a: Matrix): readonly (readonly bigint[])[] {
  return a.map((row) => row.map(BigInt));
}
