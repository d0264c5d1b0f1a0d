import { commonFactor, countRealRoots, degree, divide, primitive, squareFree, type Polynomial } from "./polynomial.ts";

/** On which sides of the imaginary axis a polynomial has roots, and whether on it. */
export interface RootSigns {
  readonly positive: boolean;
  readonly negative: boolean;
  /** Pairs of purely imaginary roots, zero not among them. */
  readonly imaginary: boolean;
  readonly zero: boolean;
}

/** The signs of the real parts of all roots, decided exactly. Source: [Gantmacher1959], XV. */
export function rootSigns(p: Polynomial): RootSigns {
  const { even, zeros } = splitRoots(p);
  return {
    positive: hasPositive(p),
    negative: hasPositive(p.map((value, i) => (i % 2 === 0 ? value : -value))),
    imaginary: countRealRoots(even).negative > 0,
    zero: zeros > 0,
  };
}

export interface SplitRoots {
  /** Multiplicity of the root zero. */
  readonly zeros: number;
  /** A polynomial in the squares of those other roots that come in pairs z, -z: purely imaginary ones are among them. */
  readonly even: Polynomial;
  /** The rest: no root of it is purely imaginary. */
  readonly rest: Polynomial;
}

/** Splits a polynomial by its roots; any constant factor is lost. */
export function splitRoots(p: Polynomial): SplitRoots {
  const zeros = p.findIndex((value) => value !== 0n);
  const stripped = p.slice(zeros);
  const even = commonFactor(
    stripped.filter((_, i) => i % 2 === 0),
    stripped.filter((_, i) => i % 2 === 1),
  );
  const inSquares = even.flatMap((value, i) => (i === 0 ? [value] : [0n, value]));
  return { zeros, even, rest: divide(stripped, inSquares).quotient };
}

function hasPositive(p: Polynomial): boolean {
  const { even, rest } = splitRoots(p);
  const squares = squareFree(even);
  // A pair z, -z is purely imaginary exactly when its square is real and negative.
  return countRealRoots(squares).negative < degree(squares) || !isHurwitz(rest);
}

/** Whether all roots have negative real parts, by Routh's scheme. */
function isHurwitz(p: Polynomial): boolean {
  const descending = p.toReversed().map((value) => ((p.at(-1) ?? 1n) < 0n ? -value : value));
  let upper = descending.filter((_, i) => i % 2 === 0);
  let lower = descending.filter((_, i) => i % 2 === 1);
  for (let row = 0; row < degree(p); row++) {
    const [above = 0n, ...aboveRest] = upper;
    const [head = 0n, ...rest] = lower;
    if (head <= 0n) return false;
    upper = lower;
    lower = [...reduceRow(aboveRest.map((value, i) => head * value - above * (rest[i] ?? 0n)))];
  }
  return true;
}

/** The common divisor is positive and does not change a sign; zeros at the end stay. */
function reduceRow(row: readonly bigint[]): readonly bigint[] {
  const reduced = primitive(row);
  return row.map((_, i) => reduced[i] ?? 0n);
}
