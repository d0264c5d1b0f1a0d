import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { serialize } from "#report/svg/serialize.ts";

function drawn(content: string): Element {
  const svg = new JSDOM(`<svg>${content}</svg>`).window.document.querySelector("svg");
  if (svg === null) throw new Error("no drawing");
  return svg;
}

describe("serialize", () => {
  it("renames ids and what refers to them", () => {
    const root = drawn(
      '<clipPath id="plot-clip-17"></clipPath><g clip-path="url(#plot-clip-17)"></g><g fill="url(#x)"></g>',
    );
    expect(serialize(root, "story-1-")).to.equal(
      '<clipPath id="story-1-1"/><g clip-path="url(#story-1-1)"/><g fill="url(#x)"/>',
    );
  });

  it("rounds coordinates and nothing else", () => {
    expect(serialize(drawn('<path d="M1.23456,-0.001L2,3" stroke-opacity="0.12345"></path>'), "")).to.equal(
      '<path d="M1.23,0L2,3" stroke-opacity="0.12345"/>',
    );
  });

  it("writes XML, also where HTML has names of its own, and drops styles and labels of parts", () => {
    expect(serialize(drawn('<style>x</style><text aria-label="y">a&nbsp;&lt;b&gt;</text>'), "")).to.equal(
      "<text>a\u00a0&lt;b&gt;</text>",
    );
  });
});
