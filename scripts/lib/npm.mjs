// npm called from a script that npm itself may have started.
import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";

import { binFolder, projectEnvironment } from "./node.mjs";

/** What npm tells its scripts about the run they belong to; a nested run must not take it for its own. */
const INHERITED = /^npm_(package|lifecycle|command|config_(dry_run|global|omit|loglevel|ignore_scripts)$)/i;

/**
 * Packages' own install scripts are not run: none is needed, and the project's would start a second bootstrap.
 *
 * @param underProjectNode run npm under the Node that is installed in the project instead of the one outside it
 */
export function npm(root, args, { underProjectNode }) {
  const env = underProjectNode ? projectEnvironment(root) : environmentWithout(binFolder(root));
  for (const name of Object.keys(env)) if (INHERITED.test(name)) delete env[name];
  const { status, error } = spawnSync(
    "npm",
    [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      env,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  );
  if (error?.code === "ENOENT")
    throw new Error("npm is not on the PATH: install it (it comes with Node) and run the command again.");
  if (status !== 0) {
    throw new Error(
      `npm ${args[0]} failed (its messages are above). Most often the network or the disk is the reason: ` +
        "correct that and run the command again.",
    );
  }
}

/** node_modules/.bin is about to be replaced: the Node in it must not be the one that npm runs under. */
function environmentWithout(folder) {
  const path = (process.env.PATH ?? "").split(delimiter).filter((entry) => entry !== folder);
  return { ...process.env, PATH: path.join(delimiter) };
}
