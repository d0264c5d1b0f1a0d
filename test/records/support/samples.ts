import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DealAgreement, DealDetails, DealEvidence } from "#domain/record.ts";

export const SUPPLIER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
export const RETAILER = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";
export const CONTRACT = "0x5fbdb2315678afecb367f032d93f642f64180aa3";

export const DETAILS: DealDetails = {
  items: [{ sku: "TOM-6", description: "Tomatoes, Güteklasse I 🍅", quantity: "1200", unit: "KGM" }],
  deliveryTerms: { incoterm: "DAP", place: "Rotterdam", notes: 'Ring twice.\n"Gate 4"\u0007' },
  parties: { supplier: `eip155:31337:${SUPPLIER}`, retailer: `eip155:31337:${RETAILER}` },
  references: [{ type: "purchase-order", id: "PO-2027-0042" }],
  deal: {
    chainId: "eip155:31337",
    contract: CONTRACT,
    dealId: "7",
    quantity: "12",
    price: "12.5",
    deliverBy: "2027-03-01T12:00:00Z",
  },
};

export const EVIDENCE: DealEvidence = {
  dealId: "7",
  chainId: 31337,
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  supplier: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  retailer: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  quantity: "12",
  price: "12.50",
  deliverBy: 1_803_902_400,
  status: "active",
  agreements: [],
};

export function agreement(side: "supplier" | "retailer", commitment: string, valid = true): DealAgreement {
  return { side, signer: EVIDENCE[side], commitment, signature: `0x${"5a".repeat(65)}`, valid };
}

/** Gives each test its own directory, and removes them all afterwards. */
export function temporaryDirectories(): { create(): string; remove(): void } {
  const created: string[] = [];
  return {
    create() {
      const directory = mkdtempSync(join(tmpdir(), "records-"));
      created.push(directory);
      return directory;
    },
    remove() {
      created.splice(0).forEach((directory) => rmSync(directory, { recursive: true, force: true }));
    },
  };
}
