import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { allianceContracts } from "./contracts.ts";

/** An alliance around a settlement token that exists already: parameter `token`, its address. */
export default buildModule("Alliance", (m) => allianceContracts(m, m.getParameter<string>("token"), "Deals"));
