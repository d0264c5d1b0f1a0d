/** One line of the goods of a deal. */
export interface DealItem {
  readonly sku: string;
  readonly description: string;
  /** A whole number in base 10, without sign or leading zeros, in units of `unit`. */
  readonly quantity: string;
  /** Common code of UN/ECE Recommendation 20, such as `KGM` (kilogram) or `H87` (piece). */
  readonly unit: string;
}

/** Incoterms 2020. */
export type Incoterm = "EXW" | "FCA" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP" | "FAS" | "FOB" | "CFR" | "CIF";

export interface DeliveryTerms {
  readonly incoterm?: Incoterm;
  readonly place: string;
  readonly notes?: string;
}

/** Which deal on which chain a record belongs to, and the terms that are on chain too. */
export interface DealBinding {
  /** CAIP-2 id, such as `eip155:31337`. */
  readonly chainId: string;
  /** Address of the contract that keeps the deal. */
  readonly contract: string;
  readonly dealId: string;
  /** Whole number in base 10. */
  readonly quantity: string;
  /** Decimal in token units, written the shortest way: `12.5`, never `12.50` or `1.25e1`. */
  readonly price: string;
  /** RFC 3339, UTC, whole seconds (the chain counts no others): `2027-03-01T12:00:00Z`. */
  readonly deliverBy: string;
}

/** What supplier and retailer agreed on. Stays off the chain; its salted hash is signed and anchored there. */
export interface DealDetails {
  readonly items: readonly DealItem[];
  readonly deliveryTerms: DeliveryTerms;
  /** CAIP-10 ids, such as `eip155:31337:0xab16a96d359ec26a11e2c2b3d8f8b8942d5bfcdb`. */
  readonly parties: { readonly supplier: string; readonly retailer: string };
  /** Other documents by type and number: purchase order, invoice, certificate. */
  readonly references: readonly { readonly type: string; readonly id: string }[];
  readonly deal: DealBinding;
}

/** The document that is stored. The salt keeps anyone who knows only the hash from guessing the details. */
export interface DealRecord {
  readonly schema: "chain-alliance/deal-record/1";
  /** 128 random bits: 0x and 32 lower-case hexadecimal digits. */
  readonly salt: string;
  readonly details: DealDetails;
}

/** One side's signature under the commitment to a record, as the chain keeps it. */
export interface DealAgreement {
  readonly side: "supplier" | "retailer";
  readonly signer: string;
  /** 0x and 64 lower-case hexadecimal digits. */
  readonly commitment: string;
  readonly signature: string;
  /** What verifying the signature again said. */
  readonly valid: boolean;
}

/** What the chain says of one deal. `quantity` and `price` are in the units of `DealBinding`. */
export interface DealEvidence {
  readonly dealId: string;
  readonly chainId: number;
  readonly contract: string;
  readonly supplier: string;
  readonly retailer: string;
  readonly quantity: string;
  readonly price: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly deliverBy: number;
  readonly status: string;
  readonly agreements: readonly DealAgreement[];
}

/**
 * `missing`: no file; `truncated`: the file is the beginning of a record; `mismatch`: the file is not what was signed,
 * or what was signed contradicts the chain; `bad-signature`: all fits but a signature does not.
 */
export type AuditVerdict = "ok" | "missing" | "truncated" | "mismatch" | "bad-signature";

export interface AuditFinding {
  readonly dealId: string;
  readonly commitment: string;
  readonly verdict: AuditVerdict;
  /** A sentence for people. */
  readonly reason: string;
}
