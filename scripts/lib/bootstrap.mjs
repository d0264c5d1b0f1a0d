// What every command calls first: a complete node_modules, compiled contracts, one process at a time.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, isBuilt } from "./contracts.mjs";
import { finish, install, isInstalled } from "./install.mjs";
import { withMutex } from "./mutex.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

const say = (text) => console.error(`bootstrap: ${text}`);

const alone = (work) =>
  withMutex(join(root, ".bootstrap.lock"), work, (pid) =>
    say(`waiting for process ${pid}, which is setting the project up`),
  );

/** Runs an action; an Error becomes a message and exit code 1. */
function orExplain(action) {
  try {
    action();
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

/**
 * Makes the project ready to run, or ends the process with the reason why it cannot be.
 *
 * @param parts what to compile, of `contracts` and `tests`
 */
export function bootstrap(parts = ["contracts"]) {
  orExplain(() => {
    if (!isInstalled(root)) alone(() => isInstalled(root) || install(root, say));
    for (const part of parts) if (!isBuilt(root, part)) alone(() => isBuilt(root, part) || build(root, part, say));
  });
}

/**
 * The same for an install that npm has just made by itself. npx too runs the postinstall script, in a clone where nothing
 * is installed yet: the command it is about to start sees to that.
 */
export function heal() {
  if (!existsSync(join(root, "node_modules", ".package-lock.json")) || isInstalled(root)) return;
  orExplain(() => alone(() => finish(root, say)));
}
