import { createHash } from "node:crypto";

import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { buildReport, type Report } from "#report/report.ts";
import { expectSound, marksIn } from "./support/inspect.ts";
import { newDocument, offByOneUnit, sampleInput } from "./support/sampleInput.ts";

const HOSTILE = `=cmd()"><script>alert('x')</script><img src=x onerror=y>&`;

function pageOf({ html }: Report): Document {
  return new JSDOM(html).window.document;
}

function digest({ html, figures }: Report): string {
  return createHash("sha256")
    .update(JSON.stringify([html, figures]))
    .digest("hex");
}

describe("buildReport", function () {
  this.timeout(60_000);
  const input = sampleInput();
  const report = buildReport(input, newDocument());
  const page = pageOf(report);

  it("draws the story, and for each situation payoffs, trajectories and a phase portrait, all sound", () => {
    const situations = input.situations.flatMap((_, index) =>
      ["payoffs", "trajectories", "phase-portrait"].map((kind) => `${kind}-situation-${index + 1}`),
    );
    expect(report.figures.map(({ name }) => name)).to.deep.equal(["story", ...situations]);
    report.figures.forEach(expectSound);
  });

  it("gives the same bytes for the same input, also in the same document again", () => {
    const document = newDocument();
    const once = digest(buildReport(input, document));
    expect(digest(buildReport(input, document))).to.equal(once);
    expect(digest(report)).to.equal(once);
  });

  it("is one page without any other request than its own data files", () => {
    const rest = report.html.replaceAll(' xmlns="http://www.w3.org/2000/svg"', "");
    expect(rest).to.not.match(/https?:|\/\/[a-z]|@import|url\((?!#)/i);
    expect(page.querySelectorAll("script, link, img, iframe, object, base, form").length).to.equal(0);
    const links = [...page.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
    for (const link of links) expect(link).to.match(/^#[a-z-]+$|^figures\/[a-z0-9-]+\.(?:svg|csv|json)$/);
    for (const { name } of report.figures)
      expect(links).to.include.members([`figures/${name}.svg`, `figures/${name}.csv`]);
  });

  it("can be found one's way in: ids are unique, links inside have targets, headings descend one by one", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const targets = [...page.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")?.slice(1));
    expect(ids).to.include.members(targets);
    const referred = [...page.querySelectorAll("[aria-labelledby], [aria-describedby]")].flatMap((element) =>
      ["aria-labelledby", "aria-describedby"].flatMap((name) => element.getAttribute(name) ?? []),
    );
    expect(ids).to.include.members(referred);
    const levels = [...page.querySelectorAll("h1, h2, h3, h4")].map(({ localName }) => Number(localName.slice(1)));
    levels.forEach((level, index) => expect(level).to.be.at.most((levels[index - 1] ?? 0) + 1));
    expect(page.documentElement.lang).to.equal("en");
    expect(page.querySelectorAll(".card[tabindex='0'] > svg[role=img]").length).to.equal(report.figures.length);
  });

  it("marks a payoff that is off by one unit, and only then", () => {
    expect(page.querySelectorAll("td.bad.number").length).to.equal(0);
    const off = pageOf(buildReport(offByOneUnit(input), newDocument()));
    const marked = [...off.querySelectorAll("td.bad.number, td.number.bad")].map(({ textContent }) => textContent);
    expect(marked).to.deep.equal(["7 of 8", "\u2260 +1"]);
  });

  it("carries no text of a member as markup, and runs none in a spreadsheet", () => {
    const text = JSON.stringify(input).replaceAll("Supplier 1", JSON.stringify(HOSTILE).slice(1, -1));
    const hostile = buildReport({ ...input, ...JSON.parse(text) }, newDocument());
    hostile.figures.forEach(expectSound);
    expect(pageOf(hostile).querySelectorAll("script, img, [onerror]").length).to.equal(0);
    expect(pageOf(hostile).body.textContent).to.contain(HOSTILE);
    const [story] = hostile.figures;
    expect(story?.csv)
      .to.contain(`"'=cmd()""><script>`)
      .and.not.match(/(?:^|,)"?=/m);
    expect(marksIn(story?.svg ?? "", "locked").length).to.equal(6);
  });

  it("keeps names of files harmless and apart", () => {
    const [first] = input.situations;
    if (first === undefined) throw new Error("no situation");
    const situations = ["../x", "X", "x"].map((name) => ({ ...first, name }));
    const { figures } = buildReport({ ...input, situations }, newDocument());
    const portraits = figures.map(({ name }) => name).filter((name) => name.startsWith("phase"));
    expect(portraits).to.deep.equal(["phase-portrait-x", "phase-portrait-x-2", "phase-portrait-x-3"]);
  });

  it("is there for a story in which nothing happened, too", () => {
    const story = { members: [], steps: [], deals: [], tokensBefore: "0", tokensAfter: "0" };
    const { html } = buildReport({ story, findings: [], situations: [], generated: { version: "1" } }, newDocument());
    expect(html).to.not.match(/NaN|undefined|Infinity/);
  });
});
