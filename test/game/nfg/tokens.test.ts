import { syntaxError, tokensOf } from "#game/nfg/tokens.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";

const show = (text: string) => tokensOf(text, "g.nfg").map(({ kind, text: value }) => `${kind}:${value}`);

describe("nfg/tokens", () => {
  it("tells braces, commas, quoted texts, numbers and words apart, with or without space between", () => {
    expect(show('NFG 1{"a" "b"}3,-4')).to.deep.equal([
      "symbol:NFG",
      "number:1",
      "{:{",
      "text:a",
      "text:b",
      "}:}",
      "number:3",
      ",:,",
      "number:-4",
      "end:",
    ]);
  });

  it("takes integers, decimals and quotients for numbers, and nothing else", () => {
    for (const number of ["0", "-7", "+2", ".5", "5.", "1.25", "1e3", "2.5E-7", "2/3", "-1/3"]) {
      expect(show(number)[0], number).to.equal(`number:${number}`);
    }
    for (const word of ["NaN", "Infinity", "1.2.3", "1/2/3", "1/-2", "0x10", "--1", "1e", ".", "/2", "1/"]) {
      expect(show(word)[0], word).to.equal(`symbol:${word}`);
    }
  });

  it("reads a quoted text to its end: escaped quotes, backslashes, line breaks", () => {
    expect(show('"say \\"hi\\" \\n" "two\nlines" "" "\\\\" x"')).to.deep.equal([
      'text:say "hi" \\n',
      "text:two\nlines",
      "text:",
      'text:\\" x',
      "end:",
    ]);
  });

  it("knows line and column of each, also behind a text of several lines and a byte order mark", () => {
    const places = tokensOf('\uFEFFa\n  "b\nc" d\r\n\n   e', "g").map(({ line, column }) => [line, column]);
    expect(places.slice(1)).to.deep.equal([
      [2, 3],
      [3, 4],
      [5, 4],
      [5, 5],
    ]);
  });

  it("refuses a text without an end, where it begins", () => {
    expectRefusal(() => tokensOf('NFG\n "a\\"', "g.nfg"), "usage", /g\.nfg: line 2 column 2: .*does not end/);
    expect(syntaxError("s", { line: 3, column: 4 }, "x").message).to.equal("s: line 3 column 4: x");
  });
});
