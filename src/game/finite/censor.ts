/** Products below this are on the way to zero. */
const SMALLEST = 1e-290;

/**
 * Takes the states of a chain away, the last first, without any subtraction: what passes through a state is shared out
 * among the ways that lead out of it to states before it. Source: [Grassmann1985].
 *
 * @param rates `rates[i * size + j]`: from i to j, not negative; the diagonal is ignored. Overwritten: afterwards, for
 * i < j, the rate from i to j over the rate at which j is left, both in the chain without the states after j.
 * @returns false if that cannot be held in doubles: a product fell out of their range, or a state cannot be left
 */
export function censor(rates: Float64Array, size: number): boolean {
  for (let last = size - 1; last > 0; last--) {
    const row = rates.subarray(last * size, last * size + last);
    const leaving = row.reduce((sum, rate) => sum + rate, 0);
    if (leaving < SMALLEST) return false;
    const targets = waysOut(row);
    for (let i = 0; i < last; i++) {
      const entering = (rates[i * size + last] ?? 0) / leaving;
      if (entering === 0) continue;
      rates[i * size + last] = entering;
      if (!share(rates, i * size, entering, row, targets)) return false;
    }
  }
  return true;
}

function waysOut(row: Float64Array): Int32Array {
  const targets = Int32Array.from(row.keys());
  return targets.filter((j) => (row[j] ?? 0) > 0);
}

function share(rates: Float64Array, at: number, entering: number, row: Float64Array, targets: Int32Array): boolean {
  let smallest = Infinity;
  for (let n = 0; n < targets.length; n++) {
    const j = targets[n] ?? 0;
    const product = entering * (row[j] ?? 0);
    rates[at + j] = (rates[at + j] ?? 0) + product;
    if (product < smallest) smallest = product;
  }
  return smallest >= SMALLEST;
}
