import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { expect } from "chai";
import { describe, it } from "mocha";

/** A project with this project's configuration and one contract of its own; builds it. */
function build(body: string): { readonly status: number | null; readonly output: string } {
  const place = mkdtempSync(join(tmpdir(), "alliance-warnings-"));
  try {
    copyFileSync("hardhat.config.ts", join(place, "hardhat.config.ts"));
    for (const shared of ["node_modules", "scripts"]) symlinkSync(resolve(shared), join(place, shared));
    writeFileSync(join(place, "package.json"), JSON.stringify({ name: "probe", type: "module" }));
    mkdirSync(join(place, "contracts"));
    const source = `// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\ncontract Probe {\n${body}\n}\n`;
    writeFileSync(join(place, "contracts", "Probe.sol"), source);
    const hardhat = join(place, "node_modules", "hardhat", "dist", "src", "cli.js");
    // Hardhat tells its own children, in the environment, which project they belong to.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(HARDHAT_|NODE_OPTIONS)/.test(name)),
    );
    const run = spawnSync(process.execPath, [hardhat, "build"], { cwd: place, env, encoding: "utf8" });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

describe("compiler warnings", () => {
  it("are errors: an unused variable stops the build", () => {
    const { status, output } = build("function f() external pure returns (uint256) { uint256 unused = 1; return 2; }");
    expect(output).to.contain("Unused local variable");
    expect(status).to.equal(1);
  }).timeout(60_000);

  it("are errors: a contract too large for a chain stops the build", () => {
    // Bytes that the compiler cannot shorten.
    let block = createHash("sha512").update("seed").digest();
    let bytes = "";
    while (bytes.length < 2 * 26_000) {
      block = createHash("sha512").update(block).digest();
      bytes += block.toString("hex");
    }
    const { status, output } = build(`function f() external pure returns (bytes memory) { return hex"${bytes}"; }`);
    expect(output).to.contain("exceeds");
    expect(status).to.equal(1);
  }).timeout(60_000);

  it("are all that stops it: the same contract without them is built", () => {
    const { status, output } = build("function f() external pure returns (uint256) { return 2; }");
    expect(status, output).to.equal(0);
  }).timeout(60_000);
});
