import type { Polynomial } from "./polynomial.ts";

type Matrix = readonly (readonly bigint[])[];

/** det(z - matrix), for integers, by the traces of powers; every division is exact. Source: [Gantmacher1959], IV. */
export function characteristicPolynomial(matrix: Matrix): Polynomial {
  const size = matrix.length;
  let coefficients: readonly bigint[] = [1n];
  let power: Matrix = identity(size);
  for (let k = 1; k <= size; k++) {
    const product = multiply(matrix, power);
    const trace = product.reduce((sum, row, i) => sum + (row[i] ?? 0n), 0n);
    const coefficient = -trace / BigInt(k);
    coefficients = [coefficient, ...coefficients];
    power = product.map((row, i) => row.map((value, j) => (i === j ? value + coefficient : value)));
  }
  return coefficients;
}

/** Rows times columns. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const columns = b[0]?.length ?? 0;
  return a.map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? 0n), 0n)),
  );
}

function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_column, j) => (i === j ? 1n : 0n)));
}
