import { expect } from "chai";
import { describe, it } from "mocha";

import { STYLE } from "#report/page/style.ts";

describe("STYLE", () => {
  it("fetches nothing, cannot leave its element, and serves the dark and the printed page", () => {
    expect(STYLE).to.not.match(/url\(|@import|@font-face|<\//);
    expect(STYLE)
      .to.contain("prefers-color-scheme: dark")
      .and.to.contain("@media print")
      .and.to.contain(":focus-visible");
    expect(STYLE.split("{").length).to.equal(STYLE.split("}").length);
  });
});
