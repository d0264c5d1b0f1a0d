import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { parseStrictJson } from "#records/strict-json.ts";
import { refusal } from "./support/refusal.ts";

const SEED = 8259;
const parse = (text: string) => parseStrictJson(text, "deal.json");

describe("parseStrictJson", () => {
  const refused: [string, string, number, number, string][] = [
    ["a repeated name", '{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}', 4, 3, '"a" stands twice'],
    ["a name repeated through an escape", '{"a":1,"\\u0061":2}', 1, 8, '"a" stands twice'],
    ["a repeated name far down", '[{"x":[{"y":1,"y":1}]}]', 1, 15, '"y" stands twice'],
    ["__proto__", '{"a":{"__proto__":{"admin":true}}}', 1, 7, "__proto__"],
    ["__proto__ through an escape", '{"\\u005f_proto__":1}', 1, 2, "__proto__"],
    ["a byte order mark", "\uFEFF{}", 1, 1, "byte order mark"],
    ["text after the end", "{}\n{}", 2, 1, "after the end"],
    ["a number that overflows", "[1e400]", 1, 2, "1e400"],
    ["a negative number that overflows", "[-1e400]", 1, 2, "-1e400"],
    ["an integer whose digits would change", '{"wei":9007199254740993}', 1, 8, "9007199254740993"],
    ["NaN", "[NaN]", 1, 2, "a value is expected"],
    ["Infinity", "[-Infinity]", 1, 2, "a value is expected"],
    ["a leading zero", "[01]", 1, 2, "a value is expected"],
    ["a leading plus", "[+1]", 1, 2, "a value is expected"],
    ["hexadecimal", "[0x10]", 1, 2, "a value is expected"],
    ["a point without digits", "[1.]", 1, 2, "a value is expected"],
    ["single quotes", "{'a':1}", 1, 2, "a string in double quotes"],
    ["a comma before the end", "[1,]", 1, 4, "a value is expected"],
    ["a comma before the end of an object", '{"a":1,}', 1, 8, "a string in double quotes"],
    ["a missing comma", "[1 2]", 1, 4, '"," or "]"'],
    ["a missing colon", '{"a" 1}', 1, 6, '":" is expected'],
    ["a comment", "[1 /* one */]", 1, 4, '"," or "]"'],
    ["a line break in a string", '["a\nb"]', 1, 4, "control character"],
    ["an unknown escape", '["\\x41"]', 1, 3, "escape"],
    ["half of a surrogate pair", '["\\ud83d"]', 1, 2, "surrogate"],
    ["a no-break space", "[\u00a01]", 1, 2, "a value is expected"],
    ["depth 101", "[".repeat(101) + "]".repeat(101), 1, 101, "deeper than 100"],
    ["depth 100000", "[".repeat(100_000), 1, 101, "deeper than 100"],
    ["nothing", "", 1, 1, "ends too early"],
    ["an open object", '{\n"a":[1,', 2, 8, "ends too early"],
  ];
  for (const [what, text, line, column, problem] of refused) {
    it(`refuses ${what} at its line and column`, async () => {
      const error = await refusal(() => parse(text));
      expect(error.kind).to.equal("usage");
      expect(error.message)
        .to.match(new RegExp(`^deal\\.json:${line}:${column}: `))
        .and.include(problem);
      expect(error.values).to.include({ line, column, source: "deal.json" });
    });
  }

  it("keeps escape sequences for terminals out of its messages", async () => {
    const error = await refusal(() => parseStrictJson('{"\\u001b[2J":1,"\\u001b[2J":2}', "\u001b]0;x\u0007"));
    expect(error.message).not.to.match(/\p{Cc}/u);
  });

  it("pollutes no prototype and accepts names that objects inherit", () => {
    expect(parse('{"constructor":1,"toString":2,"hasOwnProperty":3}')).to.deep.equal(
      JSON.parse('{"constructor":1,"toString":2,"hasOwnProperty":3}'),
    );
    expect(Object.getPrototypeOf(parse("{}"))).to.equal(Object.prototype);
  });

  it("reads 100 levels, exact large integers and a megabyte of text", () => {
    const deep = "[".repeat(100) + "]".repeat(100);
    expect(parse(deep)).to.deep.equal(JSON.parse(deep));
    expect(parse("[1000000000000000000,123456789012345680000,-0,1E5]")).to.deep.equal([
      1e18, 123456789012345680000, -0, 1e5,
    ]);
    const long = "é\\n".repeat(400_000);
    expect(parse(`"${long}"`)).to.have.length(800_000);
  });

  it(`reads what JSON.stringify writes as JSON.parse does (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), fc.constantFrom(0, 1, "\t"), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        fc.pre(!text.includes("__proto__"));
        expect(parse(text)).to.deep.equal(JSON.parse(text));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`never reads a text otherwise than JSON.parse: both refuse, or both agree, or only it refuses (seed ${SEED})`, () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"b"',
      '"',
      "\\",
      "\\n",
      "\\u00",
      "1",
      "-",
      ".5",
      "e3",
      "true",
      "nul",
      " ",
      "\n",
    );
    let agreed = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        const [strict, plain] = [attempt(() => parse(text)), attempt(() => JSON.parse(text) as unknown)];
        if ("value" in strict) {
          expect(plain).to.deep.equal(strict);
          agreed += 1;
        } else if ("value" in plain) {
          expect(strict.message).to.match(/stands twice/);
        }
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect(agreed).to.be.greaterThan(100);
  });

  it(`calls every proper beginning of an object incomplete, and no other refusal (seed ${SEED})`, async () => {
    const text = '{"a\\u0041\\n":[1.5e+3,-2,true,false,null,{}],"😀":"é"}';
    expect(parse(text)).to.deep.equal(JSON.parse(text));
    for (let length = 0; length < text.length; length++) {
      // Half of the pair at the cut is what a reader of bytes does not see yet.
      const cut = text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
      expect((await refusal(() => parse(cut))).values["incomplete"], cut).to.equal(true);
    }
    for (const wrong of ['{"a":1}x', '{"a" 1', "[1,,", '["\\x', "[tru3", '{"a":1,"a":', "[1.e", "[-x"]) {
      expect((await refusal(() => parse(wrong))).values["incomplete"], wrong).to.equal(false);
    }
  });
});

function attempt(read: () => unknown): { value: unknown } | { message: string } {
  try {
    return { value: read() };
  } catch (error) {
    return { message: error instanceof Error ? error.message : "" };
  }
}
