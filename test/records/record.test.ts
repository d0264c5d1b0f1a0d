import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { commitmentOf } from "#records/commitment.ts";
import { createRecord, decodeRecord, encodeRecord } from "#records/record.ts";
import { refusal } from "./support/refusal.ts";
import { anyDetails } from "./support/arbitraries.ts";
import { DETAILS } from "./support/samples.ts";

const SEED = 128;
const zeros = { random: (bytes: number) => new Uint8Array(bytes) };

describe("createRecord", () => {
  it("refuses details that are not valid, and a source of randomness that gives too few bytes", async () => {
    expect((await refusal(() => createRecord({ ...DETAILS, items: [] }))).message).to.include("$.items");
    expect((await refusal(() => createRecord(DETAILS, { random: () => new Uint8Array(15) }))).message).to.include("15");
  });

  it("asks for 128 random bits and writes them as the salt", () => {
    const asked: number[] = [];
    const random = (bytes: number) => {
      asked.push(bytes);
      return Uint8Array.from({ length: bytes }, (_, index) => index * 16);
    };
    expect(createRecord(DETAILS, { random }).salt).to.equal("0x00102030405060708090a0b0c0d0e0f0");
    expect(asked).to.deep.equal([16]);
  });

  it("gives a different commitment to the same details each time", () => {
    const commitments = Array.from({ length: 200 }, () => commitmentOf(createRecord(DETAILS)));
    expect(new Set(commitments).size).to.equal(200);
  });

  it(`gives different commitments for different salts of the same details (seed ${SEED})`, () => {
    const salt = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(anyDetails, salt, fc.nat(127), (details, bytes, bit) => {
        const other = bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const [left, right] = [bytes, other].map((random) =>
          commitmentOf(createRecord(details, { random: () => random })),
        );
        expect(left).not.to.equal(right);
      }),
      { seed: SEED },
    );
  });
});

describe("encodeRecord and decodeRecord", () => {
  const record = createRecord(DETAILS, zeros);
  const bytes = Buffer.from(encodeRecord(record));

  it("refuse a record over the limit, other schemas, salts that are too short, and members unknown to the schema", async () => {
    const notes = "é".repeat(10_000);
    const items = Array.from({ length: 1000 }, () => ({
      sku: "A",
      description: "é".repeat(1000),
      quantity: "1",
      unit: "H87",
    }));
    const large = createRecord({ ...DETAILS, items, deliveryTerms: { place: "Here", notes } }, zeros);
    expect((await refusal(() => encodeRecord(large))).message).to.include("1048576");
    for (const wrong of [
      { schema: "chain-alliance/deal-record/2" },
      { salt: "0x00" },
      { salt: `0x${"AB".repeat(16)}` },
      { extra: 1 },
    ]) {
      const text = JSON.stringify({ ...record, ...wrong });
      expect((await refusal(() => decodeRecord(Buffer.from(text), "r"))).message).to.include(Object.keys(wrong)[0]);
    }
  });

  it("refuse any other spelling of the same record", async () => {
    for (const text of [
      JSON.stringify(record),
      ` ${bytes.toString()}`,
      `${bytes.toString()}\n`,
      bytes.toString().replace("Gate", "G\\u0061te"),
    ]) {
      expect((await refusal(() => decodeRecord(Buffer.from(text), "r"))).message).to.include("canonical");
    }
  });

  it("refuse bytes that are not UTF-8, but take a cut character for an early end", async () => {
    const at = bytes.indexOf("🍅");
    const broken = Buffer.from(bytes);
    broken[at] = 0xff;
    expect((await refusal(() => decodeRecord(broken, "r"))).message).to.equal("r is not UTF-8 text");
    const cut = await refusal(() => decodeRecord(bytes.subarray(0, at + 2), "r"));
    expect(cut.values["incomplete"]).to.equal(true);
  });

  it(`return the record that was encoded (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyDetails, (details) => {
        const original = createRecord(details, zeros);
        expect(decodeRecord(encodeRecord(original), "r")).to.deep.equal(original);
      }),
      { seed: SEED },
    );
  });
});
