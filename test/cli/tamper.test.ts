import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { tamperWith } from "#cli/tamper.ts";
import { AllianceError } from "#domain/errors.ts";

import { temporaryFolders } from "./support/alliance.ts";

const COMMITMENT = `0x${"ab".repeat(32)}`;

describe("cli/tamper", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  function storeWith(text: string): { folder: string; path: string } {
    const folder = folders.create();
    mkdirSync(join(folder, "ab"));
    writeFileSync(join(folder, "ab", `0x${"cd".repeat(32)}`), '{"quantity":"5"}');
    const path = join(folder, "ab", COMMITMENT);
    writeFileSync(path, text);
    return { folder, path };
  }

  it("changes the quantity wherever it stands, keeps the length, and touches nothing else", () => {
    for (const [before, after, from, to] of [
      ['{"a":"5","quantity":"5","b":{"quantity":"5"}}', '{"a":"5","quantity":"4","b":{"quantity":"4"}}', "5", "4"],
      ['{"quantity":"10"}', '{"quantity":"09"}', "10", "09"],
      ['{"quantity":"1"}', '{"quantity":"0"}', "1", "0"],
    ] as const) {
      const { folder, path } = storeWith(before);
      expect(tamperWith(folder, COMMITMENT)).to.equal(
        `Someone changed the quantity in a stored record from ${from} to ${to}`,
      );
      expect(readFileSync(path, "utf8")).to.equal(after);
      expect(after.length).to.equal(before.length);
      expect(readFileSync(join(folder, "ab", `0x${"cd".repeat(32)}`), "utf8")).to.equal('{"quantity":"5"}');
      expect(readdirSync(join(folder, "ab"))).to.have.length(2);
    }
  });

  it("says that there is no such record, or nothing in it to change", () => {
    const { folder } = storeWith("{}");
    expect(() => tamperWith(folder, COMMITMENT)).to.throw(AllianceError, /has no quantity/);
    expect(() => tamperWith(folder, `0x${"ef".repeat(32)}`)).to.throw(AllianceError, /has no record/);
  });
});
