import type { RestPoint } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import type { AuditFinding } from "#domain/record.ts";
import type { Story, StoryDeal } from "#domain/story.ts";
import { firstShares } from "./figures/phaseData.ts";
import { totalAt } from "./figures/storyData.ts";

/** A default as the balances show it; amounts in token units, positive for the partner's gain and the defaulter's loss. */
export interface DefaultFact {
  readonly deal: StoryDeal;
  readonly defaulter: string;
  readonly partner: string;
  readonly lost: bigint;
  readonly gained: bigint;
}

/** Who defaulted on which deal, and what the transaction that ended it took and gave. */
export function defaultsOf({ deals, steps }: Story): readonly DefaultFact[] {
  return deals.flatMap((deal): DefaultFact[] => {
    const side = /supplier|retailer/i.exec(/default/i.test(deal.status) ? deal.status : "")?.[0].toLowerCase();
    if (side === undefined) return [];
    const [defaulter, partner] = side === "supplier" ? [deal.supplier, deal.retailer] : [deal.retailer, deal.supplier];
    const at = steps.findIndex(({ kind, dealId }) => kind === "default" && dealId === deal.dealId);
    const transaction = steps[at]?.transaction;
    const begin = transaction === undefined ? at : steps.findIndex((step) => step.transaction === transaction);
    const moved = (member: string): bigint => totalAt(steps[at], member) - totalAt(steps[begin - 1], member);
    return [
      { deal, defaulter, partner, lost: at === -1 ? 0n : -moved(defaulter), gained: at === -1 ? 0n : moved(partner) },
    ];
  });
}

/** Deals whose stored record was changed according to the story, and whether the audit found it. */
export function tamperingsOf(
  { steps }: Story,
  findings: readonly AuditFinding[],
): readonly { dealId: string; found: boolean }[] {
  const ids = new Set(steps.flatMap(({ kind, dealId }) => (kind === "tamper" && dealId !== undefined ? [dealId] : [])));
  return [...ids].map((dealId) => ({
    dealId,
    found: findings.some((finding) => finding.dealId === dealId && finding.verdict !== "ok"),
  }));
}

/** What a corner means: `both play cooperate`, or who plays what. */
export function cornerWords({ players }: Game, { shares }: Pick<RestPoint, "shares">): string {
  const strategies = firstShares(shares).map((share, player) => players[player]?.strategies[share === 1 ? 0 : 1] ?? "");
  const [first, second] = strategies;
  if (first === second) return `both play ${first ?? ""}`;
  return players.map(({ name }, player) => `${name} plays ${strategies[player] ?? ""}`).join(" and ");
}
