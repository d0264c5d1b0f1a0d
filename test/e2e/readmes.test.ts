import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { expect } from "chai";
import { describe, it } from "mocha";

const ROOT = resolve(".");

/** Every folder of contracts/ and src/ that a reader opens; generated code and a model's or report's inner parts aside. */
function folders(): string[] {
  const inner = (parent: string) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(parent, name));
  return ["contracts", ...inner("contracts"), ...inner("src")];
}

/** The blocks of a page that are fenced as `language`. */
function blocks(page: string, language: string): string[] {
  const fences = readFileSync(page, "utf8").matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"));
  return [...fences].map(([, block = ""]) => block);
}

describe("the READMEs", () => {
  for (const folder of folders()) {
    it(`${folder} says what it is for on at most 30 lines`, () => {
      const page = join(folder, "README.md");
      expect(existsSync(page), page).to.equal(true);
      expect(readFileSync(page, "utf8").trimEnd().split("\n").length).to.be.at.most(30);
    });
  }

  for (const folder of folders().filter((name) => existsSync(join(name, "README.md")))) {
    for (const [i, example] of blocks(join(folder, "README.md"), "ts").entries()) {
      it(`${folder}: example ${i + 1} runs`, () => {
        mkdirSync("out", { recursive: true });
        // Inside the project, so that imports resolve; the example's own files stay in this folder.
        const place = mkdtempSync(join(ROOT, "out", "example-"));
        try {
          const file = join(place, "example.ts");
          writeFileSync(file, example);
          const loader = join(ROOT, "node_modules", "tsx", "dist", "loader.mjs");
          execFileSync(process.execPath, ["--import", loader, file], { cwd: place, stdio: "pipe" });
        } finally {
          rmSync(place, { recursive: true, force: true });
        }
      }).timeout(60_000);
    }
  }

  it("README.md: every alliance command does what it says", () => {
    const place = mkdtempSync(join(tmpdir(), "alliance-readme-"));
    try {
      const commands = blocks("README.md", "sh")
        .flatMap((block) => block.split("\n"))
        .flatMap((line) => /^npm run alliance -- (.+)$/.exec(line)?.[1] ?? []);
      expect(commands.length).to.be.greaterThan(5);
      for (const command of commands) {
        const run = spawnSync(process.execPath, [join(ROOT, "scripts", "alliance.mjs"), ...command.split(" ")], {
          cwd: place,
          encoding: "utf8",
        });
        // The story leaves one record tampered with, which the audit must find.
        expect(run.status, `${command}\n${run.stdout}${run.stderr}`).to.equal(command.startsWith("audit") ? 5 : 0);
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }).timeout(120_000);
});
