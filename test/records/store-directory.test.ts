import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { after, describe, it } from "mocha";
import { prepareDirectory, shardsOf } from "#records/store-directory.ts";
import { openStore } from "#records/store.ts";
import { refusal } from "./support/refusal.ts";
import { temporaryDirectories } from "./support/samples.ts";

const directories = temporaryDirectories();

describe("prepareDirectory", () => {
  after(() => directories.remove());

  it("refuses a wrong path where nothing may be created, and creates nothing", async () => {
    const path = join(directories.create(), "nowhere");
    expect(await refusal(() => openStore(path, { create: false }))).to.include({ kind: "not-found" });
    expect(existsSync(path)).to.equal(false);
  });

  it("refuses a file in the place of the directory, or of one above it", async () => {
    const path = join(directories.create(), "file");
    writeFileSync(path, "");
    for (const wrong of [path, join(path, "store")]) {
      const error = await refusal(() => openStore(wrong));
      expect(error).to.include({ kind: "config" });
      expect(error.message).to.include(path);
    }
  });

  it("creates all directories on the way, and accepts one that is there or that a link leads to", () => {
    const root = realpathSync(directories.create());
    const path = join(root, "a", "b", "c");
    expect(prepareDirectory(path, true)).to.equal(path);
    expect(prepareDirectory(path, false)).to.equal(path);
    symlinkSync(path, join(root, "link"));
    expect(prepareDirectory(join(root, "link"), true)).to.equal(path);
  });
});

describe("shardsOf", () => {
  it("returns directories of two hex digits only", () => {
    const root = directories.create();
    ["00", "ff", "FF", "abc", "g0"].forEach((name) => mkdirSync(join(root, name)));
    symlinkSync(join(root, "00"), join(root, "11"));
    writeFileSync(join(root, "22"), "");
    expect(shardsOf(root).sort()).to.deep.equal([join(root, "00"), join(root, "ff")]);
    directories.remove();
  });
});
