import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { after, describe, it } from "mocha";
import { sweepLeftovers, temporaryName } from "#records/leftovers.ts";
import { temporaryDirectories } from "./support/samples.ts";

const HOUR = 3_600_000;
const directories = temporaryDirectories();
const deadPid = () => spawnSync("true").pid;

function leftover(directory: string, name: string): string {
  const path = join(directory, name);
  writeFileSync(path, "{");
  return path;
}

describe("sweepLeftovers", () => {
  after(() => directories.remove());

  it("removes what a dead process of this machine left behind", () => {
    const directory = directories.create();
    leftover(directory, temporaryName().replace(`-${process.pid}-`, `-${deadPid()}-`));
    sweepLeftovers([directory], Date.now());
    expect(readdirSync(directory)).to.deep.equal([]);
  });

  it("keeps what a living process is writing, and what another machine may be writing", () => {
    const directory = directories.create();
    const own = leftover(directory, temporaryName());
    const foreign = leftover(directory, `.put-00000000-${deadPid()}-0011223344556677`);
    sweepLeftovers([directory], Date.now());
    expect([own, foreign].every((path) => existsSync(path))).to.equal(true);
  });

  it("removes either after an hour, and not before", () => {
    const directory = directories.create();
    const written = new Date();
    for (const name of [temporaryName(), `.put-00000000-${deadPid()}-0011223344556677`]) {
      utimesSync(leftover(directory, name), written, written);
    }
    sweepLeftovers([directory], written.getTime() + HOUR - 1000);
    expect(readdirSync(directory)).to.have.length(2);
    sweepLeftovers([directory], written.getTime() + HOUR + 1000);
    expect(readdirSync(directory)).to.deep.equal([]);
  });

  it("never touches a file of another name, however old", () => {
    const directory = directories.create();
    const names = [`0x${"ab".repeat(32)}`, ".put-notes", `.put-00000000-1-00112233445566`, "README"];
    names.forEach((name) => leftover(directory, name));
    sweepLeftovers([directory], Date.now() + 1000 * HOUR);
    expect(readdirSync(directory).sort()).to.deep.equal(names.sort());
  });
});
