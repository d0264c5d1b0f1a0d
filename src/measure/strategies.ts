import type { DealStatus } from "#chain/status.ts";
import type { Role } from "#domain/roles.ts";

/** What a member can do about a deal. */
export type Action =
  | "collectOperatingIncome"
  | "sign"
  | "collectBlockchainIncome"
  | "produce"
  | "deliver"
  | "accept"
  | "resell"
  | "useSideMarket"
  | "collectGoodwillIncome";

/** What a member sees of one of its deals. All of it stands on the chain. */
export interface Sight {
  readonly role: Role;
  readonly status: DealStatus;
  readonly signed: boolean;
  readonly partnerSigned: boolean;
  /** What it has done already. */
  readonly done: ReadonlySet<Action>;
  /** Rises of its goodwill that a partner's default caused, and for which it has not collected. */
  readonly unpaidRises: number;
}

/** A strategy: from what a member sees to what it does next; undefined when it waits. */
export type Strategy = (sight: Sight) => Action | undefined;

/** Keeps the agreement in every step. */
export function cooperate(sight: Sight): Action | undefined {
  const { status, signed, done } = sight;
  if (!done.has("collectOperatingIncome")) return "collectOperatingIncome";
  if (status === "matched" && !signed) return "sign";
  if (signed && !done.has("collectBlockchainIncome")) return "collectBlockchainIncome";
  if (sight.unpaidRises > 0) return "collectGoodwillIncome";
  return sight.role === "supplier" ? supply(sight) : buy(sight);
}

/** Stays away from the deal, and deals elsewhere once the partner has committed itself. */
export function defect(sight: Sight): Action | undefined {
  const { status, signed, partnerSigned, done } = sight;
  if (!done.has("collectOperatingIncome")) return "collectOperatingIncome";
  if (status === "matched" && partnerSigned && !signed && !done.has("useSideMarket")) return "useSideMarket";
  return undefined;
}

/** The strategies by the names that stand in payoff tables. */
export const STRATEGIES = { cooperate, defect } as const;

export type StrategyName = keyof typeof STRATEGIES;

function supply({ status, done }: Sight): Action | undefined {
  if (status !== "signed") return undefined;
  return done.has("produce") ? "deliver" : "produce";
}

function buy({ status, done }: Sight): Action | undefined {
  if (status === "delivered") return "accept";
  return status === "settled" && !done.has("resell") ? "resell" : undefined;
}
