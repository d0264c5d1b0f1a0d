import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { escapeMarkup } from "#report/text/escapeMarkup.ts";

const HOSTILE = `"><script>alert('x')</script>&amp; \u0000\u0008\uFFFF \uD800 ok \u{1F600}`;

describe("escapeMarkup", () => {
  it("escapes what has a meaning in markup, and nothing else", () => {
    expect(escapeMarkup(`a<b>&"'`)).to.equal("a&lt;b&gt;&amp;&quot;&#39;");
    expect(escapeMarkup("Müller & Söhne, 3 €\n")).to.equal("Müller &amp; Söhne, 3 €\n");
  });

  it("gives content and attributes that an XML parser reads back, forbidden characters replaced", () => {
    const xml = `<a title="${escapeMarkup(HOSTILE)}">${escapeMarkup(HOSTILE)}</a>`;
    const { documentElement } = new JSDOM(xml, { contentType: "text/xml" }).window.document;
    const forbidden = ["\u0000", "\u0008", "\uFFFF", "\uD800"];
    const readable = forbidden.reduce((text, character) => text.replace(character, "\uFFFD"), HOSTILE);
    expect(documentElement.textContent).to.equal(readable);
    expect(documentElement.getAttribute("title")).to.equal(readable);
    expect(documentElement.children.length).to.equal(0);
  });
});
