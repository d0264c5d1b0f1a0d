import type { AllianceEvent } from "#chain/events.ts";
import type { LedgerLine } from "#domain/measurement.ts";

/** Money that a member received (positive) or paid (negative) under a rule, in token units. */
export interface Flow {
  readonly account: string;
  readonly line: LedgerLine;
  readonly amount: bigint;
}

/** The economy's lines, in the order of the contract's enumeration `IEconomy.Line`. */
const ECONOMY_LINES: readonly LedgerLine[] = [
  "operatingIncome",
  "productionCost",
  "resale",
  "blockchainIncome",
  "goodwillIncome",
  "sideMarket",
];

type Reader = (args: AllianceEvent["args"]) => Flow[];

/** What each event that moves money says. Deposits, locks and withdrawals move it between a member's own pockets. */
const READERS: Readonly<Record<string, Reader>> = {
  "economy.Flow": (args) => {
    const line = ECONOMY_LINES[Number(args["line"])];
    if (line === undefined) throw new RangeError(`the economy has no line ${args["line"]}`);
    return [{ account: args["member"], line, amount: args["amount"] }];
  },
  "deals.PricePaid": (args) => transfer("price", args),
  "deals.PenaltyPaid": (args) => transfer("penalty", args),
  "costPool.CostShareCharged": (args) => [
    { account: args["payer"], line: "operatingCost", amount: -BigInt(args["amount"]) },
  ],
};

/** The flows that `events` report, in their order. */
export function flowsIn(events: readonly AllianceEvent[]): Flow[] {
  return events.flatMap(({ contract, name, args }) => READERS[`${contract}.${name}`]?.(args) ?? []);
}

function transfer(line: LedgerLine, args: AllianceEvent["args"]): Flow[] {
  return [
    { account: args["from"], line, amount: -BigInt(args["amount"]) },
    { account: args["to"], line, amount: args["amount"] },
  ];
}
