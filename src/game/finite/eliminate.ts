import { AllianceError } from "#domain/errors.ts";
import { addLogs, normalizeLogs } from "./logSums.ts";

/**
 * The stationary distribution of a chain, by its natural logarithms, from the logarithms of its transition rates: one
 * state after the other is censored away, without any subtraction, so that the smallest probability is as precise as
 * the largest. Zero rates are skipped, so that a chain with moves to near states only costs size times bandwidth^2.
 * Source: [Grassmann1985].
 *
 * @param lnRates `lnRates[i * size + j]`: ln of the rate from i to j, minus infinity for none; the diagonal is ignored.
 * Any unit of time will do. Overwritten.
 * @throws AllianceError (usage) when a state cannot be left, so that the distribution depends on the start
 */
export function eliminate(lnRates: Float64Array, size: number): Float64Array {
  for (let last = size - 1; last > 0; last--) censor(lnRates, size, last);
  const weights = new Float64Array(size);
  for (let state = 1; state < size; state++) {
    let weight = -Infinity;
    for (let i = 0; i < state; i++) {
      weight = addLogs(weight, (weights[i] ?? -Infinity) + (lnRates[i * size + state] ?? -Infinity));
    }
    weights[state] = weight;
  }
  return normalizeLogs(weights);
}

/** Removes the state `last` from the chain of the states up to it; keeps in its column what passes through it. */
function censor(lnRates: Float64Array, size: number, last: number): void {
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
