import type { LedgerLine, Measurement } from "#domain/measurement.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";

const WHOLE = 10n ** 18n;

/** What the supplier and the retailer get in a profile, by the rule that moves it, in token units. */
export interface Cell {
  readonly profile: readonly [string, string];
  readonly supplier: Partial<Record<LedgerLine, bigint>>;
  readonly retailer: Partial<Record<LedgerLine, bigint>>;
}

/** How much of the goods' price the parts of the cooperation income are: not in the table, so any price will do. */
export interface GoodsPrice {
  readonly price: bigint;
}

/**
 * Table II in words. Whoever signs gets V and bears its part of Ct: the supplier theta of it, rounded down to a whole
 * unit, the retailer all the rest. When both sign, the trade brings each its R. When one signs, the other pays it F and
 * gets D elsewhere, and the one who was left alone gets B. A comes anyhow.
 */
export function tableTwo(rules: TwoPartyRules, { price }: GoodsPrice): Cell[] {
  const supplierPart = (rules.theta * rules.Ct) / WHOLE;
  const retailerPart = rules.Ct - supplierPart;
  const supplierKept = { operatingIncome: rules.As, blockchainIncome: rules.Vs, operatingCost: -supplierPart };
  const retailerKept = { operatingIncome: rules.Ar, blockchainIncome: rules.Vr, operatingCost: -retailerPart };
  return [
    {
      profile: ["cooperate", "cooperate"],
      supplier: { ...supplierKept, price, productionCost: rules.Rs - price },
      retailer: { ...retailerKept, price: -price, resale: rules.Rr + price },
    },
    {
      profile: ["cooperate", "defect"],
      supplier: { ...supplierKept, penalty: rules.F, goodwillIncome: rules.Bs },
      retailer: { operatingIncome: rules.Ar, penalty: -rules.F, sideMarket: rules.Dr },
    },
    {
      profile: ["defect", "cooperate"],
      supplier: { operatingIncome: rules.As, penalty: -rules.F, sideMarket: rules.Ds },
      retailer: { ...retailerKept, penalty: rules.F, goodwillIncome: rules.Br },
    },
    {
      profile: ["defect", "defect"],
      supplier: { operatingIncome: rules.As },
      retailer: { operatingIncome: rules.Ar },
    },
  ];
}

/** The parts that are not zero, as a measurement writes them. */
export function linesOf(parts: Partial<Record<LedgerLine, bigint>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, amount]) => amount !== 0n)
      .map(([line, amount]) => [line, String(amount)]),
  );
}

export function sumOf(parts: Partial<Record<LedgerLine, bigint>>): bigint {
  return Object.values(parts).reduce((sum, amount) => sum + amount, 0n);
}

/** The same table as a measurement lists it: for each profile the supplier's and the retailer's line. */
export function componentsOf(cells: readonly Cell[]): Measurement["components"] {
  return cells.flatMap(({ profile, supplier, retailer }) => [
    { profile, player: "supplier", payoffUnits: String(sumOf(supplier)), lines: linesOf(supplier) },
    { profile, player: "retailer", payoffUnits: String(sumOf(retailer)), lines: linesOf(retailer) },
  ]);
}

/** The price at which the goods were sold, as the measurement reports it; it must be the same on both sides. */
export function priceIn({ components }: Pick<Measurement, "components">): bigint {
  const [supplier, retailer] = components;
  const price = BigInt(supplier?.lines.price ?? 0);
  if (price <= 0n || BigInt(retailer?.lines.price ?? 0) !== -price) throw new Error("no goods were sold");
  return price;
}

/** `payoffs` of a game file: each exact payoff as the nearest double. */
export function payoffsOf(components: Measurement["components"]): Measurement["payoffs"] {
  const profiles = new Map<string, { profile: readonly string[]; payoff: number[] }>();
  for (const { profile, payoffUnits } of components) {
    const entry = profiles.get(profile.join()) ?? { profile, payoff: [] };
    entry.payoff.push(Number(`${payoffUnits}e-18`));
    profiles.set(profile.join(), entry);
  }
  return [...profiles.values()];
}
