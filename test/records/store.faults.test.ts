import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { after, describe, it } from "mocha";
import { commitmentOf } from "#records/commitment.ts";
import { createRecord } from "#records/record.ts";
import { openStore } from "#records/store.ts";
import { systemError, watchedFs } from "./support/faulty-fs.ts";
import { refusal } from "./support/refusal.ts";
import { DETAILS, temporaryDirectories } from "./support/samples.ts";

const directories = temporaryDirectories();
const CODES: [string, RegExp][] = [
  ["ENOSPC", /disk is full/],
  ["EDQUOT", /quota/],
  ["EROFS", /read-only/],
  ["EACCES", /access is refused/],
  ["EIO", /input\/output/],
  ["EMFILE", /too many open files/],
  ["EWEIRD", /EWEIRD/],
];

/** Every step that a put takes on a healthy disk, in order. */
async function stepsOfPut(): Promise<string[]> {
  const steps: string[] = [];
  await openStore(directories.create(), { fs: watchedFs((step) => steps.push(step)) }).put(createRecord(DETAILS));
  return steps;
}

describe("a store on a failing disk", () => {
  after(() => directories.remove());

  for (const [code, problem] of CODES) {
    it(`fails cleanly with ${code} at any step, keeps what it has, and works when the disk does`, async () => {
      const steps = await stepsOfPut();
      expect(steps.length).to.be.greaterThan(12);
      for (let failing = 0; failing < steps.length; failing += 1) {
        await failAt(failing, code, problem, steps[failing] ?? "");
      }
    });
  }

  async function failAt(failing: number, code: string, problem: RegExp, step: string): Promise<void> {
    const directory = directories.create();
    const earlier = createRecord(DETAILS);
    await openStore(directory).put(earlier);
    let count = -1;
    let broken = true;
    const fs = watchedFs(() => {
      count += 1;
      if (broken && count >= failing) {
        throw systemError(code);
      }
    });
    const store = openStore(directory, { fs });
    const original = createRecord(DETAILS);
    const error = await refusal(() => store.put(original));
    expect(error, step).to.include({ kind: "config" });
    expect(error.message, step).to.match(problem).and.include(commitmentOf(original));
    expect(error.hint, step).to.be.a("string");
    expect(error.cause, step).to.be.instanceOf(Error);
    broken = false;
    const visible = await store.list();
    expect(visible, step).to.include(commitmentOf(earlier));
    for (const commitment of visible) {
      await store.get(commitment);
    }
    expect(await store.put(original), step).to.equal(commitmentOf(original));
    expect(await store.get(commitmentOf(original)), step).to.deep.equal(original);
  }

  it("leaves no file behind when the disk is full after some bytes", async () => {
    for (const write of [0, 1]) {
      let writes = 0;
      const fs = watchedFs((step) => {
        if (step === "write temporary" && writes++ === write) {
          throw systemError("ENOSPC");
        }
      });
      const store = openStore(directories.create(), { fs });
      const original = createRecord(DETAILS);
      await refusal(() => store.put(original));
      expect(readdirSync(join(store.directory, commitmentOf(original).slice(2, 4)))).to.deep.equal([]);
    }
  });

  it("reports a failing read, and a failing list, as what they are", async () => {
    let broken = false;
    const fs = watchedFs(() => {
      if (broken) {
        throw systemError("EIO");
      }
    });
    const store = openStore(directories.create(), { fs });
    const commitment = await store.put(createRecord(DETAILS));
    broken = true;
    for (const call of [() => store.get(commitment), () => store.readBytes(commitment), () => store.list()]) {
      expect(await refusal(call)).to.include({ kind: "config" });
    }
  });

  for (const code of ["EPERM", "ENOTSUP", "ENOSYS"]) {
    it(`stores records on file systems without links (${code})`, async () => {
      const fs = watchedFs((step) => {
        if (step.startsWith("link")) {
          throw systemError(code);
        }
      });
      const store = openStore(directories.create(), { fs });
      const original = createRecord(DETAILS);
      const commitment = await store.put(original);
      expect(await store.get(commitment)).to.deep.equal(original);
      expect(readdirSync(join(store.directory, commitment.slice(2, 4)))).to.deep.equal([commitment]);
    });
  }
});
