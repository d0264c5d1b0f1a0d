import { blockEigenvalues, type Eigenvalue } from "./blockEigenvalues.ts";
import { characteristic } from "./characteristic.ts";
import type { FacePoint } from "./facePoint.ts";
import { slope } from "./multilinear.ts";

/**
 * How the mixing populations behave among themselves near a rest point. Their Jacobian has trace 0, so either an
 * eigenvalue has a positive real part or all are imaginary. `saddle`: none is imaginary; `centre`: two populations, both
 * imaginary; `unstable`: one is certainly positive; `imaginary`: all are imaginary, as far as double precision tells.
 */
export type BlockKind = "none" | "saddle" | "centre" | "unstable" | "imaginary" | "singular";

export interface MixedBlock {
  readonly eigenvalues: readonly Eigenvalue[];
  readonly determinant: number;
  readonly kind: BlockKind;
}

/** Error of a coefficient of the characteristic polynomial of a matrix with entries of size 1 at most, with room. */
const COEFFICIENT_ERROR = 1e-11;
/** Beyond the error of a computed root, relative to the matrix, even of one that is sixfold: 2^(-53/6) = 0.002. */
const CLEARLY_POSITIVE = 0.01;

/**
 * The Jacobian of the mixing populations: element [i][j] is x_i (1 - x_i) times the derivative of gap i by x_j.
 *
 * @param gaps of the mixing populations, at the corners of the face
 */
export function mixedBlock(point: FacePoint, gaps: readonly (readonly bigint[])[], unit: bigint): MixedBlock {
  const matrix = gaps.map((values, i) => {
    const [share = 0, rest = 0] = point.shares[i] ?? [];
    return gaps.map((_, j) => (i === j ? 0 : share * rest * point.at(slope(values, j), unit).value));
  });
  const size = matrix.length;
  if (size === 0) return { eigenvalues: [], determinant: 1, kind: "none" };
  const scale = Math.max(...matrix.flat().map(Math.abs)) || 1;
  const coefficients = characteristic(matrix.map((row) => row.map((value) => value / scale)));
  const last = coefficients[size] ?? 0;
  const eigenvalues = blockEigenvalues(matrix);
  return {
    eigenvalues,
    determinant: point.singular ? 0 : (size % 2 === 0 ? last : -last) * scale ** size,
    kind: point.singular ? "singular" : kindOf(coefficients, (eigenvalues[0]?.[0] ?? 0) / scale),
  };
}

/** For a determinant that is not 0. With two or three populations exact: then l^2 = s, or t is not 0. */
function kindOf(c: readonly number[], largestReal: number): BlockKind {
  const [, , second = 0] = c;
  const size = c.length - 1;
  if (size === 2) return second < 0 ? "saddle" : "centre";
  if (size === 3) return "saddle";
  if (!hasPositive(c, largestReal)) return "imaginary";
  return avoidsAxis(c) ? "saddle" : "unstable";
}

/**
 * Some eigenvalue has a positive real part: not all are imaginary, and they sum to 0. If all were, the polynomial would
 * be a product of factors l^2 + w^2, of even degree, without odd terms and without negative coefficients.
 */
function hasPositive(c: readonly number[], largestReal: number): boolean {
  const odd = c.some((value, k) => k % 2 === 1 && Math.abs(value) > COEFFICIENT_ERROR);
  const negative = c.some((value) => value < -COEFFICIENT_ERROR);
  return c.length % 2 === 0 || odd || negative || largestReal > CLEARLY_POSITIVE;
}

/**
 * No eigenvalue i w: the coefficients of odd index are, up to a power of w, linear in w^2, so they leave one candidate
 * w^2 = c5 / c3, at which those of even index must not vanish.
 */
function avoidsAxis(c: readonly number[]): boolean {
  const [, , c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0] = c;
  const size = c.length - 1;
  if (size === 4) return Math.abs(c3) > COEFFICIENT_ERROR;
  const largest = Math.max(1, ...c.map(Math.abs));
  const even = c5 * c5 - c2 * c5 * c3 + c4 * c3 * c3;
  const value = size === 5 ? even : c6 * c3 ** 3 - c5 * even;
  return Math.abs(value) > 100 * COEFFICIENT_ERROR * largest ** 4;
}
