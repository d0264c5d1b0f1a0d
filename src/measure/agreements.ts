import { createHash } from "node:crypto";

import { agreementFor } from "#chain/agreement.ts";
import type { Agreement } from "#chain/agreement.ts";
import type { Alliance } from "#chain/alliance.ts";
import { AllianceError } from "#domain/errors.ts";
import type { DealDetails } from "#domain/record.ts";
import { createRecord } from "#records/record.ts";
import type { RecordStore } from "#records/store.ts";

/**
 * How the sides of a deal come to sign the same text: the first writes the details down and stores them; the second
 * fetches them, which verifies the hash, and checks that they are about this deal.
 */
export class Agreements {
  readonly #store: RecordStore;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #commitments = new Map<bigint, string>();

  /** @param seed of the salts, so that the same play stores the same records */
  constructor(store: RecordStore, seed: number) {
    this.#store = store;
    this.#random = seededBytes(seed);
  }

  /** The commitment that the sides of a deal sign, and what they sign for it. */
  async of(alliance: Alliance, dealId: bigint): Promise<{ commitment: string; agreement: Agreement }> {
    const known = this.#commitments.get(dealId);
    const commitment =
      known ?? (await this.#store.put(createRecord(await detailsOf(alliance, dealId), this.#options())));
    if (known !== undefined) await this.#check(known, dealId);
    this.#commitments.set(dealId, commitment);
    return { commitment, agreement: await agreementFor(alliance, dealId, commitment) };
  }

  async #check(commitment: string, dealId: bigint): Promise<void> {
    const { details } = await this.#store.get(commitment);
    if (details.deal.dealId !== String(dealId)) {
      throw new AllianceError(`record ${commitment} is about deal ${details.deal.dealId}, not ${dealId}`, {
        kind: "integrity",
      });
    }
  }

  #options() {
    return { random: this.#random };
  }
}

/** A plausible order for what the deal says: one item, delivered at the retailer's place. */
async function detailsOf(alliance: Alliance, dealId: bigint): Promise<DealDetails> {
  const [deal, price, domain] = await Promise.all([
    alliance.deals.dealOf(dealId),
    alliance.deals.priceOf(dealId),
    alliance.deals.eip712Domain(),
  ]);
  const chain = `eip155:${domain.chainId}`;
  const quantity = String(deal.quantity);
  return {
    items: [{ sku: `CLASS-${deal.classId}`, description: `Goods of class ${deal.classId}`, quantity, unit: "H87" }],
    deliveryTerms: { incoterm: "DAP", place: "The retailer's warehouse" },
    parties: { supplier: `${chain}:${deal.supplier}`, retailer: `${chain}:${deal.retailer}` },
    references: [{ type: "purchase-order", id: `PO-${dealId}` }],
    deal: {
      chainId: chain,
      contract: alliance.addresses.deals,
      dealId: String(dealId),
      quantity,
      price: String(price),
      deliverBy: new Date(Number(deal.deliverBy) * 1000).toISOString().replace(".000Z", "Z"),
    },
  };
}

/** Bytes that depend on the seed and on how many were drawn before: SHA-256 in counter mode, at most 32 at a time. */
function seededBytes(seed: number): (bytes: number) => Uint8Array {
  let counter = 0;
  return (bytes) => createHash("sha256").update(`${seed}:${counter++}`).digest().subarray(0, bytes);
}
