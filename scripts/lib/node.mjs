// Which Node runs what. Dependency-free and readable by an old Node, so that it can say that it is too old.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Node that starts the scripts; only npm runs under it. */
const OLDEST_STARTER = 20;
/** Node that runs the project: the one npm installs, or the user's own where npm has none for the platform. */
const OLDEST_RUNTIME = 24;

const major = Number(process.versions.node.split(".")[0]);

if (major < OLDEST_STARTER) {
  console.error(
    `chain-alliance needs Node ${OLDEST_STARTER} or newer to start, this is ${process.version}: update Node and run the command again.`,
  );
  process.exit(1);
}

export const binFolder = (root) => join(root, "node_modules", ".bin");

/** Path of the Node that runs the project, or undefined when there is none yet. */
export function runtimeNode(root) {
  const local = join(binFolder(root), process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(local)) return local;
  return major >= OLDEST_RUNTIME ? process.execPath : undefined;
}

export function requireRuntimeNode(root) {
  const node = runtimeNode(root);
  if (node !== undefined) return node;
  throw new Error(
    `npm offers no Node ${OLDEST_RUNTIME} for ${process.platform}-${process.arch}, and ${process.version} is too old: ` +
      `install Node ${OLDEST_RUNTIME} or newer and run the command again.`,
  );
}

/** Environment in which `node` and every installed command resolve to the project's own. */
export function projectEnvironment(root) {
  return { ...process.env, PATH: binFolder(root) + delimiter + (process.env.PATH ?? "") };
}
