import type { TwoPartyParameters } from "./parameters.ts";
import { twoPartyUnits } from "./twoPartyUnits.ts";

/** Gains from cooperating instead of defecting, in units of 1e-18 token per month. */
export interface TwoPartyGaps {
  /** The supplier's, while the retailer defects: Bs + Vs + F - theta Ct. */
  readonly c1: bigint;
  /** The retailer's, while the supplier defects: Br + Vr + F - (1-theta) Ct. */
  readonly c2: bigint;
  /** The supplier's, while the retailer cooperates: Rs + Vs + F - Ds - theta Ct. */
  readonly c3: bigint;
  /** The retailer's, while the supplier cooperates: Rr + Vr + F - Dr - (1-theta) Ct. */
  readonly c4: bigint;
}

/** The four differences that decide the dynamics, exact, with the rounding of `twoPartyUnits`. Source: [Cao2022], IV. */
export function gaps(parameters: TwoPartyParameters): TwoPartyGaps {
  const table = twoPartyUnits(parameters);
  return {
    c1: table.onlySupplierCooperates[0] - table.bothDefect[0],
    c2: table.onlyRetailerCooperates[1] - table.bothDefect[1],
    c3: table.bothCooperate[0] - table.onlyRetailerCooperates[0],
    c4: table.bothCooperate[1] - table.onlySupplierCooperates[1],
  };
}
