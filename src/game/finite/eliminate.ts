import { AllianceError } from "#domain/errors.ts";
import { censor } from "./censor.ts";
import { addLogs, normalizeLogs } from "./logSums.ts";

/**
 * The stationary distribution of a chain, by its natural logarithms, from the logarithms of its transition rates, without
 * any subtraction, so that the smallest probability is as precise as the largest. In doubles where all products stay
 * within their range, else in logarithms, which take ten times as long. Zero rates are skipped, so that a chain that moves
 * between near states costs size times bandwidth^2 only. Source: [Grassmann1985].
 *
 * @param lnRates `lnRates[i * size + j]`: ln of the rate from i to j, minus infinity for none; the diagonal is ignored.
 * Any unit of time will do. Overwritten.
 * @throws AllianceError (usage) when some states cannot be left, so that the distribution depends on the start
 */
export function eliminate(lnRates: Float64Array, size: number): Float64Array {
  const entering = censored(lnRates, size);
  const weights = new Float64Array(size);
  for (let state = 1; state < size; state++) {
    let weight = -Infinity;
    for (let i = 0; i < state; i++) {
      weight = addLogs(weight, (weights[i] ?? -Infinity) + (entering[i * size + state] ?? -Infinity));
    }
    weights[state] = weight;
  }
  return normalizeLogs(weights);
}

/** As `censor`, in logarithms. */
function censored(lnRates: Float64Array, size: number): Float64Array {
  const largest = lnRates.reduce((most, ln) => Math.max(most, ln), -Infinity);
  // A rate that becomes 0 here would look like none.
  if (lnRates.every((ln) => ln === -Infinity || ln > largest - DOUBLES)) {
    const rates = lnRates.map((ln) => Math.exp(ln - largest));
    if (censor(rates, size)) return rates.map(Math.log);
  }
  for (let last = size - 1; last > 0; last--) censorLogs(lnRates, size, last);
  return lnRates;
}

/** ln of the range of rates that are tried in doubles. */
const DOUBLES = 600;

/** Removes the state `last` from the chain of the states up to it; keeps in its column what passes through it. */
function censorLogs(lnRates: Float64Array, size: number, last: number): void {
  const exits = exitsOf(lnRates, size, last);
  for (let i = 0; i < last; i++) {
    const entering = lnRates[i * size + last] ?? -Infinity;
    if (entering === -Infinity) continue;
    lnRates[i * size + last] = entering - exits.ln;
    for (const { to, ln } of exits.ways) {
      const index = i * size + to;
      lnRates[index] = addLogs(lnRates[index] ?? -Infinity, entering + (ln - exits.ln));
    }
  }
}

/** The ways from the state `last` to those before it, and ln of the sum of their rates. */
function exitsOf(lnRates: Float64Array, size: number, last: number) {
  const ways: { readonly to: number; readonly ln: number }[] = [];
  let sum = -Infinity;
  lnRates.subarray(last * size, last * size + last).forEach((ln, to) => {
    if (ln === -Infinity) return;
    ways.push({ to, ln });
    sum = addLogs(sum, ln);
  });
  if (ways.length > 0) return { ways, ln: sum };
  throw new AllianceError("some states cannot be left, so what the populations come to depends on the start", {
    kind: "usage",
    hint: "give a mutation probability above 0",
  });
}
