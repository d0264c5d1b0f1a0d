import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { reportCommand } from "#cli/report.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";
import type { Run } from "./support/alliance.ts";

describe("cli/report", () => {
  const folders = temporaryFolders();
  let cwd: string;
  let run: Run;
  before(async function () {
    this.timeout(120_000);
    cwd = folders.create();
    run = await alliance(["report", "--out", "results", "--json"], { cwd });
  });
  after(() => folders.remove());

  it("prints what was found as one document, and where the report is", () => {
    expect(run.code, run.stderr).to.equal(0);
    const { summary, report } = JSON.parse(run.stdout);
    expect(report).to.equal(join(cwd, "results", "report", "index.html"));
    expect(existsSync(report)).to.equal(true);
    expect(summary).to.be.an("array").with.length.at.least(8);
    expect(summary.join("\n")).not.to.match(/MISSED|DO NOT ADD UP|DIFFER/);
    expect(run.stderr).to.match(/^measuring and analysing Situation 5$/m);
  });

  it("leaves the story, a measurement of every situation, and a page with its figures", () => {
    const folder = join(cwd, "results");
    expect(readdirSync(folder).sort()).to.deep.equal(["measured", "report", "story"]);
    expect(readdirSync(join(folder, "measured"))).to.deep.equal([1, 2, 3, 4, 5].map((i) => `situation-${i}.json`));
    expect(readdirSync(join(folder, "report")).sort()).to.deep.equal([".made-by-alliance", "figures", "index.html"]);
    for (const name of readdirSync(join(folder, "report", "figures"))) {
      expect(readFileSync(join(folder, "report", "figures", name)).length, name).to.be.greaterThan(20);
    }
  });

  it("measures each situation from a chain of its own, so that each is the same alone", async () => {
    const alone = await alliance(["measure", "two-party", "--json"], { cwd });
    const { title, ...measured } = JSON.parse(
      readFileSync(join(cwd, "results", "measured", "situation-1.json"), "utf8"),
    );
    const { title: other, ...single } = JSON.parse(alone.stdout);
    expect(measured).to.deep.equal(single);
    expect([title, other]).to.deep.equal(["Situation 1, measured", "two-party, measured"]);
  });

  it("refuses options that it does not have, and then does nothing", async () => {
    const out = join(cwd, "untouched");
    for (const args of [["--seed", "x"], ["--frobnicate"], ["more"]]) {
      expect((await refusal(reportCommand(), [...args, "--out", out])).code).to.equal(2);
    }
    expect(existsSync(out)).to.equal(false);
  });
});
