/**
 * A polynomial with integer coefficients, the constant first, the last one not zero. Only roots matter here: every
 * function may multiply by a positive constant.
 */
export type Polynomial = readonly bigint[];

export function degree(p: Polynomial): number {
  return p.length - 1;
}

export function derivative(p: Polynomial): Polynomial {
  return p.slice(1).map((value, i) => value * BigInt(i + 1));
}

/** Without zeros at the end, divided by the greatest common divisor of its coefficients. */
export function primitive(p: Polynomial): Polynomial {
  const last = p.findLastIndex((value) => value !== 0n);
  const content = p.reduce(commonDivisor, 0n);
  return p.slice(0, last + 1).map((value) => value / (content || 1n));
}

/** Greatest common divisor of two polynomials, one of which may be empty, that is zero. */
export function commonFactor(a: Polynomial, b: Polynomial): Polynomial {
  let [first, second] = [primitive(a), primitive(b)];
  while (second.length > 0) [first, second] = [second, divide(first, second).remainder];
  return first;
}

/** @param b not zero */
export function divide(
  a: Polynomial,
  b: Polynomial,
): { readonly quotient: Polynomial; readonly remainder: Polynomial } {
  const lead = b.at(-1) ?? 1n;
  const size = lead < 0n ? -lead : lead;
  let remainder = [...a];
  let quotient: bigint[] = [];
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const factor = (remainder[shift + b.length - 1] ?? 0n) * (lead < 0n ? -1n : 1n);
    remainder = remainder.map((value, i) => size * value - factor * (b[i - shift] ?? 0n));
    quotient = [factor, ...quotient.map((value) => size * value)];
  }
  return { quotient: primitive(quotient), remainder: primitive(remainder) };
}

/** The same roots, each once. */
export function squareFree(p: Polynomial): Polynomial {
  return degree(p) < 1 ? p : divide(p, commonFactor(p, derivative(p))).quotient;
}

/** Distinct real roots, and of these the negative ones. Source: [Sturm1829]. */
export function countRealRoots(p: Polynomial): { readonly all: number; readonly negative: number } {
  const chain = sturmChain(squareFree(p));
  const low = changes(chain.map((q) => (q.at(-1) ?? 0n) * (degree(q) % 2 === 0 ? 1n : -1n)));
  const zero = changes(chain.map((q) => q[0] ?? 0n));
  const high = changes(chain.map((q) => q.at(-1) ?? 0n));
  return { all: low - high, negative: low - zero - (p[0] === 0n ? 1 : 0) };
}

function sturmChain(p: Polynomial): readonly Polynomial[] {
  const chain = [p];
  for (let next = primitive(derivative(p)); next.length > 0;) {
    const last = chain.at(-1) ?? [];
    chain.push(next);
    next = divide(last, next).remainder.map((value) => -value);
  }
  return chain;
}

function changes(values: readonly bigint[]): number {
  const signs = values.filter((value) => value !== 0n).map((value) => value > 0n);
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
