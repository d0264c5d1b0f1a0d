// After a change of dependencies: npm leaves optional packages for other platforms out of package-lock.json when it cannot
// fetch them, and then refuses its own file. Adds their entries; changes nothing when the file is complete.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./lib/bootstrap.mjs";
import { gaps, withoutGaps } from "./lib/lockfile.mjs";

const file = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const names = gaps(lock).map(({ name }) => name);
if (names.length > 0) writeFileSync(file, `${JSON.stringify(withoutGaps(lock), null, 2)}\n`);
console.log(names.length === 0 ? "package-lock.json is complete" : `added to package-lock.json: ${names.join(", ")}`);
