import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { withMutex } from "../../scripts/lib/mutex.mjs";

const never = (): never => {
  throw new Error("there was nobody to wait for");
};

describe("one process at a time", () => {
  let parent: string;
  let folder: string;

  /** Leaves a lock as a process would that never gave it back. */
  const lockedBy = (mark: string): void => {
    mkdirSync(folder);
    writeFileSync(join(folder, mark), "");
  };

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), "alliance-mutex-"));
    folder = join(parent, "lock");
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it("holds the lock while it works, returns the result and leaves nothing behind", () => {
    const seen = withMutex(folder, () => readdirSync(folder), never, never);
    expect(seen).to.have.length(1);
    expect(readdirSync(parent)).to.deep.equal([]);
  });

  it("gives the lock back when the work throws", () => {
    const failing = (): never => {
      throw new Error("work");
    };
    expect(() => withMutex(folder, failing, never, never)).to.throw("work");
    expect(existsSync(folder)).to.equal(false);
  });

  it("takes over from an owner that is dead", () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    lockedBy(`${dead}-1`);
    expect(withMutex(folder, () => "mine", never, never)).to.equal("mine");
    expect(readdirSync(parent)).to.deep.equal([]);
  });

  it("takes over when the owner's number belongs to a younger process", function () {
    if (process.platform !== "linux") return this.skip();
    lockedBy(`${process.pid}-1`);
    expect(withMutex(folder, () => "mine", never, never)).to.equal("mine");
  });

  for (const leftover of ["not-a-process", "x"]) {
    it(`takes over a lock with a mark that means nothing: ${leftover}`, () => {
      lockedBy(leftover);
      expect(withMutex(folder, () => "mine", never, never)).to.equal("mine");
    });
  }

  it("takes a folder that its owner emptied and did not remove", () => {
    mkdirSync(folder);
    expect(withMutex(folder, () => "mine", never, never)).to.equal("mine");
  });

  it("waits for an owner that is alive, and names it once", () => {
    const waits: unknown[] = [];
    const events: string[] = [];
    withMutex(
      folder,
      () => {
        const mark = readdirSync(folder)[0] ?? "";
        let pauses = 0;
        // The outer owner lives in this process; it gives the lock back at the third look.
        const pause = (): void => {
          pauses += 1;
          events.push("wait");
          if (pauses === 3) rmSync(join(folder, mark));
        };
        withMutex(
          folder,
          () => events.push("work"),
          (pid: unknown) => waits.push(pid),
          pause,
        );
      },
      never,
      never,
    );
    expect(waits).to.deep.equal([process.pid]);
    expect(events).to.deep.equal(["wait", "wait", "wait", "work"]);
  });
});
