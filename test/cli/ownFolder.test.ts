import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";

import { ownFolder } from "#cli/ownFolder.ts";
import { AllianceError } from "#domain/errors.ts";

describe("ownFolder", () => {
  let place: string;
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "alliance-own-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("makes the folder, and those above it", () => {
    ownFolder(join(place, "a", "b"));
    expect(readdirSync(join(place, "a", "b"))).to.have.length(1);
  });

  it("replaces what an earlier run left", () => {
    const folder = join(place, "results");
    ownFolder(folder);
    writeFileSync(join(folder, "old"), "");
    ownFolder(folder);
    expect(readdirSync(folder)).not.to.include("old");
  });

  it("takes an empty folder", () => {
    const folder = join(place, "empty");
    mkdirSync(folder);
    ownFolder(folder);
    expect(readdirSync(folder)).to.have.length(1);
  });

  it("leaves alone what somebody else put there, and says so", () => {
    const folder = join(place, "theirs");
    mkdirSync(folder);
    writeFileSync(join(folder, "precious"), "data");
    expect(() => ownFolder(folder))
      .to.throw(AllianceError, "did not make")
      .with.property("kind", "config");
    expect(readFileSync(join(folder, "precious"), "utf8")).to.equal("data");
    expect(readdirSync(folder)).to.deep.equal(["precious"]);
  });
});
