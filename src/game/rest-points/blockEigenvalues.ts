import { characteristic } from "./characteristic.ts";
import { polynomialRoots } from "./polynomialRoots.ts";

export type Eigenvalue = readonly [real: number, imaginary: number];

/**
 * Eigenvalues of a real square matrix with a zero diagonal, as the Jacobian of mixing populations has: the largest real
 * part first, of a pair the positive imaginary part first. In closed form up to 3 x 3, where l^3 - s l - t = 0 with s the
 * sum of the 2-cycles and t that of the 3-cycles; above by the characteristic polynomial, with a bounded number of steps.
 *
 * @param matrix rows
 */
export function blockEigenvalues(matrix: readonly (readonly number[])[]): readonly Eigenvalue[] {
  const scale = Math.max(0, ...matrix.flat().map(Math.abs));
  if (scale === 0) return matrix.map(() => [0, 0] as const);
  const coefficients = characteristic(matrix.map((row) => row.map((value) => value / scale)));
  return rootsOf(coefficients)
    .map(([real, imaginary]): Eigenvalue => [real * scale + 0, imaginary * scale + 0])
    .toSorted((a, b) => b[0] - a[0] || b[1] - a[1]);
}

function rootsOf(coefficients: readonly number[]): readonly Eigenvalue[] {
  const [, , second = 0, third = 0] = coefficients;
  if (coefficients.length === 2) return [[0, 0]];
  if (coefficients.length === 3) return squareRoots(-second);
  if (coefficients.length === 4) return cubicRoots(-second, -third);
  return polynomialRoots(coefficients);
}

/** The two roots of a real number. */
function squareRoots(value: number): readonly [Eigenvalue, Eigenvalue] {
  const size = Math.sqrt(Math.abs(value));
  return value < 0
    ? [
        [0, size],
        [0, -size],
      ]
    : [
        [size, 0],
        [-size, 0],
      ];
}

/** Roots of l^3 - s l - t: by cosines when all are real, else by Cardano without cancellation. */
function cubicRoots(s: number, t: number): readonly Eigenvalue[] {
  if (t === 0) return [[0, 0], ...squareRoots(s)];
  const discriminant = (t / 2) ** 2 - (s / 3) ** 3;
  if (discriminant <= 0) {
    const radius = Math.sqrt(s / 3);
    const angle = Math.acos(Math.max(-1, Math.min(1, t / (2 * radius ** 3))));
    return [0, 1, 2].map((k) => [2 * radius * Math.cos((angle - 2 * Math.PI * k) / 3), 0]);
  }
  const u = Math.cbrt(t / 2 + Math.sign(t) * Math.sqrt(discriminant));
  const real = u + s / (3 * u);
  const imaginary = Math.sqrt(Math.max(0, 3 * real * real - 4 * s)) / 2;
  return [
    [real, 0],
    [-real / 2, imaginary],
    [-real / 2, -imaginary],
  ];
}
