import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { canonicalBytes } from "#records/canonical.ts";
import { refusal } from "./support/refusal.ts";

const SEED = 8785;
const golden = (name: string) => readFileSync(`test/golden/rfc8785/${name}`);
const text = (value: unknown) => Buffer.from(canonicalBytes(value)).toString("utf8");

describe("canonicalBytes", () => {
  for (const name of ["arrays", "french", "simpleString", "structures", "unicode", "values", "weird"]) {
    it(`writes the RFC 8785 vector ${name} byte for byte`, () => {
      const input: unknown = JSON.parse(golden(`input/${name}.json`).toString("utf8"));
      const bytes = canonicalBytes(input, { unsafeIntegers: true });
      expect(Buffer.from(bytes).toString("hex")).to.equal(golden(`output/${name}.json`).toString("hex"));
    });
  }

  it("writes the example of RFC 8785 section 3.2.4 as the bytes printed there", () => {
    const example = JSON.parse(golden("example.json").toString("utf8")) as { document: string; bytes: string };
    const bytes = canonicalBytes(JSON.parse(example.document), { unsafeIntegers: true });
    expect(Buffer.from(bytes).toString("hex")).to.equal(example.bytes);
  });

  it("writes every number of RFC 8785 appendix B as the table says, and refuses NaN and Infinity", async () => {
    const table = JSON.parse(golden("numbers.json").toString("utf8")) as [string, string | null][];
    expect(table).to.have.length(26);
    for (const [bits, expected] of table) {
      const number = Buffer.from(bits, "hex").readDoubleBE();
      const write = () => Buffer.from(canonicalBytes(number, { unsafeIntegers: true })).toString();
      if (expected === null) {
        expect((await refusal(write)).kind, bits).to.equal("usage");
      } else {
        expect(write(), bits).to.equal(expected);
      }
    }
  });

  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  const nested = (levels: number) => JSON.parse("[".repeat(levels) + "]".repeat(levels)) as unknown;
  const refused: [string, unknown, string][] = [
    ["NaN", { a: [1, Number.NaN] }, "$.a[1]"],
    ["Infinity", [-Infinity], "$[0]"],
    ["undefined in an object", { a: undefined }, "$.a"],
    ["undefined in an array", [undefined], "$[0]"],
    ["undefined itself", undefined, "$"],
    ["a hole in an array", Object.assign([], { length: 1 }), "$[0]"],
    ["a function", { run: () => 1 }, "$.run"],
    ["a symbol", [Symbol("s")], "$[0]"],
    ["a bigint", { amount: 5n }, "$.amount"],
    ["half of a surrogate pair", { "odd key": "\ud83d" }, '$["odd key"]'],
    ["half of a surrogate pair in a name", { "\udc00": 1 }, '$["\\udc00"]'],
    ["an integer beyond 2^53-1", { n: 2 ** 53 }, "$.n"],
    ["a negative integer beyond 2^53-1", { n: -(2 ** 53) }, "$.n"],
    ["a Date", { at: new Date(0) }, "$.at"],
    ["a Map", { map: new Map() }, "$.map"],
    ["a boxed number", [Object(5)], "$[0]"],
    ["a symbol as a name", { [Symbol("s")]: 1 }, "$"],
    ["the name __proto__", JSON.parse('{"a":{"__proto__":{}}}'), "$.a.__proto__"],
    ["an object that contains itself", cyclic, "$" + ".self".repeat(100)],
    ["depth over the limit", nested(101), "$" + "[0]".repeat(100)],
  ];
  for (const [what, value, path] of refused) {
    it(`refuses ${what} and names its path`, async () => {
      const error = await refusal(() => canonicalBytes(value));
      expect(error.kind).to.equal("usage");
      expect(error.values["path"]).to.equal(path);
      expect(error.message).to.include(path);
    });
  }

  it("writes the largest safe integers and the deepest allowed nesting", () => {
    expect(text([2 ** 53 - 1, -(2 ** 53 - 1), -0])).to.equal("[9007199254740991,-9007199254740991,0]");
    expect(text(nested(100))).to.equal("[".repeat(100) + "]".repeat(100));
  });

  it(`reads back as the same value, and does not depend on the order of members (seed ${SEED})`, () => {
    const value = fc
      .jsonValue({ noUnicodeString: false })
      .filter((json) => !JSON.stringify(json).includes("__proto__"));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), value), (object) => {
        const plain = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
        const reversed = Object.fromEntries(Object.entries(plain).reverse());
        const write = (json: unknown) => Buffer.from(canonicalBytes(json, { unsafeIntegers: true })).toString("utf8");
        expect(JSON.parse(write(plain))).to.deep.equal(plain);
        expect(write(reversed)).to.equal(write(plain));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
