/** The quantile of the normal distribution that leaves 2.5 % on each side. */
const Z = 1.959963984540054;

/**
 * The 95 % interval for a probability from runs of which some may be undecided: from Wilson's lower end with all of these
 * counted as failures to his upper end with all counted as successes, so that it holds whatever they would have become.
 * Source: [Wilson1927].
 *
 * @param successes whole number; together with `undecided` at most `runs`
 * @param runs at least 1
 */
export function wilson(successes: number, undecided: number, runs: number): readonly [number, number] {
  return [end(successes, runs, -1), end(successes + undecided, runs, 1)];
}

function end(successes: number, runs: number, side: 1 | -1): number {
  if (successes === 0 && side < 0) return 0;
  if (successes === runs && side > 0) return 1;
  const share = successes / runs;
  const square = (Z * Z) / runs;
  const half = Z * Math.sqrt((share * (1 - share)) / runs + square / (4 * runs));
  return (share + square / 2 + side * half) / (1 + square);
}
