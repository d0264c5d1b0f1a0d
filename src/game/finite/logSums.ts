/**
 * Sums of numbers that are far too large or small for a double, by their natural logarithms; minus infinity is the
 * logarithm of zero. Nothing is ever subtracted, so a relative error stays near that of one rounding of the logarithm.
 */

/** ln(e^a + e^b). */
export function addLogs(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  return small === -Infinity ? large : large + Math.log1p(Math.exp(small - large));
}

/** ln of the sum of e^v over all values; minus infinity when there are none. */
export function sumLogs(values: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i] ?? -Infinity);
  if (largest === -Infinity) return -Infinity;
  const sum = compensatedSum();
  for (let i = 0; i < values.length; i++) sum.add(Math.exp((values[i] ?? -Infinity) - largest));
  return largest + Math.log(sum.value());
}

/** A running sum whose error does not grow with the number of terms. Source: [Neumaier1974]. */
export function compensatedSum(): { readonly add: (term: number) => void; readonly value: () => number } {
  let [sum, lost] = [0, 0];
  return {
    add(term) {
      const next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    },
    value: () => sum + lost,
  };
}

/** The same logarithms but for a constant, so that what they stand for sums to 1. */
export function normalizeLogs(logs: Float64Array): Float64Array {
  const total = sumLogs(logs);
  return logs.map((log) => log - total);
}
