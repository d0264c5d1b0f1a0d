/** In the order of Table I. */
export const SYMBOLS = ["As", "Ar", "Rs", "Rr", "Vs", "Vr", "Bs", "Br", "Ds", "Dr", "F", "Ct", "theta"] as const;

export type ParameterSymbol = (typeof SYMBOLS)[number];

/** Values by symbol, exact, in units of 1e-18. */
export type TwoPartyParameters = Readonly<Record<ParameterSymbol, bigint>>;

export interface ParameterDescription {
  readonly symbol: ParameterSymbol;
  readonly meaning: string;
  readonly unit: string;
  /** Smallest and largest value that the meaning allows, as decimals; no largest where it names none. */
  readonly range: readonly [string, string?];
  /** The published default, as a decimal. */
  readonly default: string;
}

/** Digits after the point of a parameter and of a payoff: the unit is 1e-18 of a token. */
export const DECIMALS = 18;

/**
 * Table I with the values of Table IV of [Cao2022]; As and Ar stand beside that table. The source gives ranges only by
 * what the words mean: incomes and costs are not negative, a proportion lies between 0 and 1. Time is in months.
 */
export const PARAMETERS: Readonly<Record<ParameterSymbol, ParameterDescription>> = {
  As: money("As", "operating income of a supplier", "50"),
  Ar: money("Ar", "operating income of a retailer", "50"),
  Rs: money("Rs", "cooperation income of a supplier", "9"),
  Rr: money("Rr", "cooperation income of a retailer", "9"),
  Vs: money("Vs", "income of a supplier due to the blockchain", "4"),
  Vr: money("Vr", "income of a retailer due to the blockchain", "4"),
  Bs: money("Bs", "additional income of a supplier due to increased goodwill", "3"),
  Br: money("Br", "additional income of a retailer due to increased goodwill", "3"),
  Ds: money("Ds", "opportunity income of a supplier who defects", "6"),
  Dr: money("Dr", "opportunity income of a retailer who defects", "6"),
  F: money("F", "penalty that a defector pays to a cooperator", "5"),
  Ct: money("Ct", "total operating cost of the alliance", "25"),
  theta: {
    symbol: "theta",
    meaning: "share of the operating cost that suppliers bear",
    unit: "proportion",
    range: ["0", "1"],
    default: "0.5",
  },
};

function money(symbol: ParameterSymbol, meaning: string, value: string): ParameterDescription {
  return { symbol, meaning, unit: "token per month", range: ["0"], default: value };
}
