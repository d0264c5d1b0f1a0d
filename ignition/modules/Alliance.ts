import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/**
 * The contracts of an alliance, and who obeys whom.
 *
 * Parameters: `token` (address of the settlement token), `owner` (lists product classes), `treasury` (receives the
 * operating cost), `membershipBond` (token units), `noticePeriod` (seconds).
 */
export default buildModule("Alliance", (m) => {
  const owner = m.getParameter("owner", m.getAccount(0));
  const treasury = m.getParameter("treasury", m.getAccount(0));
  const ledger = m.contract("Ledger", [m.getParameter("token")]);
  const members = m.contract("Members", [
    ledger,
    m.getParameter("membershipBond", 10n ** 18n),
    m.getParameter("noticePeriod", 7 * 24 * 3600),
  ]);
  const costPool = m.contract("CostPool", [ledger, treasury]);
  const goodwill = m.contract("Goodwill");
  const deals = m.contract("Deals", [ledger, members, costPool, goodwill, owner]);
  const orderBook = m.contract("OrderBook", [members, ledger, deals]);

  m.call(ledger, "sealOperators", [[members, costPool, deals, orderBook]]);
  m.call(members, "sealOperators", [[deals, orderBook]]);
  m.call(costPool, "sealOperators", [[deals]]);
  m.call(goodwill, "sealOperators", [[deals]]);
  m.call(deals, "sealOperators", [[orderBook]]);

  return { ledger, members, costPool, goodwill, deals, orderBook };
});
