import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";

import { select, SelectionError } from "../../scripts/lib/selection.mjs";

describe("choosing tests", () => {
  let root: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), "alliance-selection-"));
    for (const file of ["test/a/x.test.ts", "test/a/y.t.sol", "test/b/z.test.ts", "test/support/help.ts"]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), "");
    }
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const from = (folder: string, ...args: string[]) => select(args, root, join(root, folder));

  it("takes all tests of both runners when none is named", () => {
    expect(from(".")).to.deep.equal({ options: [], solidity: [], mocha: [] });
  });

  it("hands options on, with their values", () => {
    expect(from(".", "--grep", "a b", "--bail")).to.deep.equal({
      options: ["--grep", "a b", "--bail"],
      solidity: [],
      mocha: [],
    });
  });

  it("leaves out a runner that is not asked for", () => {
    expect(from(".", "test/a/x.test.ts"))
      .to.include({ solidity: undefined })
      .and.to.have.deep.property("mocha", [join("test", "a", "x.test.ts")]);
  });

  it("takes the tests of a folder, from where the command was called", () => {
    expect(from("test", "a")).to.deep.include({
      solidity: [join("test", "a", "y.t.sol")],
      mocha: [join("test", "a", "x.test.ts")],
    });
  });

  for (const name of ["test/nothing.test.ts", "test/support", "test/support/help.ts"]) {
    it(`refuses ${name}`, () => {
      expect(() => from(".", name)).to.throw(SelectionError, name);
    });
  }
});
