import type { DealEvidence } from "#domain/record.ts";

import { agreementFor, verifyAgreement } from "./agreement.ts";
import type { Alliance } from "./alliance.ts";
import type { ChainProvider } from "./connection.ts";
import { statusName } from "./status.ts";

type DealAgreement = DealEvidence["agreements"][number];

/**
 * What the chain says of every deal: its terms, and the commitments that its sides signed, with each signature verified
 * again. Where a side replaced its signature, the last one counts.
 *
 * @param fromBlock the block of the deployment, from which events are read
 */
export async function readEvidence(
  alliance: Alliance,
  provider: ChainProvider,
  fromBlock: number,
): Promise<DealEvidence[]> {
  const { chainId } = await provider.getNetwork();
  const count = Number(await alliance.deals.dealCount());
  const agreements = await readAgreements(alliance, provider, fromBlock);
  const evidence: DealEvidence[] = [];
  for (let id = 1; id <= count; id++) {
    const [deal, price] = await Promise.all([alliance.deals.dealOf(id), alliance.deals.priceOf(id)]);
    evidence.push({
      dealId: String(id),
      chainId: Number(chainId),
      contract: alliance.addresses.deals,
      supplier: deal.supplier,
      retailer: deal.retailer,
      quantity: String(deal.quantity),
      price: String(price),
      deliverBy: Number(deal.deliverBy),
      status: statusName(deal.status),
      agreements: [...(agreements.get(String(id))?.values() ?? [])],
    });
  }
  return evidence;
}

async function readAgreements(
  alliance: Alliance,
  provider: ChainProvider,
  fromBlock: number,
): Promise<Map<string, Map<string, DealAgreement>>> {
  const logs = await alliance.deals.queryFilter(alliance.deals.filters.AgreementSigned(), fromBlock);
  const byDeal = new Map<string, Map<string, DealAgreement>>();
  for (const { args, blockNumber } of logs) {
    const { dealId, signer, commitment, signature } = args;
    const agreement = await agreementFor(alliance, dealId, commitment);
    const side = args.side === 0n ? "supplier" : "retailer";
    const valid = await verifyAgreement(provider, agreement, signer, signature, blockNumber);
    const sides = byDeal.get(String(dealId)) ?? new Map<string, DealAgreement>();
    sides.set(side, { side, signer, commitment, signature, valid });
    byDeal.set(String(dealId), sides);
  }
  return byDeal;
}
