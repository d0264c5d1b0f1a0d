import { AllianceError } from "#domain/errors.ts";

/** 10^18: one token in token units, and the whole as a share. */
export const ONE = 10n ** 18n;

/** The parameters of the two-party model by the paper's symbols: token units, and theta as a share of 10^18. */
export interface TwoPartyRules {
  readonly As: bigint;
  readonly Ar: bigint;
  readonly Rs: bigint;
  readonly Rr: bigint;
  readonly Vs: bigint;
  readonly Vr: bigint;
  readonly Bs: bigint;
  readonly Br: bigint;
  readonly Ds: bigint;
  readonly Dr: bigint;
  readonly F: bigint;
  readonly Ct: bigint;
  readonly theta: bigint;
}

/** How the rules are set up on the chain: one unit of goods at `tick` ticks of `tickSize` token units. */
export interface Trade {
  readonly tick: number;
  readonly tickSize: bigint;
  /** Price, production cost and resale of the goods, in token units. */
  readonly price: bigint;
  readonly productionCost: bigint;
  readonly resale: bigint;
}

/** Far below what the contracts can count, far above any sensible amount: 10^18 tokens. */
const LARGEST = ONE * ONE;
const TICK = 100;

/**
 * The trade whose profit is the cooperation income: the supplier produces Rs below the price, and the retailer resells
 * Rr above it. The price is at least 100 tokens, and high enough for both to be possible.
 *
 * @throws AllianceError (usage) when a rule cannot be set up on the chain
 */
export function tradeOf(rules: TwoPartyRules): Trade {
  requirePlayable(rules);
  const size = [100n * ONE, rules.Rs, -rules.Rs, rules.Rr, -rules.Rr].reduce((a, b) => (a > b ? a : b));
  const tickSize = (size + BigInt(TICK) - 1n) / BigInt(TICK);
  const price = tickSize * BigInt(TICK);
  return { tick: TICK, tickSize, price, productionCost: price - rules.Rs, resale: price + rules.Rr };
}

function requirePlayable(rules: TwoPartyRules): void {
  for (const [symbol, value] of Object.entries(rules) as [keyof TwoPartyRules, bigint][]) {
    const isAmountPaid = symbol === "F" || symbol === "Ct" || symbol === "theta";
    if (isAmountPaid && value < 0n) throw refusal(symbol, "is negative", "the contracts move it in one direction only");
    if (value > LARGEST || value < -LARGEST) throw refusal(symbol, "is too large", "use at most 10^18 tokens");
  }
  if (rules.theta > ONE) throw refusal("theta", "exceeds 1", "it is the suppliers' share of the operating cost");
}

function refusal(symbol: string, what: string, hint: string): AllianceError {
  return new AllianceError(`${symbol} ${what}`, { kind: "usage", hint, values: { symbol } });
}
