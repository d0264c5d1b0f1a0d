export type Matrix = readonly (readonly number[])[];

/** The stationary distribution by squaring the transition matrix until all rows agree. */
export function byPowers(transitions: Matrix): readonly number[] {
  let power = transitions.map((row) => [...row]);
  for (let i = 0; i < 60; i++) {
    const square = power.map((row) =>
      row.map((_, j) => row.reduce((sum, value, k) => sum + value * (power[k]?.[j] ?? 0), 0)),
    );
    power = square.map((row) => {
      const sum = row.reduce((total, value) => total + value, 0);
      return row.map((value) => value / sum);
    });
  }
  return power[0] ?? [];
}

/** Solves `matrix` x = `right` by elimination with pivots. */
export function solve(matrix: Matrix, right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    const best = rows
      .slice(c)
      .reduce((p, row, i) => (Math.abs(row[c] ?? 0) > Math.abs(rows[p]?.[c] ?? 0) ? c + i : p), c);
    const [upper, lower] = [rows[c] ?? [], rows[best] ?? []];
    [rows[c], rows[best]] = [lower, upper];
    rows.forEach((row, r) => {
      if (r === c) return;
      const factor = (row[c] ?? 0) / (lower[c] ?? 1);
      for (let j = c; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (lower[j] ?? 0);
    });
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

/** Transition probabilities of a chain on 0..n-1 from the rates of its changes; the rest stays. */
export function transitionsFrom(size: number, rate: (i: number, j: number) => number): Matrix {
  return Array.from({ length: size }, (_, i) => {
    const row = Array.from({ length: size }, (_unused, j) => (i === j ? 0 : rate(i, j)));
    const leaving = row.reduce((sum, value) => sum + value, 0);
    return row.map((value, j) => (i === j ? 1 - leaving : value));
  });
}
