import { symlinkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { expect } from "chai";
import fc from "fast-check";
import { after, describe, it } from "mocha";
import type { AuditFinding, DealDetails, DealEvidence } from "#domain/record.ts";
import { AllianceError } from "#domain/errors.ts";
import { auditDeals } from "#records/audit.ts";
import { createRecord } from "#records/record.ts";
import { openStore, type RecordStore } from "#records/store.ts";
import { anyDetails } from "./support/arbitraries.ts";
import { agreement, DETAILS, EVIDENCE, RETAILER, SUPPLIER, temporaryDirectories } from "./support/samples.ts";
import { refusal } from "./support/refusal.ts";

const SEED = 7;
const directories = temporaryDirectories();

interface Stored {
  readonly store: RecordStore;
  readonly commitment: string;
  readonly file: string;
  readonly signed: DealEvidence;
}

async function stored(details: DealDetails = DETAILS, directory = directories.create()): Promise<Stored> {
  const store = openStore(directory);
  const commitment = await store.put(createRecord(details));
  const file = join(store.directory, commitment.slice(2, 4), commitment);
  const agreements = [agreement("supplier", commitment), agreement("retailer", commitment)];
  return { store, commitment, file, signed: { ...EVIDENCE, agreements } };
}

async function only(store: RecordStore, evidence: DealEvidence): Promise<AuditFinding> {
  const findings = await auditDeals(store, [evidence]);
  expect(findings).to.have.length(1);
  return findings[0] as AuditFinding;
}

/** Puts the bytes where the record with their hash belongs, as a cloud operator could. */
function plant(store: RecordStore, bytes: Uint8Array): string {
  const hex = Buffer.from(keccak_256(bytes)).toString("hex");
  mkdirSync(join(store.directory, hex.slice(0, 2)), { recursive: true });
  writeFileSync(join(store.directory, hex.slice(0, 2), `0x${hex}`), bytes);
  return `0x${hex}`;
}

/** The store with one file replaced, in memory. */
function holding(store: RecordStore, bytes: Uint8Array): RecordStore {
  return Object.assign(Object.create(store) as RecordStore, { readBytes: () => Promise.resolve(bytes) });
}

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

describe("auditDeals", () => {
  after(() => directories.remove());

  it("finds an intact, signed record ok", async () => {
    const { store, commitment, signed } = await stored();
    expect(await only(store, signed)).to.deep.equal({
      dealId: "7",
      commitment,
      verdict: "ok",
      reason: "The record is complete, fits the deal on chain and is signed by the supplier and retailer.",
    });
  });

  it("reports each commitment of each signed deal once, in order, and no deal that nobody signed", async () => {
    const { store, commitment, signed } = await stored();
    const other = `0x${"11".repeat(32)}`;
    const split = { ...EVIDENCE, agreements: [agreement("supplier", other), agreement("retailer", commitment)] };
    const findings = await auditDeals(store, [{ ...EVIDENCE, dealId: "1" }, split, signed, { ...signed, dealId: "9" }]);
    expect(findings.map((finding) => [finding.dealId, finding.commitment, finding.verdict])).to.deep.equal([
      ["7", other, "missing"],
      ["7", commitment, "ok"],
      ["7", commitment, "ok"],
      ["9", commitment, "mismatch"],
    ]);
    expect(await auditDeals(store, [])).to.deep.equal([]);
  });

  it("finds a deleted record missing", async () => {
    const { store, file, signed } = await stored();
    rmSync(file);
    expect(await only(store, signed)).to.include({ verdict: "missing" });
  });

  it(`finds every truncation truncated and no flip of a single bit ok (seed ${SEED})`, async () => {
    const { store, file, signed } = await stored();
    const bytes = readFileSync(file);
    const judge = async (altered: Uint8Array) => (await only(holding(store, altered), signed)).verdict;
    expect(await judge(bytes)).to.equal("ok");
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await judge(bytes.subarray(0, length)), `${length} bytes`).to.equal("truncated");
    }
    const verdicts: string[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      verdicts.push(await judge(flip(bytes, bit)));
    }
    // Only near the very end can a flip turn a record into the beginning of a longer one.
    expect(verdicts.filter((verdict) => verdict === "truncated").length).to.be.lessThan(10);
    expect(verdicts.every((verdict) => verdict === "mismatch" || verdict === "truncated")).to.equal(true);
  });

  it(`finds the same in files, for any details (seed ${SEED})`, async () => {
    const directory = directories.create();
    await fc.assert(
      fc.asyncProperty(anyDetails, fc.nat(), fc.nat(), async (details, bit, length) => {
        const { store, file, signed } = await stored(details, directory);
        const bytes = readFileSync(file);
        writeFileSync(file, flip(bytes, bit % (bytes.length * 8)));
        expect((await only(store, signed)).verdict).to.be.oneOf(["mismatch", "truncated"]);
        writeFileSync(file, bytes.subarray(0, length % bytes.length));
        expect(await only(store, signed)).to.include({ verdict: "truncated" });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("finds appended bytes, swapped records, edits of equal length and re-spelled JSON mismatched", async () => {
    const { store, file, signed, commitment } = await stored();
    const bytes = readFileSync(file);
    const other = await stored();
    const changes = [
      Buffer.concat([bytes, Buffer.from("\n")]),
      Buffer.concat([bytes, bytes]),
      Buffer.concat([bytes, Buffer.from([0xe2])]),
      readFileSync(other.file),
      Buffer.from(bytes.toString().replace("1200", "1300")),
      Buffer.from(JSON.stringify(JSON.parse(bytes.toString()), null, 2)),
      Buffer.from("\uFEFF" + bytes.toString()),
      Buffer.alloc(2 << 20, 0x20),
    ];
    for (const change of changes) {
      writeFileSync(file, change);
      expect(await only(store, signed)).to.include({ verdict: "mismatch", commitment });
    }
  });

  it("finds a symbolic link, a directory and a linked shard mismatched, also when they lead to the right bytes", async () => {
    const { store, file, signed } = await stored();
    const copy = join(directories.create(), "copy");
    writeFileSync(copy, readFileSync(file));
    rmSync(file);
    symlinkSync(copy, file);
    expect((await only(store, signed)).reason).to.include("symbolic link");
    rmSync(file);
    mkdirSync(file);
    expect((await only(store, signed)).reason).to.include("not a file");
    const shard = join(store.directory, signed.agreements[0]?.commitment.slice(2, 4) ?? "");
    rmSync(shard, { recursive: true });
    symlinkSync(directories.create(), shard);
    expect(await only(store, signed)).to.include({ verdict: "mismatch" });
  });

  const otherTerms: [string, Partial<DealEvidence>][] = [
    ["deal.dealId", { dealId: "8" }],
    ["deal.chainId", { chainId: 1 }],
    ["deal.contract", { contract: SUPPLIER }],
    ["parties.supplier", { supplier: RETAILER }],
    ["parties.retailer", { retailer: SUPPLIER }],
    ["deal.quantity", { quantity: "120" }],
    ["deal.price", { price: "12.51" }],
    ["deal.deliverBy", { deliverBy: EVIDENCE.deliverBy + 1 }],
  ];
  for (const [field, terms] of otherTerms) {
    it(`finds a record of another ${field} mismatched and names both values`, async () => {
      const { store, signed } = await stored();
      const { verdict, reason } = await only(store, { ...signed, ...terms });
      expect(verdict).to.equal("mismatch");
      expect(reason).to.include(field);
      // The chain is a part of both parties' names too.
      const named = reason.match(/(?:deal|parties)\.\w+/g) ?? [];
      expect(named).to.deep.equal(field === "deal.chainId" ? [field, "parties.supplier", "parties.retailer"] : [field]);
    });
  }

  it("finds a commitment to something else than a deal record mismatched", async () => {
    const { store, signed } = await stored();
    for (const text of ["[]", '{"a":1,"a":2}', "hello", '{"schema":"chain-alliance/deal-record/1"}']) {
      const commitment = plant(store, Buffer.from(text));
      const { verdict, reason } = await only(store, { ...signed, agreements: [agreement("supplier", commitment)] });
      expect(verdict, text).to.equal("mismatch");
      expect(reason).to.include("not a record of a deal");
    }
  });

  it("finds a wrong signature, and one by someone else, and names the side", async () => {
    const { store, commitment, signed } = await stored();
    const [supplier, retailer] = [agreement("supplier", commitment), agreement("retailer", commitment)];
    const unverified = await only(store, { ...signed, agreements: [supplier, { ...retailer, valid: false }] });
    expect(unverified).to.include({ verdict: "bad-signature" });
    expect(unverified.reason).to.include("the retailer's signature").and.not.include("supplier");
    const usurped = await only(store, { ...signed, agreements: [{ ...supplier, signer: RETAILER }, retailer] });
    expect(usurped).to.include({ verdict: "bad-signature" });
    expect(usurped.reason).to.include(`${RETAILER} signed in the place of the supplier`);
  });

  it("does not blame one commitment for the signature under another", async () => {
    const { store, commitment, signed } = await stored();
    const second = await store.put(createRecord(DETAILS));
    const agreements = [agreement("supplier", commitment, false), agreement("retailer", second)];
    const findings = await auditDeals(store, [{ ...signed, agreements }]);
    expect(findings.map(({ verdict }) => verdict)).to.deep.equal(["bad-signature", "ok"]);
    expect(findings[1]?.reason).to.include("signed by the retailer.");
  });

  it("reports what is wrong with the file before what is wrong with a signature", async () => {
    const { store, file, signed, commitment } = await stored();
    const unverified = { ...signed, agreements: [agreement("supplier", commitment, false)] };
    expect(await only(store, { ...unverified, price: "1" })).to.include({ verdict: "mismatch" });
    writeFileSync(file, readFileSync(file).subarray(0, 50));
    expect(await only(store, unverified)).to.include({ verdict: "truncated" });
    rmSync(file);
    expect(await only(store, unverified)).to.include({ verdict: "missing" });
  });

  it("ends with an error instead of verdicts when the store itself cannot be read", async () => {
    const { store, signed } = await stored();
    const broken = holding(store, new Uint8Array());
    broken.readBytes = () => Promise.reject(new AllianceError("reading failed", { kind: "config" }));
    expect((await refusal(() => auditDeals(broken, [signed]))).kind).to.equal("config");
  });
});
