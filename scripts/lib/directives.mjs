// Comments that switch a rule off in the middle of a file: a rule that does not fit is changed where everyone sees it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DIRECTIVE = /(?:oxlint|eslint|solhint)-disable|@ts-(?:ignore|expect-error|nocheck)/;
const FOLDERS = ["src", "contracts", "ignition"];
const SOURCE = /\.(?:ts|mts|js|mjs|sol)$/;
const WRITTEN_BY_PROGRAMS = [join("src", "chain", "generated"), join("ignition", "deployments")];

/** Places of such comments in what the project ships, as `file:line: text`. */
export function findDirectives(root) {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((file) => SOURCE.test(file) && !WRITTEN_BY_PROGRAMS.some((folder) => file.startsWith(folder)))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (DIRECTIVE.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );
}
