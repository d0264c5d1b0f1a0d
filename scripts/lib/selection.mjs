// What `npm test -- ARGS` asks for: files and folders, and options that are handed on to the runners.
import { readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const OPTIONS_WITH_VALUE = new Set(["--grep", "--grep-exclude"]);

/** Files that hold tests; others below test/ help them. */
const SOLIDITY_TEST = /\.t\.sol$/;
const MOCHA_TEST = /\.test\.ts$/;

/** Thrown for arguments that name no test. */
export class SelectionError extends Error {}

/**
 * Splits arguments by runner. A runner that is not asked for is undefined, and an empty list means all its tests.
 *
 * @param from folder that relative names start from
 */
export function select(args, root, from) {
  const names = [];
  const options = [];
  for (let i = 0; i < args.length; i++) {
    if (OPTIONS_WITH_VALUE.has(args[i])) options.push(args[i], args[++i] ?? "");
    else (args[i].startsWith("-") ? options : names).push(args[i]);
  }
  if (names.length === 0) return { options, solidity: [], mocha: [] };
  const files = names.flatMap((name) => testsIn(resolve(from, name), name)).map((file) => relative(root, file));
  const pick = (pattern) =>
    files.some((file) => pattern.test(file)) ? files.filter((file) => pattern.test(file)) : undefined;
  return { options, solidity: pick(SOLIDITY_TEST), mocha: pick(MOCHA_TEST) };
}

function testsIn(path, name) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new SelectionError(`there is no ${name}`);
  const files = stats.isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file))
    : [path];
  const tests = files
    .filter((file) => SOLIDITY_TEST.test(file) || MOCHA_TEST.test(file))
    .sort((a, b) => (a < b ? -1 : 1));
  if (tests.length === 0) throw new SelectionError(`${name} holds no tests: they end in .t.sol or .test.ts`);
  return tests;
}
