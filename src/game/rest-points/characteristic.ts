/**
 * Coefficients c of the characteristic polynomial l^m + c[1] l^(m-1) + ... + c[m], by the method of Faddeev and
 * Le Verrier; exact but for rounding. c[0] is 1.
 *
 * @param matrix rows of an m x m matrix with a zero diagonal, so c[1] is 0 without rounding
 */
export function characteristic(matrix: readonly (readonly number[])[]): readonly number[] {
  const size = matrix.length;
  const coefficients = [1];
  let power = matrix.map((row) => row.map(() => 0));
  for (let k = 1; k <= size; k++) {
    const last = coefficients[k - 1] ?? 0;
    const shifted = power.map((row, i) => row.map((value, j) => value + (i === j ? last : 0)));
    power = product(matrix, shifted);
    const trace = power.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    coefficients.push(trace === 0 ? 0 : -trace / k);
  }
  return coefficients;
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => b.map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0), 0)));
}
