import { solveUniquely } from "./linearSystem.ts";

/** Integer payoffs `[own strategy][other population's strategy]`. */
export type Payoffs = readonly (readonly bigint[])[];

/** A mixture of the other population's strategies, exactly. Sets of strategies are bit masks throughout. */
export interface Mixture {
  /** The strategies with a share. */
  readonly support: number;
  /** `shares[j] / denominator`: the share of strategy j. */
  readonly shares: readonly bigint[];
  /** Positive. */
  readonly denominator: bigint;
  /** What each own strategy earns against it, times `denominator`. */
  readonly earnings: readonly bigint[];
}

/**
 * For every set of own strategies the mixtures against which all of them earn the same, and which are determined by
 * that and by their support: the corners of the polytope of all such mixtures.
 *
 * @returns element [own set] lists them; the element of the empty set is empty
 */
export function equalizersOf(payoffs: Payoffs): readonly (readonly Mixture[])[] {
  const own = payoffs.length;
  const other = payoffs[0]?.length ?? 0;
  return Array.from({ length: 2 ** own }, (_, set) => {
    const mixtures: Mixture[] = [];
    const rows = members(set);
    for (let support = 1; set > 0 && support < 2 ** other; support++) {
      // Fewer equations than unknowns leave a mixture undetermined.
      const columns = members(support);
      if (columns.length > rows.length) continue;
      const mixture = equalizer(payoffs, rows, columns, support);
      if (mixture !== undefined) mixtures.push(mixture);
    }
    return mixtures;
  });
}

/** The elements of a set, ascending. */
export function members(set: number): readonly number[] {
  return Array.from({ length: 32 - Math.clz32(set) }, (_, i) => i).filter((i) => (set & (1 << i)) !== 0);
}

/** Every set of strategies but the empty one. */
export function setsOf(payoffs: Payoffs): readonly number[] {
  return Array.from({ length: 2 ** payoffs.length - 1 }, (_, i) => i + 1);
}

/** Whether `inner` has no element outside `outer`. */
export function isSubset(inner: number, outer: number): boolean {
  return (inner & ~outer) === 0;
}

/** The union of the supports. */
export function unionOf(mixtures: readonly Mixture[]): number {
  return mixtures.reduce((union, { support }) => union | support, 0);
}

/** Own strategies that earn the most against a mixture. */
export function bestReplies({ earnings }: Mixture): number {
  const most = earnings.reduce((best, value) => (value > best ? value : best), earnings[0] ?? 0n);
  return earnings.reduce((set, value, i) => (value === most ? set | (1 << i) : set), 0);
}

/** Unknowns: the shares of `columns`, then the common earnings of `rows`. */
function equalizer(
  payoffs: Payoffs,
  rows: readonly number[],
  columns: readonly number[],
  support: number,
): Mixture | undefined {
  const equations = rows.map((i) => [...columns.map((j) => payoffs[i]?.[j] ?? 0n), -1n, 0n]);
  const solution = solveUniquely([...equations, [...columns.map(() => 1n), 0n, 1n]], columns.length + 1);
  if (solution === undefined) return undefined;
  const { numerators, denominator } = solution;
  if (columns.some((_, k) => (numerators[k] ?? 0n) <= 0n)) return undefined;
  const shares = (payoffs[0] ?? []).map((_, j) => {
    const k = columns.indexOf(j);
    return k < 0 ? 0n : (numerators[k] ?? 0n);
  });
  const earnings = payoffs.map((row) => dot(row, shares));
  return { support, shares, denominator, earnings };
}

function dot(row: readonly bigint[], shares: readonly bigint[]): bigint {
  return row.reduce((sum, payoff, j) => sum + payoff * (shares[j] ?? 0n), 0n);
}
