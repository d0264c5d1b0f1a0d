import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { auditCommand } from "#cli/audit.ts";
import type { AuditFinding } from "#domain/record.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

describe("cli/audit", () => {
  const folders = temporaryFolders();
  let cwd: string;
  let files: string[];
  before(async () => {
    cwd = folders.create();
    expect((await alliance(["story", "--out", "."], { cwd })).code).to.equal(0);
    files = readdirSync(join(cwd, "store"), { recursive: true, encoding: "utf8" }).filter((name) => /0x/.test(name));
  });
  after(() => folders.remove());

  const audit = (store: string) =>
    alliance(["audit", "--evidence", "evidence.json", "--store", store, "--json"], { cwd });

  it("finds the record that was tampered with, and says which", async () => {
    const { code, stdout, stderr } = await audit("store");
    expect({ code, stderr }).to.deep.equal({ code: 5, stderr: "" });
    const { ok, findings } = JSON.parse(stdout);
    expect(ok).to.equal(false);
    expect(findings.map(({ dealId, verdict }: AuditFinding) => [dealId, verdict])).to.deep.equal([
      ["1", "mismatch"],
      ["2", "ok"],
      ["3", "ok"],
      ["4", "ok"],
    ]);
  });

  it("is content when the right bytes are back, and finds what is missing", async () => {
    cpSync(join(cwd, "store"), join(cwd, "mended"), { recursive: true });
    const evidence: { agreements: { commitment: string }[] }[] = JSON.parse(
      readFileSync(join(cwd, "evidence.json"), "utf8"),
    );
    const [tampered, other] = evidence.map(({ agreements }) => agreements[0]?.commitment ?? "none");
    const pathOf = (commitment = "none") =>
      join(cwd, "mended", files.find((name) => name.endsWith(commitment)) ?? "none");
    const text = readFileSync(pathOf(tampered), "utf8");
    writeFileSync(pathOf(tampered), text.replaceAll('"quantity":"4"', '"quantity":"5"'));
    const mended = await audit("mended");
    expect(mended.code, mended.stdout).to.equal(0);
    expect(JSON.parse(mended.stdout).ok).to.equal(true);

    rmSync(pathOf(other));
    const missing = await audit("mended");
    expect(missing.code).to.equal(5);
    expect(JSON.parse(missing.stdout).findings[1]).to.include({ dealId: "2", verdict: "missing" });
    copyFileSync(pathOf(tampered), pathOf(other));
    expect(JSON.parse((await audit("mended")).stdout).findings[1]).to.include({ verdict: "mismatch" });
  });

  it("says in a line what it found of each record, and how many are not ok", async () => {
    const args = ["audit", "--evidence", "evidence.json", "--store", "store"];
    const { code, stdout } = await alliance(args, { cwd });
    expect(code).to.equal(5);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).to.have.length(5);
    expect(lines[0]).to.match(/^deal 1: mismatch\. The stored record is not the one that was signed/);
    expect(lines[3]).to.match(/^deal 4: ok\. /);
    expect(lines[4]).to.equal("4 records audited, 1 not ok");
  });

  it("refuses what it cannot audit: no verdict is better than a wrong one", async () => {
    const store = join(cwd, "store");
    const evidence = join(cwd, "evidence.json");
    const junk = join(folders.create(), "junk.json");
    writeFileSync(junk, "x".repeat(1_000_000));
    const cases: readonly (readonly [number, string[], RegExp])[] = [
      [2, ["--store", store], /say where the evidence comes from/],
      [2, ["--store", store, "--rpc", "http://127.0.0.1:9"], /--deployment/],
      [2, ["--store", store, "--deployment", evidence], /--rpc/],
      [2, ["--store", store, "--evidence", evidence, "--rpc", "http://127.0.0.1:9"], /say where/],
      [2, ["--evidence", evidence], /required option '--store/],
      [2, ["--store", store, "--evidence", junk], /is not an evidence file/],
      [2, ["--store", store, "--evidence", join(cwd, "story.json")], /is not an evidence file/],
      [4, ["--store", store, "--evidence", "none.json"], /cannot read none\.json/],
      [4, ["--store", join(cwd, "nowhere"), "--evidence", evidence], /no store of records/],
      [
        6,
        ["--store", store, "--rpc", "http://127.0.0.1:9", "--deployment", join(cwd, "deployment.json")],
        /no chain answers/,
      ],
    ];
    for (const [exitCode, args, message] of cases) {
      const { code, text } = await refusal(auditCommand(), args);
      expect(code, args.join(" ")).to.equal(exitCode);
      expect(text, args.join(" ")).to.match(message);
    }
    expect(readdirSync(cwd)).not.to.include("nowhere");
  });
});
