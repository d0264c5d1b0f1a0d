import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { expect } from "chai";

const ROOT = resolve(import.meta.dirname, "..", "..");

/** Folders of test/ that mirror nothing: whole journeys, properties of the whole, data, helpers, the tools themselves. */
const NOT_MIRRORS = ["architecture", "e2e", "golden", "invariant", "scripts", "support"];

/** Folders of contracts/ whose files are tested through those that use them, or are there for tests alone. */
const CONTRACTS_WITHOUT_TESTS = ["interfaces", "mocks", "types"];

/** Sources without a test of their own name, and the test that runs them: each entry is a debt, and says to whom. */
const TESTED_ELSEWHERE: Readonly<Record<string, string>> = {};

/** Files below `folder` by path from it, with `/`. */
function filesIn(folder: string, ending: RegExp): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => ending.test(file));
}

/** `game/analyze` for `game/analyze.ts` and for `game/analyze.corners.test.ts`: an aspect may follow the name. */
const stem = (file: string): string => join(dirname(file), basename(file).replace(/\..*$/, ""));

const inFolders = (file: string, folders: readonly string[]): boolean =>
  file
    .split("/")
    .slice(0, -1)
    .some((folder) => folders.includes(folder));

/** A statement at the margin that is there when types are gone. */
const CODE =
  /^(?:export )?(?:default |async |abstract )*(?:const|let|var|function|class|enum|await|if|for|try|[\w.]+\()/m;

const isTypesOnly = (file: string): boolean => !CODE.test(readFileSync(join(ROOT, "src", file), "utf8"));

const isAbstract = (file: string): boolean =>
  /^abstract contract /m.test(readFileSync(join(ROOT, "contracts", file), "utf8"));

describe("test/ mirrors src/ and contracts/", () => {
  const sources = filesIn("src", /\.ts$/).filter((file) => !file.startsWith("chain/generated/"));
  const contracts = filesIn("contracts", /\.sol$/);
  const tests = filesIn("test", /\.(ts|sol)$/).filter((file) => !inFolders(file, NOT_MIRRORS));
  const tested = new Set(tests.filter((file) => /\.(test\.ts|t\.sol)$/.test(file)).map(stem));

  it("every file of src/ with code in it has a test", () => {
    const untested = sources.filter(
      (file) => !tested.has(stem(file)) && !isTypesOnly(file) && !(file in TESTED_ELSEWHERE),
    );
    expect(untested.map((file) => `src/${file} wants test/${stem(file)}.test.ts`)).to.deep.equal([]);
  });

  it("every contract and library that can be deployed or called has a test", () => {
    const untested = contracts.filter(
      (file) =>
        !tested.has(`contracts/${stem(file)}`) && !inFolders(file, CONTRACTS_WITHOUT_TESTS) && !isAbstract(file),
    );
    const wanted = untested.map((file) => `contracts/${file} wants test/contracts/${stem(file)}.t.sol or .test.ts`);
    expect(wanted).to.deep.equal([]);
  });

  it("every test names what it tests, and that is there", () => {
    const known = new Set([
      ...sources.map(stem),
      ...contracts.map((file) => `contracts/${stem(file)}`),
      ...filesIn("ignition/modules", /\.ts$/).map((file) => `ignition/${stem(file)}`),
      ...filesIn("src", /README\.md$/).map((file) => `${dirname(file)}/readme`),
    ]);
    const stray = tests.filter((file) => !tested.has(stem(file)) || !known.has(stem(file)));
    expect(stray.map((file) => `test/${file} mirrors nothing, or does not end in .test.ts or .t.sol`)).to.deep.equal(
      [],
    );
  });

  it("what is tested elsewhere is there, and so is its test", () => {
    const lost = Object.entries(TESTED_ELSEWHERE).filter(
      ([source, test]) => !existsSync(join(ROOT, "src", source)) || !existsSync(join(ROOT, test)),
    );
    expect(lost).to.deep.equal([]);
  });
});
