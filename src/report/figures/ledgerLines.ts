import type { LedgerLine } from "#domain/measurement.ts";

/** In the order in which a figure lists them, with the symbols of the two-party model where it has one. */
export const LEDGER_LINES: readonly (readonly [line: LedgerLine, label: string])[] = [
  ["operatingIncome", "operating income (A)"],
  ["price", "price"],
  ["productionCost", "production cost"],
  ["resale", "resale"],
  ["blockchainIncome", "blockchain income (V)"],
  ["goodwillIncome", "goodwill income (B)"],
  ["sideMarket", "side market (D)"],
  ["penalty", "penalty (F)"],
  ["operatingCost", "operating cost (Ct)"],
  ["gas", "gas"],
];
