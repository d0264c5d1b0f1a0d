import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { readGameInput } from "#cli/gameInput.ts";
import { AllianceError } from "#domain/errors.ts";

import { alliance, temporaryFolders } from "./support/alliance.ts";

describe("cli/gameInput", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("reads a file in either form, and names it when it is wrong", () => {
    const path = join(folders.create(), "game.txt");
    writeFileSync(path, 'NFG 1 R "t" { "A" } { 2 } 1 2');
    expect(readGameInput(path).players).to.deep.equal([{ name: "A", strategies: ["1", "2"] }]);
    writeFileSync(path, 'NFG 1 R "t" { "A" } { 2 } 1');
    expect(() => readGameInput(path)).to.throw(AllianceError, `${path}: line 1 column 28`);
  });

  it("warns of rounded numbers, but not without end", async () => {
    const input = `NFG 1 R "t" { "A" "B" } { 2 2 } ${"1/3 ".repeat(8)}`;
    const { code, stderr } = await alliance(["analyze", "-"], { cwd: folders.create(), input });
    expect(code).to.equal(0);
    expect(stderr.match(/^warning: standard input: line 1 column \d+: 1\/3 is taken as 0\.3{16}$/gm)).to.have.length(5);
    expect(stderr).to.match(/^warning: 3 more payoffs of standard input are rounded$/m);
  });
});
