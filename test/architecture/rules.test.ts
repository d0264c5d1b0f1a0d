import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";

import { findEvasions } from "../../scripts/lib/evasions.mjs";
import { lintProject } from "./support/lintProject.ts";

const repeat = (count: number, line: string): string => `${line}\n`.repeat(count);

/** Code that each rule must refuse: the file it stands in, and the rule's name. */
const REFUSED: readonly (readonly [rule: string, file: string, code: string])[] = [
  ["typescript(no-floating-promises)", "src/chain/floating.ts", "Promise.resolve(1).finally(() => 2);"],
  [
    "typescript(switch-exhaustiveness-check)",
    "src/chain/switch.ts",
    `export function f(x: "a" | "b"): void { switch (x) { case "a": f("b"); } }`,
  ],
  [
    "typescript(consistent-type-imports)",
    "src/chain/typeImport.ts",
    `import { T } from "./type.ts";\nexport const t: T = 1;`,
  ],
  ["typescript(no-explicit-any)", "src/chain/any.ts", "export const x: any = 1;"],
  ["typescript(no-non-null-assertion)", "src/chain/bang.ts", "export const f = (x?: number): number => x!;"],
  ["import(no-cycle)", "src/chain/cycle.ts", `import type { A } from "./type.ts";\nexport type B = A;`],
  ["import(no-cycle)", "src/lab/hashCycle.ts", `import type { C } from "#lab/hashType.ts";\nexport type D = C;`],
  ["eslint(max-lines)", "src/chain/long.ts", repeat(301, "export {};")],
  ["eslint(max-lines-per-function)", "src/chain/longFunction.ts", `export function f() {\n${repeat(50, "f();")}}`],
  [
    "eslint(complexity)",
    "src/chain/complex.ts",
    `export const f = (x: number) => [${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `x > ${n} ? 1 : 2`).join()}];`,
  ],
  ["eslint(no-console)", "src/chain/console.ts", "console.log(1);"],
  ["eslint(no-restricted-globals)", "src/game/clock.ts", "export const now = Date.now();"],
  ["eslint(no-restricted-globals)", "src/models/clock.ts", "export const now = new Date();"],
  ["eslint(no-restricted-properties)", "src/game/chance.ts", "export const x = Math.random();"],
  ["eslint(no-restricted-properties)", "src/models/chance.ts", "export const { random } = Math;"],
];

/** Code next to the refused one that must pass. */
const ACCEPTED: readonly (readonly [file: string, code: string])[] = [
  ["src/chain/type.ts", `import type { B } from "./cycle.ts";\nexport type A = B | 1;\nexport type T = number;`],
  ["src/lab/hashType.ts", `import type { D } from "#lab/hashCycle.ts";\nexport type C = D | 1;`],
  ["src/cli/console.ts", "console.log(1);"],
  ["src/lab/clock.ts", "export const now = Date.now();"],
];

const EVASIONS: readonly (readonly [file: string, code: string])[] = [
  ["src/game/a.ts", "// oxlint-disable-next-line no-console"],
  ["src/game/b.ts", "/* eslint-disable */"],
  ["src/game/c.ts", "// @ts-ignore"],
  ["src/game/d.ts", "// @ts-expect-error it is like that"],
  ["src/game/e.ts", "// @ts-nocheck"],
  ["src/game/f.ts", "await import(`ethers`);"],
  ["src/game/g.ts", "const require = createRequire(import.meta.url);"],
  ["contracts/libraries/H.sol", "// solhint-disable-next-line no-inline-assembly"],
  ["ignition/modules/i.ts", "// oxlint-disable-line"],
];

describe("rules of the linter", function () {
  this.timeout(60_000);
  let found: ReturnType<typeof lintProject>;

  before(() => {
    found = lintProject(new Map([...REFUSED.map(([, file, code]) => [file, code] as const), ...ACCEPTED]));
  });

  for (const [rule, file] of REFUSED) {
    it(`${rule} refuses ${file}`, () => {
      expect(found.filter((finding) => finding.file === file).map((finding) => finding.rule)).to.include(rule);
    });
  }

  for (const [file] of ACCEPTED.filter(([name]) => !/[tT]ype\.ts$/.test(name))) {
    it(`nothing is said against ${file}`, () => {
      expect(found.filter((finding) => finding.file === file)).to.deep.equal([]);
    });
  }
});

describe("ways around the rules", () => {
  let root: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), "alliance-evasions-"));
    const innocent = [
      ["src/game/fine.ts", `await import("./other.ts"); // enabled, not disabled`],
      ["src/chain/generated/index.ts", "/* eslint-disable */"],
      ["ignition/deployments/x/a.ts", "/* eslint-disable */"],
    ] as const;
    for (const [file, code] of [...EVASIONS, ...innocent]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), `first line\n${code}\n`);
    }
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  it("are each found where they stand, and nothing else is", () => {
    const places = EVASIONS.map(([file, code]) => `${file}:2: ${code}`);
    expect(findEvasions(root)).to.have.members(places);
  });
});
