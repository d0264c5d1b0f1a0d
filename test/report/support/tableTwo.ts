import type { TwoPartyParameters } from "#models/two-party/parameters.ts";
import { twoPartyUnits, type UnitPayoff } from "#models/two-party/twoPartyUnits.ts";
import type { ExpectedUnits } from "#report/input.ts";

/** Table II of the two-party model as a report wants it: exact, per profile, the supplier first. */
export function tableTwo(parameters: TwoPartyParameters): readonly ExpectedUnits[] {
  const { bothCooperate, onlySupplierCooperates, onlyRetailerCooperates, bothDefect } = twoPartyUnits(parameters);
  return [
    cell(["cooperate", "cooperate"], bothCooperate),
    cell(["cooperate", "defect"], onlySupplierCooperates),
    cell(["defect", "cooperate"], onlyRetailerCooperates),
    cell(["defect", "defect"], bothDefect),
  ];
}

function cell(profile: readonly string[], payoff: UnitPayoff): ExpectedUnits {
  return { profile, units: payoff.map(String) };
}
