import { determinant } from "./linearSystem.ts";
import { members } from "./equalizers.ts";

type Matrix = readonly (readonly bigint[])[];

/**
 * Whether z'Mz > 0 for every z that is not zero, has no negative element among `signed`, and any elements elsewhere.
 *
 * The free elements are minimised away, one by one: each needs a positive pivot. What is left is strictly copositive when
 * every principal submatrix whose last row has positive cofactors only has a positive determinant (Keller's criterion).
 * Sources: [Abakuks1980], [Hadeler1983].
 *
 * @param matrix symmetric, integers
 * @param signed the indices of the elements that may not be negative
 */
export function isStrictlyCopositive(matrix: Matrix, signed: readonly number[]): boolean {
  let rest = matrix;
  const free = matrix.map((_, i) => i).filter((i) => !signed.includes(i));
  for (const i of free.toReversed()) {
    const pivot = rest[i]?.[i] ?? 0n;
    if (pivot <= 0n) return false;
    rest = withoutElement(rest, i, pivot);
  }
  return Array.from({ length: 2 ** rest.length - 1 }, (_, k) => members(k + 1)).every((set) =>
    satisfiesKeller(set.map((i) => set.map((j) => rest[i]?.[j] ?? 0n))),
  );
}

/** `pivot` times what is left of the form when element `i` takes the value that makes it least. */
function withoutElement(matrix: Matrix, i: number, pivot: bigint): Matrix {
  const others = matrix.map((_, k) => k).filter((k) => k !== i);
  const at = (j: number, k: number): bigint => matrix[j]?.[k] ?? 0n;
  return others.map((j) => others.map((k) => pivot * at(j, k) - at(j, i) * at(i, k)));
}

function satisfiesKeller(matrix: Matrix): boolean {
  const last = matrix.length - 1;
  const cofactors = matrix.map((_, column) => {
    const minor = matrix.slice(0, last).map((row) => row.filter((_value, j) => j !== column));
    return determinant(minor) * ((last + column) % 2 === 0 ? 1n : -1n);
  });
  return cofactors.some((value) => value <= 0n) || determinant(matrix) > 0n;
}
