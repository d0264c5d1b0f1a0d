/**
 * The inverse of a square matrix, by Gauss and Jordan with the largest pivot; undefined when a pivot is 0 or not finite.
 *
 * @param matrix rows
 */
export function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < size; k++) {
    const pivot = pivotRow(rows, k);
    const row = rows[pivot] ?? [];
    const head = row[k] ?? 0;
    if (head === 0 || !Number.isFinite(head)) return undefined;
    rows[pivot] = rows[k] ?? [];
    const scaled = row.map((value) => value / head);
    rows[k] = scaled;
    rows.forEach((other, i) => {
      const factor = other[k] ?? 0;
      if (i !== k && factor !== 0) rows[i] = other.map((value, j) => value - factor * (scaled[j] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}

function pivotRow(rows: readonly (readonly number[])[], k: number): number {
  let best = k;
  for (let i = k + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0)) best = i;
  }
  return best;
}
