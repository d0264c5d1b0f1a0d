// `npm run check`: everything that is wrong with the sources without running them. All steps run; a failing one shows why.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { bootstrap, root } from "./lib/bootstrap.mjs";
import { findEvasions } from "./lib/evasions.mjs";
import { lockProblems } from "./lib/lockfile.mjs";
import { projectEnvironment } from "./lib/node.mjs";

const json = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));

/** A step is a command, or a function that returns complaints. */
const steps = {
  "format (prettier)": ["prettier", "--check", "--log-level=warn", "."],
  "contracts (solhint)": ["solhint", "--noPoster", "--disc", "--max-warnings=0", "contracts/**/*.sol", "test/**/*.sol"],
  "lint, arrows (oxlint)": ["oxlint"],
  "types (tsc)": ["tsc", "--noEmit"],
  "unused code (knip)": ["knip"],
  "lock file": () => lockProblems(json("package-lock.json"), json("package.json")),
  "ways around the rules": () => findEvasions(root),
};

/** What a step has to say against the sources; empty when it is content. */
function complaintsOf(step) {
  if (typeof step === "function") return step().join("\n");
  const [command, ...args] = step;
  const options = { cwd: root, env: projectEnvironment(root), encoding: "utf8", shell: process.platform === "win32" };
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return status === 0 ? "" : `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trim() || `exit code ${status}`;
}

bootstrap();
const failed = [];
for (const [name, step] of Object.entries(steps)) {
  const start = performance.now();
  const complaints = complaintsOf(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${complaints === "" ? "ok  " : "FAIL"}  ${name}  ${seconds} s`);
  if (complaints === "") continue;
  failed.push(name);
  console.log(complaints.replace(/^/gm, "      "));
}
console.log(
  failed.length === 0 ? "check: all is well" : `check: ${failed.length} of ${Object.keys(steps).length} steps failed`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
