import { exactPoint, numeratorAt, oddsBetween, type Odds } from "./exactPoint.ts";
import { NOTHING, type FacePoint, type FaceRoots } from "./facePoint.ts";
import { slope } from "./multilinear.ts";
import { quadraticOdds } from "./quadraticOdds.ts";
import type { Surd } from "./surd.ts";

type Axes = readonly [number, number, number];
const ROTATIONS: readonly Axes[] = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
];

const DEPENDENT = "the three indifference equations are dependent, so they may be solved by a curve of states";
const CURVE = "a curve of rest points runs through it";

/** The equations of two populations by the coordinate a, and the third's: see `solveTriple`. */
interface Elimination {
  readonly axes: Axes;
  /** `u[a][b]`: the equation without the coordinate c at a, b in {0, 1}. */
  readonly u: readonly (readonly bigint[])[];
  /** `w[a][c]`: the equation without b. */
  readonly w: readonly (readonly bigint[])[];
  /** `v[b][c]`: the equation without a. */
  readonly v: readonly (readonly bigint[])[];
}

/**
 * All mixtures of three populations at which each is indifferent. The equation without c gives b = u0 / (u0 - u1) where
 * u0, u1 are linear in a; that without b gives c in the same way; put into the third they leave a quadratic form in the
 * odds of a, which every solution satisfies. Exact.
 *
 * @param equations population i's gap at the eight corners; none of one sign, none 0 everywhere
 */
export function solveTriple(equations: readonly (readonly bigint[])[]): FaceRoots {
  for (const axes of ROTATIONS) {
    const system = eliminationOf(equations, axes);
    const form = eliminant(system);
    if (form.every((coefficient) => coefficient === 0n)) continue;
    const found = quadraticOdds(form).map((a) => complete(system, a));
    const points = found.flatMap((odds) => (typeof odds === "object" ? [pointAt(equations, odds)] : []));
    return {
      ...NOTHING,
      points,
      degenerate: points.some((point) => point.singular) ? ["a rest point on it is a double root"] : [],
      ...(found.includes("curve") ? { degenerate: [CURVE], unresolved: [CURVE] } : {}),
    };
  }
  return { ...NOTHING, degenerate: [DEPENDENT], unresolved: [DEPENDENT] };
}

function eliminationOf(equations: readonly (readonly bigint[])[], axes: Axes): Elimination {
  const [a, b, c] = axes;
  const table = (equation: number, rows: number, columns: number) =>
    [0, 1].map((row) =>
      [0, 1].map((column) => equations[equation]?.[(row << (2 - rows)) | (column << (2 - columns))] ?? 0n),
    );
  return { axes, u: table(c, a, b), w: table(b, a, c), v: table(a, b, c) };
}

/** q0, q1, q2 of q0 off^2 + q1 off on + q2 on^2. */
function eliminant({ u, w, v }: Elimination): readonly [bigint, bigint, bigint] {
  const share = (pair: readonly bigint[] | undefined, at: number): bigint =>
    at === 1 ? (pair?.[0] ?? 0n) : -(pair?.[1] ?? 0n);
  const product = (i: number, j: number): bigint => {
    let sum = 0n;
    for (const b of [0, 1]) for (const c of [0, 1]) sum += (v[b]?.[c] ?? 0n) * share(u[i], b) * share(w[j], c);
    return sum;
  };
  return [product(0, 0), product(0, 1) + product(1, 0), product(1, 1)];
}

/** The odds of all three, in the order of the populations, "curve", or undefined when b or c leaves (0, 1). */
function complete({ axes, u, w, v }: Elimination, a: Odds): readonly Odds[] | "curve" | undefined {
  const b = mixture(acrossRows(u, a));
  const c = mixture(acrossRows(w, a));
  // Where neither is bound, v is left, which changes sign on its square, so it vanishes on a curve inside.
  if (b === "free") return c === "free" ? "curve" : place(axes, a, c && mixture(acrossColumns(v, c)), c);
  if (c === "free") return place(axes, a, b, b && mixture(acrossRows(v, b)));
  return place(axes, a, b, c);
}

/** The mixture at which a linear function vanishes: "free" where it vanishes throughout, undefined where inside nowhere. */
function mixture([zero, one]: readonly [Surd, Surd]): Odds | "free" | undefined {
  return zero.sign() === 0 && one.sign() === 0 ? "free" : oddsBetween(zero, one);
}

function place(
  axes: Axes,
  a: Odds,
  b: Odds | "free" | undefined,
  c: Odds | "free" | undefined,
): readonly Odds[] | "curve" | undefined {
  if (b === undefined || c === undefined) return undefined;
  if (b === "free" || c === "free") return "curve";
  const byAxis = [a, b, c];
  return [0, 1, 2].map((population) => byAxis[axes.indexOf(population)] ?? a);
}

/** The two columns of a table, mixed by the odds of its rows. */
function acrossRows(table: readonly (readonly bigint[])[], odds: Odds): readonly [Surd, Surd] {
  const column = (at: number) => numeratorAt([table[0]?.[at] ?? 0n, table[1]?.[at] ?? 0n], [odds]);
  return [column(0), column(1)];
}

function acrossColumns(table: readonly (readonly bigint[])[], odds: Odds): readonly [Surd, Surd] {
  return [numeratorAt(table[0] ?? [], [odds]), numeratorAt(table[1] ?? [], [odds])];
}

/** Singular where the determinant of the equations vanishes: the sum of the two cycles, all diagonal entries being 0. */
function pointAt(equations: readonly (readonly bigint[])[], odds: readonly Odds[]): FacePoint {
  const entry = (i: number, j: number): Surd => numeratorAt(slope(equations[i] ?? [], j), odds);
  const forth = entry(0, 1).times(entry(1, 2)).times(entry(2, 0));
  const back = entry(0, 2).times(entry(1, 0)).times(entry(2, 1));
  return exactPoint(odds, forth.plus(back).sign() === 0);
}
