// The two test runners of Hardhat, and the truth about how many of their tests passed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { projectEnvironment, requireRuntimeNode } from "./node.mjs";

/** A runner's closing summary, one kind a line: `  12 passing (3s)`. The last such line of a kind counts. */
const SUMMARY = /^ *(\d+) (passing|failing|pending|skipped)(?: \(.*\))?$/;

/**
 * Counts of one run. A run that ended badly without naming a failed test, or without a summary, has failed once more.
 *
 * @param output all that the runner printed
 * @param status its exit code, null when a signal ended it
 */
export function countTests(output, status) {
  const counts = { passing: 0, failing: 0, pending: 0, skipped: 0 };
  let summarised = false;
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    const [, count, kind] = SUMMARY.exec(line) ?? [];
    if (kind === undefined) continue;
    summarised ||= kind === "passing";
    counts[kind] = Number(count);
  }
  const crashed = !summarised || (status !== 0 && counts.failing === 0);
  return {
    passed: counts.passing,
    failed: counts.failing + (crashed ? 1 : 0),
    skipped: counts.pending + counts.skipped,
    crashed,
  };
}

/**
 * Runs `hardhat test RUNNER`, shows its output as it comes, and resolves to its counts.
 *
 * @param name `solidity` or `mocha`
 */
export function runTests(root, name, args) {
  const hardhat = join(root, "node_modules", "hardhat", "dist", "src", "cli.js");
  const child = spawn(requireRuntimeNode(root), [hardhat, "test", name, "--no-compile", ...args], {
    cwd: root,
    env: { ...projectEnvironment(root), ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks = [];
  child.stdout.on("data", (chunk) => {
    chunks.push(chunk);
    process.stdout.write(chunk);
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on("close", (status) => done(countTests(Buffer.concat(chunks).toString("utf8"), status)));
  });
}
