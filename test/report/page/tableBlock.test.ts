import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { tableBlock } from "#report/page/tableBlock.ts";

describe("tableBlock", () => {
  const { markup } = tableBlock({
    caption: "<Deals>",
    columns: [{ title: "Deal" }, { title: "Price", kind: "number" }],
    rows: [
      ["<1>", "5"],
      ["2", { text: "-5", mark: "bad" }],
    ],
  });
  const { document } = new JSDOM(markup).window;

  it("has a caption, headed columns and headed rows", () => {
    expect(document.querySelector("caption")?.textContent).to.equal("<Deals>");
    expect([...document.querySelectorAll("th[scope=col]")].map((cell) => cell.textContent)).to.deep.equal([
      "Deal",
      "Price",
    ]);
    expect([...document.querySelectorAll("th[scope=row]")].map((cell) => cell.textContent)).to.deep.equal(["<1>", "2"]);
    expect(document.querySelector("td.bad")?.className).to.equal("number bad");
  });

  it("can be scrolled by keyboard, under its name", () => {
    const scroll = document.querySelector(".scroll");
    expect(scroll?.getAttribute("tabindex")).to.equal("0");
    expect(scroll?.getAttribute("aria-label")).to.equal("<Deals>");
  });
});
