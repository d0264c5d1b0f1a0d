import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { expect } from "chai";
import { describe, it } from "mocha";

/** The environment of a newcomer: nothing that npm or this project put into it. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_OPTIONS|TSX_|INIT_CWD|HARDHAT_)/i.test(name),
  );
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), CI: "true" };
}

describe("a newcomer's first minutes", () => {
  it("npm start works where nothing is installed, and needs no set-up the second time", () => {
    const clone = mkdtempSync(join(tmpdir(), "alliance-clone-"));
    const env = newcomersEnvironment();
    const run = (...args: string[]) => spawnSync("npm", args, { cwd: clone, env, encoding: "utf8" });
    try {
      const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { encoding: "utf8" });
      for (const file of files.split("\0").filter((name) => name !== "" && existsSync(name))) {
        cpSync(file, join(clone, file));
      }

      const first = run("start");
      expect(first.status, first.stdout + first.stderr).to.equal(0);
      const [, page = ""] = /^Report: (.+)$/m.exec(first.stdout) ?? [];
      expect(page).to.equal(join(clone, "out", "report", "index.html"));
      expect(existsSync(page)).to.equal(true);
      const drawn = readFileSync(join(clone, "out", "report", "figures", "phase-portrait-situation-5.svg"), "utf8");
      const kept = readFileSync("docs/phase-portrait.svg", "utf8");
      expect(drawn === kept, "the picture of README.md is the one that npm start draws").to.equal(true);

      const second = run("run", "--silent", "alliance", "--", "model", "two-party");
      expect(second.status, second.stderr).to.equal(0);
      expect(second.stderr).to.equal("");
      expect(JSON.parse(second.stdout).players).to.have.length(2);
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  }).timeout(600_000);
});
