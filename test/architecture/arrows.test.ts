import { readdirSync } from "node:fs";

import { expect } from "chai";

import { lintProject } from "./support/lintProject.ts";

/** Row: who imports; column: what is imported. `x` may, `.` may not. ARCHITECTURE.md says it in words. */
const MATRIX = `
            domain game models chain records indexer risk measure lab report api web cli ignition ethers hardhat jsdom node
  domain    x      .    .      .     .       .       .    .       .   .      .   .   .   .        .      .       .     .
  game      x      x    .      .     .       .       .    .       .   .      .   .   .   .        .      .       .     .
  models    x      x    x      .     .       .       .    .       .   .      .   .   .   .        .      .       .     .
  chain     x      .    .      x     .       .       .    .       .   .      .   .   .   .        x      .       .     x
  records   x      .    .      .     x       .       .    .       .   .      .   .   .   .        .      .       .     x
  indexer   x      .    .      x     .       x       .    .       .   .      .   .   .   .        .      .       .     x
  risk      x      .    .      .     .       .       x    .       .   .      .   .   .   .        .      .       .     .
  measure   x      .    .      x     x       .       .    x       .   .      .   .   .   .        .      .       .     x
  lab       x      x    x      x     x       .       .    x       x   .      .   .   .   .        .      .       .     x
  report    x      x    x      .     .       .       .    .       .   x      .   .   .   .        .      .       .     .
  api       x      .    .      .     x       x       x    .       .   .      x   .   .   .        .      .       .     x
  web       x      x    x      .     .       .       .    .       .   x      .   x   .   .        .      .       .     .
  cli       x      x    x      x     x       x       x    x       x   x      x   x   x   x        .      x       x     x
`;

/** Names under which something can be imported that is not a folder of src/. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  ethers: ["ethers", "ethers/abi"],
  hardhat: ["hardhat", "hardhat/config", "@nomicfoundation/ignition-core", "@nomicfoundation/hardhat-ethers/types"],
  jsdom: ["jsdom", "jsdom/lib/api.js"],
  node: ["node:fs", "node:fs/promises"],
};

/** Every way to write an import; `name` is one that the file does not use twice. */
const FORMS: readonly ((specifier: string, name: string) => string)[] = [
  (specifier, name) => `import { ${name} } from "${specifier}";`,
  (specifier, name) => `import type { ${name} } from "${specifier}";`,
  (specifier) => `import "${specifier}";`,
  (specifier, name) => `export { ${name} } from "${specifier}";`,
  (specifier) => `export * from "${specifier}";`,
  (specifier) => `await import("${specifier}");`,
];

/** So many lines of a long list say enough. */
const SHOWN = 5;

interface Probe {
  readonly importer: string;
  readonly specifier: string;
  readonly allowed: boolean;
}

const specifiersOf = (target: string): readonly string[] =>
  PACKAGES[target] ?? [`#${target}/file.ts`, `#${target}/deeper/file.ts`];

function readMatrix(): Probe[] {
  const [header = [], ...rows] = MATRIX.trim()
    .split("\n")
    .map((line) => line.trim().split(/ +/));
  return rows.flatMap(([importer = "", ...marks]) => {
    expect(marks, `row ${importer}`).to.have.length(header.length);
    return header.flatMap((target, column) =>
      specifiersOf(target).map((specifier) => ({ importer, specifier, allowed: marks[column] === "x" })),
    );
  });
}

/** Refused everywhere: ways around the arrows. */
function detours(importers: readonly string[]): Probe[] {
  const specifiers = ["../chain/file.ts", "./../chain/file.ts", "..", "#domain/../chain/file.ts", "#file.ts", "fs"];
  return importers.flatMap((importer) => specifiers.map((specifier) => ({ importer, specifier, allowed: false })));
}

describe("arrows between folders", function () {
  this.timeout(60_000);

  const table = readMatrix();
  const importers = [...new Set(table.map(({ importer }) => importer))];
  const lines = [...table, ...detours(importers)].flatMap((probe, row) =>
    FORMS.map((form, column) => ({ ...probe, code: form(probe.specifier, `a${row}_${column}`) })),
  );
  let refused: ReadonlySet<string>;

  before(() => {
    const files = new Map(importers.map((importer) => [`src/${importer}/probe.ts`, [] as string[]]));
    for (const { importer, code } of lines) files.get(`src/${importer}/probe.ts`)?.push(code);
    const found = lintProject(new Map([...files].map(([path, content]) => [path, content.join("\n")])));
    const codeAt = (file: string, line: number) => files.get(file)?.[line - 1];
    refused = new Set(
      found
        .filter(({ rule }) => rule === "eslint(no-restricted-imports)")
        .map(({ file, line }) => `${file}: ${codeAt(file, line)}`),
    );
  });

  for (const importer of importers) {
    const own = lines.filter((line) => line.importer === importer);
    const name = ({ code }: { code: string }) => `src/${importer}/probe.ts: ${code}`;

    it(`${importer} may import what the table allows`, () => {
      const wrong = own.filter((line) => line.allowed && refused.has(name(line)));
      expect(wrong.map(name).slice(0, SHOWN)).to.deep.equal([]);
    });

    it(`${importer} may import nothing else`, () => {
      const wrong = own.filter((line) => !line.allowed && !refused.has(name(line)));
      expect(wrong.map(name).slice(0, SHOWN)).to.deep.equal([]);
    });
  }

  it("has a row for every folder of src/", () => {
    expect(importers).to.include.members(readdirSync(new URL("../../src", import.meta.url)));
  });
});
