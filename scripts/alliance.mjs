#!/usr/bin/env node
// The `alliance` command: makes the project ready, then runs src/cli/main.ts under the project's Node. Nothing is printed
// on standard output here, so that it carries the command's own document only.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { isatty } from "node:tty";
import { pathToFileURL } from "node:url";

import { bootstrap, root } from "./lib/bootstrap.mjs";
import { projectEnvironment, requireRuntimeNode } from "./lib/node.mjs";

bootstrap();
const loader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
const main = join(root, "src", "cli", "main.ts");
const child = spawn(requireRuntimeNode(root), ["--import", loader, main, ...process.argv.slice(2)], {
  stdio: "inherit",
  // Found from any folder the command is called in.
  env: {
    ...projectEnvironment(root),
    TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
    HARDHAT_CONFIG: join(root, "hardhat.config.ts"),
  },
});

// A terminal sends its interrupt to both processes; only what was sent to this one alone is passed on.
const atTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !atTerminal) child.kill(signal);
  });
}
child.on("error", (error) => {
  console.error(`alliance: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
