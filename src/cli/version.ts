import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { z } from "zod";

import type { Software } from "#domain/measurement.ts";

const manifest = new URL("../../package.json", import.meta.url);

/** The version of the project, and the commit where it runs from a checkout. */
export function projectVersion(): Software {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, "utf8")));
  try {
    const commit = execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: fileURLToPath(new URL(".", manifest)),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return { version, commit: commit.trim() };
  } catch {
    return { version }; // not a checkout, or no git
  }
}
