import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { json, readInput, writeOutput } from "#cli/files.ts";
import { AllianceError } from "#domain/errors.ts";

import { temporaryFolders } from "./support/alliance.ts";

function refusalOf(action: () => unknown): AllianceError {
  try {
    action();
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("cli/files", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("reads a file, and says where the text comes from", () => {
    const path = join(folders.create(), "a.txt");
    writeFileSync(path, "grüße\n");
    expect(readInput(path)).to.deep.equal({ text: "grüße\n", source: path });
  });

  it("says which file cannot be read, and why", () => {
    const folder = folders.create();
    for (const path of [join(folder, "none"), folder, join(folder, "none", "deeper")]) {
      const { kind, message, hint } = refusalOf(() => readInput(path));
      expect(kind).to.equal("not-found");
      expect(message).to.contain(`cannot read ${path}: `);
      expect(hint).to.match(/standard input/);
    }
  });

  it("writes a file into folders that need not be there yet, and leaves nothing beside it", () => {
    const folder = folders.create();
    const path = join(folder, "a", "b", "c.txt");
    writeOutput(path, "one");
    expect(readFileSync(path, "utf8")).to.equal("one");
    writeOutput(path, "two");
    expect(readFileSync(path, "utf8")).to.equal("two");
    expect(readdirSync(join(folder, "a", "b"))).to.deep.equal(["c.txt"]);
  });

  it("replaces a file: who reads the old one reads it to its end", () => {
    const path = join(folders.create(), "a.txt");
    writeOutput(path, "old");
    const { ino } = lstatSync(path);
    writeOutput(path, "new");
    expect(lstatSync(path).ino).not.to.equal(ino);
  });

  it("leaves the old file and no other when it cannot write", () => {
    const folder = folders.create();
    const taken = join(folder, "taken");
    mkdirSync(taken);
    writeFileSync(join(folder, "file"), "old");
    for (const path of [taken, join(folder, "file", "deeper")]) {
      const { kind, message, hint } = refusalOf(() => writeOutput(path, "new"));
      expect(kind).to.equal("config");
      expect(message).to.contain(`cannot write ${path}: `);
      expect(hint).to.match(/folder/);
    }
    expect(readdirSync(folder).sort()).to.deep.equal(["file", "taken"]);
    expect(readFileSync(join(folder, "file"), "utf8")).to.equal("old");
  });

  it("leaves the old file whole on a disk that takes a part of the new one", () => {
    const folder = folders.create();
    writeFileSync(join(folder, "a.txt"), "old");
    // A limit on the size of files acts as a full disk does: a write ends early, the next one fails.
    const program = `
      import { writeOutput } from ${JSON.stringify(resolve("src", "cli", "files.ts"))};
      try { writeOutput("a.txt", "x".repeat(20_000_000)); console.log("written"); } catch (error) { console.log(error.kind); }`;
    const loader = resolve("node_modules", "tsx", "dist", "loader.mjs");
    const run = spawnSync(
      "bash",
      [
        "-c",
        'trap "" XFSZ; ulimit -f 10000; exec "$0" "$@"',
        process.execPath,
        "--import",
        loader,
        "--input-type=module",
        "-e",
        program,
      ],
      { cwd: folder, encoding: "utf8", env: { ...process.env, TSX_TSCONFIG_PATH: resolve("tsconfig.json") } },
    );
    expect(run.stdout, run.stderr).to.equal("config\n");
    expect(readFileSync(join(folder, "a.txt"), "utf8")).to.equal("old");
    expect(readdirSync(folder)).to.deep.equal(["a.txt"]);
  });

  it("writes to a device or a pipe as it is, rather than to put a file in its place", () => {
    const folder = folders.create();
    const device = join(folder, "device");
    symlinkSync("/dev/null", device);
    writeOutput(device, "gone");
    expect(readlinkSync(device)).to.equal("/dev/null");
    expect(readdirSync(folder)).to.deep.equal(["device"]);
    const pipe = join(folder, "pipe");
    execFileSync("bash", ["-c", 'mkfifo "$0"', pipe]);
    const reading = execFileSync("bash", ["-c", 'cat "$0" & exec 3>"$0"; exec 3>&-; wait', pipe]);
    expect(String(reading)).to.equal("");
    expect(lstatSync(pipe).isFIFO()).to.equal(true);
  });

  it("writes documents that end in a line break", () => {
    expect(json({ a: [1] })).to.equal('{\n  "a": [\n    1\n  ]\n}\n');
    expect(existsSync("a.txt")).to.equal(false);
  });
});
