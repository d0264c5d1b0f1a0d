import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { allianceContracts } from "./contracts.ts";
import type { DealsContract } from "./contracts.ts";

/** An alliance with a token of its own and the outside world of an experiment. */
export function experimentModule(dealsContract: DealsContract) {
  return buildModule(`Experiment${dealsContract}`, (m) => {
    const token = m.contract("SettlementToken", [m.getAccount(0)]);
    const alliance = allianceContracts(m, token, dealsContract);
    const { members, deals, goodwill } = alliance;
    const economy = m.contract("Economy", [token, members, deals, goodwill, m.getAccount(0)]);
    return { token, ...alliance, economy };
  });
}

export default experimentModule("Deals");
