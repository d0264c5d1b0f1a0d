/** The contracts' enumerations, as the values that the chain returns. */
export const Side = { Supplier: 0n, Retailer: 1n } as const;

export const Status = {
  None: 0n,
  Matched: 1n,
  Signed: 2n,
  Delivered: 3n,
  Settled: 4n,
  Lapsed: 5n,
  SupplierDefaulted: 6n,
  RetailerDefaulted: 7n,
  Disagreed: 8n,
} as const;

export type StatusName = keyof typeof Status;

export const Cause = { Kept: 0n, Wronged: 1n, Defaulted: 2n } as const;

export const Release = { Cancelled: 0n, Expired: 1n, StepLimit: 2n } as const;

export const Line = {
  OperatingIncome: 0n,
  ProductionCost: 1n,
  Resale: 2n,
  BlockchainIncome: 3n,
  GoodwillIncome: 4n,
  SideMarket: 5n,
} as const;
