import { AllianceError } from "#domain/errors.ts";
import type { AuditFinding, AuditVerdict, DealAgreement, DealEvidence, DealRecord } from "#domain/record.ts";
import { parseDecimal } from "#domain/decimal.ts";
import { commitmentOfBytes } from "./commitment.ts";
import { decodeRecord } from "./record.ts";
import type { RecordStore } from "./store.ts";

type Judgement = readonly [verdict: AuditVerdict, reason: string];

/**
 * Compares what is stored with what was signed: one finding for each commitment of each deal, in the order of the
 * evidence. Deals that nobody signed have no commitment, hence no finding. Where several things are wrong, the finding
 * names the first: missing, truncated, mismatch, bad-signature.
 *
 * @throws AllianceError (config) when the store cannot be read at all: that says nothing about its records
 */
export async function auditDeals(store: RecordStore, evidence: readonly DealEvidence[]): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for (const deal of evidence) {
    for (const commitment of new Set(deal.agreements.map((agreement) => agreement.commitment))) {
      const [verdict, reason] = await judge(store, deal, commitment);
      findings.push({ dealId: deal.dealId, commitment, verdict, reason });
    }
  }
  return findings;
}

async function judge(store: RecordStore, deal: DealEvidence, commitment: string): Promise<Judgement> {
  const agreements = deal.agreements.filter((agreement) => agreement.commitment === commitment);
  try {
    const bytes = await store.readBytes(commitment);
    return bytes === undefined
      ? ["missing", "The store has no record for this commitment."]
      : (judgeBytes(bytes, deal, commitment) ?? judgeSignatures(agreements, deal));
  } catch (error) {
    if (error instanceof AllianceError && error.kind === "integrity") {
      return ["mismatch", `What is stored is not a record: ${error.message}.`];
    }
    throw error;
  }
}

function judgeBytes(bytes: Uint8Array, deal: DealEvidence, commitment: string): Judgement | undefined {
  const record = decode(bytes);
  if (record instanceof AllianceError && record.values["incomplete"] === true) {
    return ["truncated", `The stored record ends after ${bytes.length} bytes, before its document does.`];
  }
  const actual = commitmentOfBytes(bytes);
  if (actual !== commitment) {
    return ["mismatch", `The stored record is not the one that was signed: its hash is ${actual}.`];
  }
  if (record instanceof AllianceError) {
    return ["mismatch", `What was signed is not a record of a deal: ${record.message}.`];
  }
  const differences = contradictions(record, deal);
  return differences.length === 0
    ? undefined
    : ["mismatch", `The record that was signed contradicts the chain: ${differences.join("; ")}.`];
}

function decode(bytes: Uint8Array): DealRecord | AllianceError {
  try {
    return decodeRecord(bytes, "stored record");
  } catch (error) {
    if (error instanceof AllianceError) {
      return error;
    }
    throw error;
  }
}

/** Each difference names the field as it is called in the record. */
function contradictions({ details }: DealRecord, evidence: DealEvidence): string[] {
  const { deal, parties } = details;
  const chain = `eip155:${evidence.chainId}`;
  const deadline = new Date(evidence.deliverBy * 1000).toISOString().replace(".000Z", "Z");
  const fields: readonly [field: string, recorded: string, onChain: string, equal: boolean][] = [
    ["deal.dealId", deal.dealId, evidence.dealId, deal.dealId === evidence.dealId],
    ["deal.chainId", deal.chainId, chain, deal.chainId === chain],
    ["deal.contract", deal.contract, evidence.contract, sameAddress(deal.contract, evidence.contract)],
    party("supplier"),
    party("retailer"),
    ["deal.quantity", deal.quantity, evidence.quantity, sameAmount(deal.quantity, evidence.quantity)],
    ["deal.price", deal.price, evidence.price, sameAmount(deal.price, evidence.price)],
    ["deal.deliverBy", deal.deliverBy, deadline, Date.parse(deal.deliverBy) === evidence.deliverBy * 1000],
  ];
  return fields
    .filter(([, , , equal]) => !equal)
    .map(([field, recorded, onChain]) => `${field} is ${recorded} in the record and ${onChain} on chain`);

  function party(side: "supplier" | "retailer"): [string, string, string, boolean] {
    const onChain = `${chain}:${evidence[side]}`;
    return [`parties.${side}`, parties[side], onChain, sameAddress(parties[side], onChain)];
  }
}

function judgeSignatures(agreements: readonly DealAgreement[], deal: DealEvidence): Judgement {
  const wrong = agreements.flatMap(({ side, signer, valid }) => {
    if (!valid) {
      return [`the ${side}'s signature does not verify`];
    }
    return sameAddress(signer, deal[side]) ? [] : [`${signer} signed in the place of the ${side}`];
  });
  if (wrong.length > 0) {
    return ["bad-signature", `The record is the one that was agreed on, but ${wrong.join(" and ")}.`];
  }
  const signers = agreements.map(({ side }) => side).join(" and ");
  return ["ok", `The record is complete, fits the deal on chain and is signed by the ${signers}.`];
}

/** Addresses are numbers in hexadecimal: the case of a digit, also as a checksum, does not tell two apart. */
function sameAddress(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function sameAmount(left: string, right: string): boolean {
  return parseDecimal(left, 18) === parseDecimal(right, 18);
}
