// Compiles the contracts when they changed, so that src/chain/generated is there.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { projectEnvironment, requireRuntimeNode } from "./node.mjs";
import { read, sha256 } from "./tree.mjs";

const GENERATED = ["src", "chain", "generated", "index.ts"];

/** What is compiled, and where its mark is kept: `hardhat clean` deletes artifacts/ and the marks with it. */
const PARTS = {
  contracts: { folder: "contracts", flag: "--no-tests", mark: ".contracts-built" },
  tests: { folder: "test", flag: "--no-contracts", mark: ".tests-built" },
};

function solidityFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".sol"))
    .map((name) => join(folder, name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Content of everything a build depends on. */
function buildKey(root, name) {
  const folders = name === "tests" ? ["contracts", "test"] : ["contracts"];
  const files = folders.flatMap((folder) => solidityFiles(join(root, folder)));
  const inputs = [...files, join(root, "hardhat.config.ts"), join(root, "package-lock.json")];
  return sha256(...inputs.flatMap((file) => [file.slice(root.length), readFileSync(file)]));
}

const markFile = (root, name) => join(root, "artifacts", PARTS[name].mark);

/** @param name `contracts` or `tests` */
export function isBuilt(root, name) {
  if (solidityFiles(join(root, PARTS[name].folder)).length === 0) return true;
  return existsSync(join(root, ...GENERATED)) && read(markFile(root, name)) === buildKey(root, name);
}

/** Compiles one part. Throws when it does not compile. */
export function build(root, name, say) {
  const { folder, flag } = PARTS[name];
  const key = buildKey(root, name);
  say(`compiling ${folder}/**/*.sol`);
  const hardhat = join(root, "node_modules", "hardhat", "dist", "src", "cli.js");
  const { status, stdout, stderr } = spawnSync(requireRuntimeNode(root), [hardhat, "build", "--quiet", flag], {
    cwd: root,
    env: projectEnvironment(root),
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`${folder}/**/*.sol does not compile:\n${stdout}${stderr}\nCorrect it and run the command again.`);
  }
  writeFileSync(markFile(root, name), key);
}
