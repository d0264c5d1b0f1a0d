import { expect } from "chai";
import { describe, it } from "mocha";

import { markup } from "#report/text/markup.ts";

describe("markup", () => {
  it("escapes values, keeps markup, joins lists", () => {
    const cells = ["<i>", "&"].map((text) => markup`<td>${text}</td>`);
    expect(markup`<tr title="${'"'}">${cells}${7}</tr>`.markup).to.equal(
      '<tr title="&quot;"><td>&lt;i&gt;</td><td>&amp;</td>7</tr>',
    );
  });
});
