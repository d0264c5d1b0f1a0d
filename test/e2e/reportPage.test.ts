import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";

import { alliance, temporaryFolders } from "../cli/support/alliance.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Run } from "../cli/support/alliance.ts";

const SITUATIONS = [1, 2, 3, 4, 5];

describe("the report, as a reader gets it", () => {
  const folders = temporaryFolders();
  let run: Run;
  let file: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];

  before(async function () {
    this.timeout(240_000);
    const cwd = folders.create();
    run = await alliance(["report", "--out", "results"], { cwd });
    expect(run.code, run.stderr).to.equal(0);
    file = join(cwd, "results", "report", "index.html");
    browser = await launchBrowser();
    page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  });
  after(async () => {
    await browser?.close();
    folders.remove();
  });

  it("is announced by a summary that names what was found, and where the report is", () => {
    const { stdout } = run;
    expect(stdout).to.contain(`Report: ${file}\n`);
    for (const found of [
      /3 settled and 1 supplier defaulted/,
      /No token was lost or made/,
      /The audit of 4 records found 1 bad one/,
      /The tampering with the record of deal 1 was found/,
      /All 40 payoffs .* equal Table II to the last unit/,
      /3 of 5 published results are artefacts of the simulation's step/,
    ]) {
      expect(stdout).to.match(found);
    }
    for (const i of SITUATIONS) expect(stdout).to.match(new RegExp(`^- Situation ${i}: the paper says`, "m"));
    const [, audit = ""] = /^Audit the story yourself: npx (alliance audit .+)$/m.exec(stdout) ?? [];
    expect(audit).to.contain(join("results", "story", "evidence.json"));
  });

  it("opens without a complaint, and without asking for anything but itself", () => {
    expect(complaints).to.deep.equal([]);
    expect(requests).to.deep.equal([pathToFileURL(file).href]);
  });

  it("shows every figure, each with a name for those who do not see it", async () => {
    const figures = await page.locator("figure svg[role=img], figure > svg").all();
    expect(figures.length).to.be.at.least(1 + 3 * SITUATIONS.length);
    for (const figure of figures) {
      const box = await figure.boundingBox();
      expect(box?.width ?? 0).to.be.greaterThan(100);
      expect(box?.height ?? 0).to.be.greaterThan(60);
      expect(await figure.isVisible()).to.equal(true);
      expect(await figure.locator("title").first().textContent()).to.match(/\w/);
    }
    const captions = await page.locator("figcaption").allTextContents();
    for (const caption of captions) expect(caption.trim().length).to.be.greaterThan(10);
  });

  it("has headings in order: one title, and no level left out", async () => {
    const levels = await page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((headings) => headings.map((h) => Number(h.tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).to.have.length(1);
    expect(levels[0]).to.equal(1);
    for (const [i, level] of levels.entries()) if (i > 0) expect(level).to.be.at.most((levels[i - 1] ?? 0) + 1);
    expect(await page.locator("html").getAttribute("lang")).to.equal("en");
    expect(await page.title()).to.match(/\w/);
  });

  it("has no id twice, and every link leads somewhere", async () => {
    const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).to.deep.equal([]);
    const links = await page
      .locator("a[href]")
      .evaluateAll((anchors) => anchors.map((a) => a.getAttribute("href") ?? ""));
    expect(links.length).to.be.greaterThan(40);
    for (const link of links) {
      if (link.startsWith("#")) expect(ids, link).to.include(link.slice(1));
      else if (!link.startsWith("https:")) expect(existsSync(join(dirname(file), link)), link).to.equal(true);
    }
  });

  it("offers each figure's data in forms that programs read", async () => {
    const links = await page
      .locator("a[href^='figures/']")
      .evaluateAll((anchors) => anchors.map((a) => a.getAttribute("href") ?? ""));
    for (const link of links) {
      const text = readFileSync(join(dirname(file), link), "utf8");
      if (link.endsWith(".json")) expect(() => JSON.parse(text) as unknown, link).not.to.throw();
      if (link.endsWith(".csv")) expect(text.split("\r\n").length, link).to.be.greaterThan(1);
      if (link.endsWith(".svg")) expect(text, link).to.match(/^(<\?xml.*\?>\s*)?<svg /);
    }
  });

  it("says on the page what the summary says", async () => {
    const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
    for (const line of run.stdout.split("\n").filter((found) => found.startsWith("- "))) {
      expect(text).to.contain(line.slice(2).replace(/\s+/g, " "));
    }
  });

  for (const width of [360, 768]) {
    it(`fits a screen that is ${width} pixels wide, without scrolling sideways`, async () => {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).to.equal(0);
      expect(complaints).to.deep.equal([]);
    });
  }

  it("can be read in the dark: text stands out from its ground", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    const colours: unknown = await page.evaluate(
      "(() => { const s = getComputedStyle(document.body); return [s.color, getComputedStyle(document.documentElement).backgroundColor, s.backgroundColor]; })()",
    );
    await page.emulateMedia({ colorScheme: "light" });
    expect(colours).to.be.an("array");
    const [text, ...grounds] = (colours as string[]).map(brightness);
    const ground = grounds.find((value) => value !== undefined) ?? 1;
    expect(Math.abs((text ?? 0) - ground)).to.be.greaterThan(0.4);
  });

  it("can be read from the keyboard: the first stop leads past everything to the content", async () => {
    await page.keyboard.press("Tab");
    const focused: unknown = await page.evaluate("document.activeElement?.getAttribute('href')");
    expect(focused).to.equal("#main");
  });
});

/** From 0, black, to 1, white; undefined for what is transparent. */
function brightness(colour: string): number | undefined {
  const [r = 0, g = 0, b = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 ? undefined : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}
