// Makes node_modules complete for the Node that runs the project, and remembers that it is.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { binFolder, projectEnvironment, requireRuntimeNode, runtimeNode } from "./node.mjs";
import { npm } from "./npm.mjs";
import { fingerprint, missingPackages, read, recordMatchesLock, sha256 } from "./tree.mjs";

const PROBE = fileURLToPath(new URL("./probe.mjs", import.meta.url));

const stampFile = (root) => join(root, "node_modules", ".bootstrap");

/** Whose Node runs the project: a system Node of another major version needs other native parts. */
function runtimeName(root) {
  const node = runtimeNode(root);
  if (node === undefined) return "none";
  return node.startsWith(binFolder(root)) ? "own" : `system ${process.versions.node.split(".")[0]}`;
}

/** What an install depends on. */
function installKey(root) {
  return sha256(readFileSync(join(root, "package-lock.json")), process.platform, process.arch, runtimeName(root));
}

const stampOf = (root) => `${installKey(root)} ${fingerprint(join(root, "node_modules"))}\n`;

export const isInstalled = (root) => read(stampFile(root)) === stampOf(root);

/** Installs what is missing. Throws an Error that says what to do. */
export function install(root, say) {
  const damaged = read(stampFile(root)).startsWith(installKey(root));
  if (!damaged && recordMatchesLock(root) && complete(root, say) === undefined) return stamp(root);
  if (damaged) say("node_modules is not as it was installed");
  say("installing dependencies (npm ci), about half a minute");
  npm(root, ["ci", "--include=dev", "--include=optional"], { underProjectNode: false });
  finish(root, say);
}

/** After npm has installed: adds what an old Node made it skip, and makes sure that the tree works. */
export function finish(root, say) {
  requireRuntimeNode(root);
  const complaint = complete(root, say);
  if (complaint !== undefined) {
    throw new Error(
      `the installed dependencies do not work:\n${complaint}\nDelete node_modules and run the command again.`,
    );
  }
  stamp(root);
}

function stamp(root) {
  writeFileSync(stampFile(root), stampOf(root));
}

/** Adds packages that are wanted and absent; returns what still does not load, or undefined when all is well. */
function complete(root, say) {
  if (missingPackages(root).length === 0) {
    const complaint = probe(root);
    if (complaint === undefined) return undefined;
  }
  if (runtimeNode(root) === undefined) return "there is no Node to run it";
  say("adding the packages that npm left out");
  npm(root, ["install", "--no-save"], { underProjectNode: true });
  return probe(root);
}

/** Loads the parts that fail when an install is broken, under the Node that will run them. */
function probe(root) {
  const node = runtimeNode(root);
  if (node === undefined) return "there is no Node to run it";
  const { status, stderr, error } = spawnSync(node, [PROBE], {
    cwd: root,
    env: projectEnvironment(root),
    encoding: "utf8",
  });
  return status === 0 ? undefined : stderr?.trim() || String(error ?? "it stopped without a message");
}
