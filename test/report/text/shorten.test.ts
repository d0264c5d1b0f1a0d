import { expect } from "chai";
import { describe, it } from "mocha";

import { shorten } from "#report/text/shorten.ts";

describe("shorten", () => {
  it("cuts long texts between characters, and leaves short ones", () => {
    expect(shorten("abcdef", 6)).to.equal("abcdef");
    expect(shorten("abc def", 5)).to.equal("abc\u2026");
    expect(shorten("\u{1F600}\u{1F600}\u{1F600}", 2)).to.equal("\u{1F600}\u2026");
  });
});
