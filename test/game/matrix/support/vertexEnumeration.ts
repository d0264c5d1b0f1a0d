import { transposed, type Matrix } from "./games.ts";

/** A rational number; a method of its own, with nothing from the engine. */
class Rational {
  readonly top: bigint;
  readonly bottom: bigint;
  constructor(top: bigint, bottom = 1n) {
    const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
    this.top = top / divisor;
    this.bottom = bottom / divisor;
  }
  plus(other: Rational): Rational {
    return new Rational(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  times(other: Rational): Rational {
    return new Rational(this.top * other.top, this.bottom * other.bottom);
  }
  over(other: Rational): Rational {
    return new Rational(this.top * other.bottom, this.bottom * other.top);
  }
  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.top, other.bottom));
  }
  toString(): string {
    return this.bottom === 1n ? String(this.top) : `${this.top}/${this.bottom}`;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

interface Vertex {
  readonly point: readonly Rational[];
  /** Numbers of the inequalities that are equations there. */
  readonly labels: ReadonlySet<number>;
}

/**
 * The extreme Nash equilibria as texts: pairs of vertices of the polytopes { y >= 0, Ay <= 1 } and { x >= 0, x'B <= 1 },
 * payoffs made positive, that together have every label (von Stengel, Algorithmic Game Theory, 2007, section 3.4).
 */
export function extremeEquilibria(a: Matrix, b: Matrix): Set<string> {
  const [m, n] = [a.length, a[0]?.length ?? 0];
  const shift = 1 - Math.min(...a.flat(), ...b.flat());
  const positive = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => value + shift));
  // Labels 0..m-1 are rows, m.. are columns. x: own zeros 0..m-1, then columns; y: rows, then own zeros.
  const xs = vertices(positive(transposed(b)), m).map(({ point, labels }) => ({ point, labels }));
  const ys = vertices(positive(a), n).map(({ point, labels }) => ({
    point,
    labels: new Set([...labels].map((label) => (label < n ? label + m : label - n))),
  }));
  const found = new Set<string>();
  for (const x of xs) {
    for (const y of ys) {
      const all = new Set([...x.labels, ...y.labels]);
      if (all.size === m + n && !isOrigin(x) && !isOrigin(y)) found.add(`${normalised(x)} | ${normalised(y)}`);
    }
  }
  return found;
}

/** Of { z >= 0, matrix z <= 1 } with `size` coordinates: labels 0..size-1 for z_i = 0, then one for each row. */
function vertices(matrix: Matrix, size: number): Vertex[] {
  const zero = new Rational(0n);
  const inequalities = [
    ...Array.from({ length: size }, (_, i) => ({ left: unit(size, i), right: zero })),
    ...matrix.map((row) => ({ left: row.map((value) => new Rational(BigInt(value))), right: new Rational(1n) })),
  ];
  const found = new Map<string, Vertex>();
  for (const chosen of subsets(inequalities.length, size)) {
    const point = solve(chosen.map((i) => inequalities[i]).filter((row) => row !== undefined));
    if (point === undefined || point.some(({ top }) => top < 0n)) continue;
    const slack = inequalities.map(({ left, right }) =>
      right.minus(left.reduce((s, c, i) => s.plus(c.times(point[i] ?? zero)), zero)),
    );
    if (slack.slice(size).some(({ top }) => top < 0n)) continue;
    const labels = new Set(slack.flatMap(({ top }, i) => (top === 0n ? [i] : [])));
    found.set(point.join(), { point, labels });
  }
  return [...found.values()];
}

function unit(size: number, i: number): Rational[] {
  return Array.from({ length: size }, (_, j) => new Rational(i === j ? 1n : 0n));
}

function isOrigin({ point }: Vertex): boolean {
  return point.every(({ top }) => top === 0n);
}

function normalised({ point }: Vertex): string {
  const total = point.reduce((sum, value) => sum.plus(value), new Rational(0n));
  return point.map((value) => value.over(total)).join(" ");
}

function solve(rows: readonly { left: readonly Rational[]; right: Rational }[]): Rational[] | undefined {
  const work = rows.map(({ left, right }) => [...left, right]);
  const zero = new Rational(0n);
  for (let c = 0; c < work.length; c++) {
    const p = work.findIndex((row, i) => i >= c && row[c]?.top !== 0n);
    const [pivot, other] = [work[p], work[c]];
    if (pivot === undefined || other === undefined) return undefined;
    work[p] = other;
    const scaled = pivot.map((value) => value.over(pivot[c] ?? zero));
    work[c] = scaled;
    work.forEach((row, i) => {
      const factor = row[c] ?? zero;
      if (i !== c) work[i] = row.map((value, j) => value.minus(factor.times(scaled[j] ?? zero)));
    });
  }
  return work.map((row) => row.at(-1) ?? zero);
}

function* subsets(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= count - size; i++) for (const rest of subsets(count, size - 1, i + 1)) yield [i, ...rest];
}
