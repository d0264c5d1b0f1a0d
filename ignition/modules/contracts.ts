import type { ArgumentType, IgnitionModuleBuilder } from "@nomicfoundation/ignition-core";

/** The contract that keeps the deals: the alliance's own, or one with a rule changed for an experiment. */
export type DealsContract = "Deals" | "HalfPenaltyDeals" | "ChargeDefectorDeals";

/**
 * Deploys the contracts of an alliance and names, for each, the contracts that it obeys.
 *
 * Parameters of the module: `owner` (lists product classes), `treasury` (receives the operating cost),
 * `membershipBond` (token units), `noticePeriod` (seconds).
 */
export function allianceContracts(m: IgnitionModuleBuilder, token: ArgumentType, dealsContract: DealsContract) {
  const owner = m.getParameter("owner", m.getAccount(0));
  const treasury = m.getParameter("treasury", m.getAccount(0));
  const ledger = m.contract("Ledger", [token]);
  const members = m.contract("Members", [
    ledger,
    m.getParameter("membershipBond", 10n ** 18n),
    m.getParameter("noticePeriod", 7 * 24 * 3600),
  ]);
  const costPool = m.contract("CostPool", [ledger, treasury]);
  const goodwill = m.contract("Goodwill");
  const deals = m.contract(dealsContract, [ledger, members, costPool, goodwill, owner]);
  const orderBook = m.contract("OrderBook", [members, ledger, deals]);

  m.call(ledger, "sealOperators", [[members, costPool, deals, orderBook]]);
  m.call(members, "sealOperators", [[deals, orderBook]]);
  m.call(costPool, "sealOperators", [[deals]]);
  m.call(goodwill, "sealOperators", [[deals]]);
  m.call(deals, "sealOperators", [[orderBook]]);

  return { ledger, members, costPool, goodwill, deals, orderBook };
}
