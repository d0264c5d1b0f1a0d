import { at } from "./at.ts";
import type { Dynamics } from "./dynamics.ts";
import { imitation, maynardSmith, replicator, type GrowthRates } from "./growthRates.ts";
import { payoffsInto, type Populations } from "./populations.ts";
import { brownVonNeumannNash, logit, replicatorMutator, smith, type ShareRates } from "./shareRates.ts";

/** Writes rates in the places of the shares, per unit of time, for a state that it does not change. */
export type Velocity = (form: Populations, state: Float64Array, out: Float64Array) => void;

/** Dynamics of any game. */
export interface Protocol {
  /** Strategies are only copied: one without a share never gets one, and `growthInto` is defined. */
  readonly imitative: boolean;
  /** The rates of the shares; those of a population add up to 0. */
  readonly velocityInto: Velocity;
  /** The rates of the logs of the shares, `velocityInto` over share, defined also where a share is 0. */
  readonly growthInto?: Velocity;
}

/** The protocol keeps arrays for its own use: take a new one for every loop. */
export function protocolOf(dynamics: Dynamics): Protocol {
  switch (dynamics.kind) {
    case "replicator":
      return imitative(replicator);
    case "maynard-smith":
      return imitative(maynardSmith);
    case "imitation":
      return imitative(imitation(dynamics.intensity));
    case "replicator-mutator":
      return direct(replicatorMutator(dynamics.mutation));
    case "logit":
      return direct(logit(dynamics.noise));
    case "smith":
      return direct(smith);
    case "bnn":
      return direct(brownVonNeumannNash);
  }
}

function imitative(rates: GrowthRates): Protocol {
  const growthInto = perPopulation(rates);
  const velocityInto: Velocity = (form, state, out) => {
    growthInto(form, state, out);
    for (let i = 0; i < out.length; i++) out[i] = at(out, i) * at(state, i);
  };
  return { imitative: true, velocityInto, growthInto };
}

function direct(rates: ShareRates): Protocol {
  return { imitative: false, velocityInto: perPopulation(rates) };
}

function perPopulation(rates: ShareRates): Velocity {
  let payoffs = new Float64Array();
  return (form, state, out) => {
    if (payoffs.length !== form.length) payoffs = new Float64Array(form.length);
    payoffsInto(form, state, payoffs);
    for (const { from, to } of form.ranges) {
      rates(state.subarray(from, to), payoffs.subarray(from, to), out.subarray(from, to));
    }
  };
}
