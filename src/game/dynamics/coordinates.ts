import { at } from "./at.ts";
import type { Populations } from "./populations.ts";
import type { Protocol } from "./protocol.ts";
import type { StepperOptions, VectorField } from "./stepper.ts";

/** The variables in which a trajectory is integrated. */
export interface Coordinates {
  readonly start: Float64Array;
  readonly field: VectorField;
  readonly settle?: NonNullable<StepperOptions["settle"]>;
  /** The shares at a point. */
  readonly sharesAt: (point: Float64Array) => Float64Array;
}

/**
 * Imitative dynamics run in the logs of the shares, which are normalised where they are read: w_i' = g_i, and share i is
 * exp(w_i) over the sum. No share leaves [0,1] or loses digits near 0, a share of 0 stays, and adding to all logs of a
 * population changes nothing, so that an error of the sum is none.
 *
 * The others run in the shares. There the states are never left, because no share of 0 falls; so a share that a step has
 * made slightly negative is set to 0, which brings it nearer to the solution, and the sum to 1 again.
 */
export function coordinatesOf(form: Populations, protocol: Protocol, start: Float64Array): Coordinates {
  const { growthInto, velocityInto } = protocol;
  if (growthInto === undefined) {
    return {
      start,
      field: (point, out) => velocityInto(form, point, out),
      settle: (point) => settle(form, point),
      sharesAt: (point) => point,
    };
  }
  const played = start.map((share) => (share > 0 ? 1 : 0));
  const shares = new Float64Array(form.length);
  return {
    start: start.map((share) => (share > 0 ? Math.log(share) : 0)),
    field: (point, out) => {
      sharesInto(form, played, point, shares);
      growthInto(form, shares, out);
      for (let i = 0; i < out.length; i++) out[i] = played[i] === 1 ? at(out, i) : 0;
    },
    sharesAt: (point) => {
      const result = new Float64Array(form.length);
      sharesInto(form, played, point, result);
      return result;
    },
  };
}

/** exp(w_i) over the sum of its population; the largest w counts as 0, so that nothing overflows. */
function sharesInto({ ranges }: Populations, played: Float64Array, logs: Float64Array, out: Float64Array): void {
  for (const { from, to } of ranges) {
    let [largest, sum] = [-Infinity, 0];
    for (let i = from; i < to; i++) if (played[i] === 1) largest = Math.max(largest, at(logs, i));
    for (let i = from; i < to; i++) {
      const weight = played[i] === 1 ? Math.exp(at(logs, i) - largest) : 0;
      out[i] = weight;
      sum += weight;
    }
    for (let i = from; i < to; i++) out[i] = at(out, i) / sum;
  }
}

function settle({ ranges }: Populations, point: Float64Array): number {
  return ranges.reduce((moved, { from, to }) => Math.max(moved, settlePopulation(point.subarray(from, to))), 0);
}

function settlePopulation(shares: Float64Array): number {
  let [lowest, largest, sum] = [0, 1, 0];
  for (let i = 0; i < shares.length; i++) {
    largest = Math.max(largest, at(shares, i));
    lowest = Math.min(lowest, at(shares, i));
    shares[i] = Math.max(0, at(shares, i));
    sum += at(shares, i);
  }
  if (lowest === 0 && largest === 1 && Math.abs(sum - 1) <= ROUNDING) return 0;
  for (let i = 0; i < shares.length; i++) shares[i] = at(shares, i) / sum;
  return Math.max(-lowest, Math.abs(sum - 1));
}

/** A sum this near to 1 is left alone, as long as no share is above 1. */
const ROUNDING = 1e-15;
