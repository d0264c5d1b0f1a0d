import { keccak_256 } from "@noble/hashes/sha3.js";
import { expect } from "chai";
import { describe, it } from "mocha";
import { canonicalBytes } from "#records/canonical.ts";
import { commitmentOf, requireCommitment } from "#records/commitment.ts";
import { createRecord } from "#records/record.ts";
import { refusal } from "./support/refusal.ts";
import { DETAILS } from "./support/samples.ts";

const zeros = { random: (bytes: number) => new Uint8Array(bytes) };

describe("commitmentOf", () => {
  it("is the keccak256 of the canonical bytes", () => {
    // keccak256 of no bytes, as every Ethereum client prints it: guards against SHA3-256, which differs.
    const empty = "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470";
    expect(Buffer.from(keccak_256(new Uint8Array())).toString("hex")).to.equal(empty);
    const record = createRecord(DETAILS, zeros);
    expect(commitmentOf(record)).to.equal(`0x${Buffer.from(keccak_256(canonicalBytes(record))).toString("hex")}`);
  });

  it("never changes for a published record", () => {
    // The value was computed once from the same details with Python's json.dumps(sort_keys=True) and ethers' keccak256.
    expect(commitmentOf(createRecord(DETAILS, zeros))).to.equal(
      "0x14613e0a2b9ab0bf157ca1b473a1897e79a1e4e4da29770e8f3d9344babb56a7",
    );
  });

  it("does not depend on the order in which members were written", () => {
    const { schema, salt, details } = createRecord(DETAILS, zeros);
    expect(commitmentOf({ details, salt, schema })).to.equal(commitmentOf({ schema, salt, details }));
  });
});

describe("requireCommitment", () => {
  const hex = "ab".repeat(32);
  for (const text of [
    "",
    hex,
    `0X${hex}`,
    `0x${hex.toUpperCase()}`,
    `0x${hex}0`,
    `0x${hex}\n`,
    `../0x${hex}`,
    "0x../../etc/passwd",
    `0x${hex.slice(2)}/.`,
    `0x${"\0".repeat(64)}`,
    "CON",
  ]) {
    it(`refuses ${JSON.stringify(text).slice(0, 40)}`, async () => {
      expect((await refusal(() => requireCommitment(text))).kind).to.equal("usage");
    });
  }
});
