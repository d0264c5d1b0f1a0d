import { expect } from "chai";
import { describe, it } from "mocha";
import { jsonPath, printable } from "#records/text.ts";

describe("printable", () => {
  it("escapes what a terminal obeys and what turns the direction of text, and keeps all other text", () => {
    expect(printable("\u001b[2J\u0007\u009b\u202e\u2028\ud83d")).to.equal(
      "\\u{1b}[2J\\u{7}\\u{9b}\\u{202e}\\u{2028}\\u{d83d}",
    );
    expect(printable("Güteklasse I 🍅 株")).to.equal("Güteklasse I 🍅 株");
  });
});

describe("jsonPath", () => {
  it("writes indices, plain names and quoted names", () => {
    expect(jsonPath([])).to.equal("$");
    expect(jsonPath(["items", 0, "sku"])).to.equal("$.items[0].sku");
    expect(jsonPath(["0", "odd key", "", 'a"b', "\u001b"])).to.equal('$["0"]["odd key"][""]["a\\"b"]["\\u001b"]');
  });
});
