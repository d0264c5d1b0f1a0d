type Complex = readonly [real: number, imaginary: number];

/** Far above need: the iteration converges cubically at simple roots, and by a factor of two a step at double ones. */
const MOST_STEPS = 200;
/** A root this near the real axis, relative to the radius that holds all, is taken for real. */
const REAL = 1e-10;

/**
 * All roots of a real polynomial by the simultaneous iteration of [Aberth1973], at most 200 steps.
 *
 * @param coefficients leading one first, which is 1; at least two
 */
export function polynomialRoots(coefficients: readonly number[]): readonly Complex[] {
  const degree = coefficients.length - 1;
  const radius = Math.max(...coefficients.slice(1).map((value, i) => Math.abs(value) ** (1 / (i + 1))));
  if (radius === 0) return coefficients.slice(1).map(() => [0, 0]);
  const roots: Complex[] = Array.from({ length: degree }, (_, k) => {
    const angle = (2 * Math.PI * k) / degree + 0.4; // not symmetric to the real axis, which the iteration would keep
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  for (let step = 0; step < MOST_STEPS; step++) {
    const moves = roots.map((root, k) => aberthMove(coefficients, roots, root, k));
    moves.forEach(([real, imaginary], k) => {
      const [x, y] = roots[k] ?? [0, 0];
      roots[k] = [x - real, y - imaginary];
    });
    if (Math.max(...moves.map(([real, imaginary]) => Math.hypot(real, imaginary))) < radius * 2 ** -54) break;
  }
  return roots.map(([real, imaginary]) => [real, Math.abs(imaginary) <= REAL * radius ? 0 : imaginary]);
}

/** Newton's step p/p', corrected for the pull of the other roots. */
function aberthMove(coefficients: readonly number[], roots: readonly Complex[], root: Complex, k: number): Complex {
  let [value, slope]: [Complex, Complex] = [
    [0, 0],
    [0, 0],
  ];
  for (const coefficient of coefficients) {
    slope = add(multiply(slope, root), value);
    value = add(multiply(value, root), [coefficient, 0]);
  }
  if (value[0] === 0 && value[1] === 0) return [0, 0];
  let pull: Complex = [0, 0];
  roots.forEach((other, j) => {
    const apart: Complex = [root[0] - other[0], root[1] - other[1]];
    if (j !== k && (apart[0] !== 0 || apart[1] !== 0)) pull = add(pull, divide([1, 0], apart));
  });
  const [real, imaginary] = multiply(value, pull);
  const denominator: Complex = [slope[0] - real, slope[1] - imaginary];
  return denominator[0] === 0 && denominator[1] === 0 ? [0, 0] : divide(value, denominator);
}

function add(a: Complex, b: Complex): Complex {
  return [a[0] + b[0], a[1] + b[1]];
}

function multiply(a: Complex, b: Complex): Complex {
  return [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
}

function divide(a: Complex, b: Complex): Complex {
  const size = b[0] * b[0] + b[1] * b[1];
  return [(a[0] * b[0] + a[1] * b[1]) / size, (a[1] * b[0] - a[0] * b[1]) / size];
}
