// What is installed, read from the file system: does node_modules hold what package-lock.json asks for?
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

export function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

/** Parts without which nothing runs; their size is part of the fingerprint, since a half-written file keeps its name. */
const WEIGHED = /(\.node|soljson\.js|[/\\]package\.json|[/\\]bin[/\\]node)$/;

/** Hash of every name below node_modules: 30,000 names take about 0.05 s. Dot entries of npm and of caches are left out. */
export function fingerprint(modules) {
  const hash = createHash("sha256");
  const walk = (folder, top) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (top && entry.name.startsWith(".") && entry.name !== ".bin") continue;
      const path = join(folder, entry.name);
      hash.update(`${entry.name}\0`);
      if (entry.isDirectory()) {
        hash.update("{");
        walk(path, false);
        hash.update("}");
      } else if (WEIGHED.test(path)) {
        hash.update(`${statSync(path, { throwIfNoEntry: false })?.size}\0`);
      }
    }
  };
  try {
    walk(modules, true);
  } catch {
    return "unreadable";
  }
  return hash.digest("hex");
}

/** Packages of a lock file by folder, without the project itself. */
function lockedPackages(text) {
  try {
    return Object.entries(JSON.parse(text).packages).filter(([path]) => path !== "");
  } catch {
    return [];
  }
}

/** Does npm's own record of the last install (written when it ended well) say what package-lock.json says? */
export function recordMatchesLock(root) {
  const record = new Map(lockedPackages(read(join(root, "node_modules", ".package-lock.json"))));
  const wanted = lockedPackages(read(join(root, "package-lock.json")));
  return (
    record.size > 0 &&
    wanted.every(([path, entry]) => {
      const installed = record.get(path);
      if (installed === undefined) return entry.optional === true || entry.devOptional === true;
      return installed.version === entry.version && installed.integrity === entry.integrity;
    })
  );
}

/** npm's os, cpu and libc fields: a name or a list of names, or of refused ones with "!" in front. */
function accepts(field, value) {
  const names = [field ?? []].flat();
  return names.length === 0 || names.includes(value) || (names[0].startsWith("!") && !names.includes(`!${value}`));
}

/**
 * Packages that this platform wants and whose folder is not there: an old Node makes npm skip native ones. An optional
 * package that names no platform belongs to some other platform's package and tells nothing.
 */
export function missingPackages(root) {
  const libc =
    process.platform === "linux"
      ? process.report.getReport().header.glibcVersionRuntime
        ? "glibc"
        : "musl"
      : undefined;
  return lockedPackages(read(join(root, "package-lock.json")))
    .filter(([, { optional, os, cpu }]) => optional !== true || os !== undefined || cpu !== undefined)
    .filter(([, { os, cpu }]) => accepts(os, process.platform) && accepts(cpu, process.arch))
    .filter(([, entry]) => libc === undefined || accepts(entry.libc, libc))
    .map(([path]) => path)
    .filter((path) => !existsSync(join(root, path, "package.json")));
}
