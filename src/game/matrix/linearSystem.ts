/** The one solution of a linear system: `numerators[i] / denominator`. */
export interface Solution {
  readonly numerators: readonly bigint[];
  /** Positive. */
  readonly denominator: bigint;
}

/**
 * Solves an integer system exactly, by fraction-free elimination; any number of equations.
 *
 * @param equations rows [a_1, ..., a_n, b]: the sum of a_j z_j is b
 * @param unknowns n
 * @returns undefined when there is no solution, or more than one. Source: [Bareiss1968].
 */
export function solveUniquely(equations: readonly (readonly bigint[])[], unknowns: number): Solution | undefined {
  const { rows, rank, pivot } = eliminate(equations, unknowns);
  if (rank < unknowns) return undefined;
  if (rows.slice(unknowns).some((row) => row[unknowns] !== 0n)) return undefined;
  const numerators = rows.slice(0, unknowns).map((row) => row[unknowns] ?? 0n);
  return pivot < 0n
    ? { numerators: numerators.map((value) => -value), denominator: -pivot }
    : { numerators, denominator: pivot };
}

/** The determinant of a square integer matrix; 1 of an empty one. Source: [Bareiss1968]. */
export function determinant(matrix: readonly (readonly bigint[])[]): bigint {
  const { rank, pivot, swaps } = eliminate(matrix, matrix.length);
  if (rank < matrix.length) return 0n;
  return swaps % 2 === 0 ? pivot : -pivot;
}

interface Eliminated {
  /** The first `rank` rows are `pivot` times the unit rows in the pivot columns; below them, zeros in those columns. */
  readonly rows: readonly (readonly bigint[])[];
  readonly rank: number;
  readonly pivot: bigint;
  readonly swaps: number;
}

/** Gauss-Jordan elimination in the first `columns` columns; every division is exact. */
function eliminate(matrix: readonly (readonly bigint[])[], columns: number): Eliminated {
  let rows = [...matrix];
  let [rank, pivot, swaps] = [0, 1n, 0];
  for (let column = 0; column < columns; column++) {
    const found = rows.findIndex((row, i) => i >= rank && row[column] !== 0n);
    const chosen = rows[found];
    const displaced = rows[rank];
    if (chosen === undefined || displaced === undefined) return { rows, rank, pivot, swaps };
    if (found !== rank) {
      rows = rows.with(found, displaced).with(rank, chosen);
      swaps++;
    }
    const head = chosen[column] ?? 0n;
    const last = pivot;
    const keep = rank;
    rows = rows.map((row, i) => (i === keep ? chosen : reduced(row, chosen, column, head, last)));
    pivot = head;
    rank++;
  }
  return { rows, rank, pivot, swaps };
}

function reduced(
  row: readonly bigint[],
  chosen: readonly bigint[],
  column: number,
  head: bigint,
  last: bigint,
): readonly bigint[] {
  const factor = row[column] ?? 0n;
  return row.map((value, j) => (head * value - factor * (chosen[j] ?? 0n)) / last);
}
