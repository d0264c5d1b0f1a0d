import type { TwoPartyParameters } from "./parameters.ts";

/** The supplier's and the retailer's income per month, in units of 1e-18 token. */
export type UnitPayoff = readonly [supplier: bigint, retailer: bigint];

/** Table II; the supplier's strategy is named first. */
export interface UnitTable {
  readonly bothCooperate: UnitPayoff;
  readonly onlySupplierCooperates: UnitPayoff;
  readonly onlyRetailerCooperates: UnitPayoff;
  readonly bothDefect: UnitPayoff;
}

const ONE = 10n ** 18n;

/**
 * Table II of [Cao2022] in whole units, as contracts can pay it. Only a cooperator bears operating cost; the penalty
 * moves from the defector to the cooperator. Rounding: the supplier's part theta Ct is rounded down to a unit, the
 * retailer's is the rest of Ct.
 */
export function twoPartyUnits(parameters: TwoPartyParameters): UnitTable {
  const { As, Ar, Rs, Rr, Vs, Vr, Bs, Br, Ds, Dr, F, Ct, theta } = parameters;
  const supplierCost = quotientDown(theta * Ct, ONE);
  const retailerCost = Ct - supplierCost;
  return {
    bothCooperate: [As + Rs + Vs - supplierCost, Ar + Rr + Vr - retailerCost],
    onlySupplierCooperates: [As + Bs + Vs + F - supplierCost, Ar + Dr - F],
    onlyRetailerCooperates: [As + Ds - F, Ar + Br + Vr + F - retailerCost],
    bothDefect: [As, Ar],
  };
}

/** Division of bigints drops the fraction, which is up for a negative quotient. */
function quotientDown(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
