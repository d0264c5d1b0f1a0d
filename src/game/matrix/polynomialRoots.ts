import { rational, toDouble } from "#game/rational.ts";
import { commonFactor, countRealRoots, degree, derivative, squareFree, type Polynomial } from "./polynomial.ts";
import { splitRoots } from "./rootSigns.ts";

/** [real, imaginary]. */
export type Complex = readonly [number, number];

const MOST_ITERATIONS = 300;

/**
 * All roots of a polynomial over `unit`, for display: decisions are those of `rootSigns`. Real, purely imaginary, zero
 * and multiple roots are known for such exactly and come out as such; the others are found by simultaneous iteration.
 *
 * @param unit positive; a root z of the polynomial is reported as z / unit
 * @returns undefined when the iteration does not settle. Source: [Aberth1973].
 */
export function polynomialRoots(
  p: Polynomial,
  unit: bigint,
  iterations: number = MOST_ITERATIONS,
): readonly Complex[] | undefined {
  const { zeros, even, rest } = splitRoots(p);
  const squares = multipleRoots(even, unit * unit, iterations);
  const others = multipleRoots(rest, unit, iterations);
  if (squares === undefined || others === undefined) return undefined;
  const pairs = squares.map(squareRoot).flatMap(([re, im]): readonly Complex[] => [
    [re, im],
    [0 - re, 0 - im],
  ]);
  return [...pairs, ...others, ...Array.from({ length: zeros }, (): Complex => [0, 0])].toSorted(descending);
}

/** Larger real parts first, then larger imaginary ones. */
function descending([a, b]: Complex, [c, d]: Complex): number {
  return c - a || d - b;
}

/** Each root as often as it counts: the roots of the factor without squares, then those that are left. */
function multipleRoots(p: Polynomial, unit: bigint, iterations: number): readonly Complex[] | undefined {
  if (degree(p) < 1) return [];
  const once = simpleRoots(squareFree(p), unit, iterations);
  const again = multipleRoots(commonFactor(p, derivative(p)), unit, iterations);
  return once === undefined || again === undefined ? undefined : [...once, ...again];
}

function simpleRoots(p: Polynomial, unit: bigint, iterations: number): readonly Complex[] | undefined {
  const [c = 0n, b = 0n, a = 0n] = p;
  if (degree(p) === 1) return [[quotient(0n - c, b * unit), 0]];
  if (degree(p) === 2) return quadraticRoots(a, b, c, unit);
  const exponent = scaleOf(p, unit);
  const roots = aberth(scaled(p, unit, exponent), iterations);
  const size = 2 ** exponent;
  return roots && asConjugates(roots, countRealRoots(p).all)?.map(([re, im]): Complex => [re * size, im * size]);
}

/** The discriminant is exact; the root that would cancel is found by the product of both. */
function quadraticRoots(a: bigint, b: bigint, c: bigint, unit: bigint): readonly Complex[] {
  const scale = 2n * a * unit;
  const middle = quotient(0n - b, scale);
  const discriminant = quotient(b * b - 4n * a * c, scale * scale);
  if (discriminant < 0) {
    const height = Math.sqrt(-discriminant);
    return [
      [middle, height],
      [middle, -height],
    ];
  }
  const far = middle + (middle < 0 ? -1 : 1) * Math.sqrt(discriminant);
  return [
    [far, 0],
    [quotient(c, a * unit * unit) / far, 0],
  ];
}

/** The exponent of a power of two of about the size of the largest root. */
function scaleOf(p: Polynomial, unit: bigint): number {
  const lead = bits(p.at(-1) ?? 1n);
  const sizes = p.slice(0, -1).map((value, k) => (value === 0n ? -Infinity : (bits(value) - lead) / (degree(p) - k)));
  return Math.ceil(Math.max(...sizes)) - bits(unit);
}

/** Monic coefficients of the polynomial whose roots are those of p over `unit` and over 2^exponent. */
function scaled(p: Polynomial, unit: bigint, exponent: number): readonly number[] {
  const [up, down] = exponent >= 0 ? [unit << BigInt(exponent), 1n] : [unit, 1n << BigInt(-exponent)];
  return p.map((value, k) => {
    const power = BigInt(degree(p) - k);
    return quotient(value * down ** power, (p.at(-1) ?? 1n) * up ** power);
  });
}

/** The nearest double. */
function quotient(numerator: bigint, denominator: bigint): number {
  return toDouble(rational(numerator, denominator));
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

/** Aberth's iteration from points of a circle; stops where the value is within the rounding of its terms. */
function aberth(coefficients: readonly number[], iterations: number): Complex[] | undefined {
  const n = coefficients.length - 1;
  let roots = Array.from({ length: n }, (_, k): Complex => polar(1, (2 * Math.PI * k) / n + 0.4));
  for (let iteration = 0; iteration < iterations; iteration++) {
    let settled = true;
    for (let k = 0; k < n; k++) {
      const z = roots[k] ?? [0, 0];
      const { value, slope, rounding } = evaluate(coefficients, z);
      if (Math.hypot(...value) <= rounding) continue;
      settled = false;
      const newton = over(value, slope);
      const pull = roots.reduce<Complex>((sum, w, j) => (j === k ? sum : plus(sum, over([1, 0], minus(z, w)))), [0, 0]);
      roots = roots.with(k, minus(z, over(newton, minus([1, 0], times(newton, pull)))));
    }
    if (settled) return roots;
  }
  return undefined;
}

function evaluate(coefficients: readonly number[], z: Complex) {
  let [value, slope]: [Complex, Complex] = [
    [0, 0],
    [0, 0],
  ];
  let size = 0;
  for (const coefficient of coefficients.toReversed()) {
    slope = plus(times(slope, z), value);
    value = plus(times(value, z), [coefficient, 0]);
    size = size * Math.hypot(...z) + Math.abs(coefficient);
  }
  return { value, slope, rounding: 4 * Number.EPSILON * size };
}

/** Makes as many roots real as there are, and the others pairs; undefined when they are no pairs. */
function asConjugates(roots: readonly Complex[], real: number): readonly Complex[] | undefined {
  const sorted = roots.toSorted(([, a], [, b]) => Math.abs(a) - Math.abs(b));
  const upper = sorted.slice(real).filter(([, im]) => im > 0);
  if (real + 2 * upper.length !== roots.length) return undefined;
  return [
    ...sorted.slice(0, real).map(([re]): Complex => [re, 0]),
    ...upper.flatMap(([re, im]): readonly Complex[] => [
      [re, im],
      [re, -im],
    ]),
  ];
}

/** Exactly real or imaginary for a real argument. */
function squareRoot([re, im]: Complex): Complex {
  if (im === 0) return re >= 0 ? [Math.sqrt(re), 0] : [0, Math.sqrt(-re)];
  return polar(Math.sqrt(Math.hypot(re, im)), Math.atan2(im, re) / 2);
}

const polar = (size: number, angle: number): Complex => [size * Math.cos(angle), size * Math.sin(angle)];
const plus = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const over = ([a, b]: Complex, [c, d]: Complex): Complex => {
  const size = c * c + d * d;
  return [(a * c + b * d) / size, (b * c - a * d) / size];
};
