// Ways around the rules that the linters themselves let pass: a comment that switches a rule off in the middle of a file,
// and an import whose target only shows when it runs. A rule that does not fit is changed where everyone sees it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const EVASIONS = [
  /(?:oxlint|eslint|solhint)-disable/,
  /@ts-(?:ignore|expect-error|nocheck)/,
  /\bimport\((?!\s*["'])/,
  /\bcreateRequire\(/,
];
const FOLDERS = ["src", "contracts", "ignition"];
const SOURCE = /\.(?:ts|mts|js|mjs|sol)$/;
const WRITTEN_BY_PROGRAMS = [join("src", "chain", "generated"), join("ignition", "deployments")];

/** Places of such text in what the project ships, as `file:line: text`. */
export function findEvasions(root) {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((file) => SOURCE.test(file) && !WRITTEN_BY_PROGRAMS.some((folder) => file.startsWith(folder)))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          EVASIONS.some((evasion) => evasion.test(line)) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
}
