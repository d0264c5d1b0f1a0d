import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { after, describe, it } from "mocha";
import { commitmentOf } from "#records/commitment.ts";
import { openStore } from "#records/store.ts";
import { temporaryDirectories } from "./support/samples.ts";
import { type Job, numbered } from "./support/writer.ts";

const SEED = 1;
const RANDOM_KILLS = 10;
/** The steps of a put, and how many unfinished files are left when a process dies just before one. */
const POINTS: [step: string, left: number][] = [
  ["mkdir shard", 0],
  ["sync root", 0],
  ["open temporary", 0],
  ["write temporary", 1],
  ["sync temporary", 1],
  ["close temporary", 1],
  ["link record", 1],
  ["unlink temporary", 1],
  ["sync record", 0],
  ["sync shard", 0],
];
const directories = temporaryDirectories();

interface Run {
  readonly child: ChildProcess;
  readonly acknowledged: string[];
  /** Fulfilled after so many lines, the first of which says that the store is open. */
  readonly printed: (lines: number) => Promise<void>;
  readonly end: Promise<string>;
}

function start(job: Job): Run {
  const code = `import { write } from "./test/records/support/writer.ts"; await write(${JSON.stringify(job)});`;
  const loader = process.features.typescript ? [] : ["--import", "tsx"];
  const child = spawn(process.execPath, [...loader, "--input-type=module", "--eval", code], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const acknowledged: string[] = [];
  let count = 0;
  lines.on("line", (line) => {
    count += 1;
    acknowledged.push(...(line.startsWith("0x") ? [line] : []));
  });
  const printed = async (wanted: number) => {
    while (count < wanted) {
      await once(lines, "line");
    }
  };
  const end = once(child, "close").then(([status, signal]: unknown[]) => String(signal ?? status));
  return { child, acknowledged, printed, end };
}

/** All files below the directory, but for their shard. */
function filesIn(directory: string): string[] {
  return readdirSync(directory).flatMap((shard) => readdirSync(join(directory, shard)));
}

/** What must hold whatever happened: after reopening, all that was acknowledged is there, and all that is there is whole. */
async function expectIntact(directory: string, acknowledged: readonly string[]): Promise<void> {
  const visible = await openStore(directory).list();
  for (const commitment of visible) {
    expect(commitmentOf(await openStore(directory).get(commitment))).to.equal(commitment);
  }
  expect(visible).to.include.members([...acknowledged]);
  expect(visible.length - acknowledged.length).to.be.within(0, 1);
  expect(filesIn(directory).sort()).to.deep.equal(visible);
}

describe("a store whose process is killed", function () {
  this.timeout(60_000);
  after(() => directories.remove());

  for (const [index, [step, left]] of POINTS.entries()) {
    it(`keeps what it acknowledged, whole, when killed before "${step}" (seed ${SEED + index})`, async () => {
      const directory = directories.create();
      const seed = SEED + index;
      // The sixth write is the second half of the third record.
      const dieAt = { step, nth: step === "write temporary" ? 5 : 3 };
      const run = start({ directory, seed, count: 50, dieAt });
      expect(await run.end).to.equal("SIGKILL");
      expect(run.acknowledged.length).to.be.within(1, 49);
      expect(filesIn(directory).filter((name) => name.startsWith(".put-"))).to.have.length(left);
      await expectIntact(directory, run.acknowledged);
      await openStore(directory).put(numbered(seed, run.acknowledged.length));
      await expectIntact(directory, [...run.acknowledged, commitmentOf(numbered(seed, run.acknowledged.length))]);
    });
  }

  it(`keeps what it acknowledged in one directory through ${RANDOM_KILLS} kills at any moment (seed ${SEED})`, async () => {
    const directory = directories.create();
    const kept = new Set<string>();
    const moments = fc.sample(fc.record({ lines: fc.integer({ min: 1, max: 25 }), turns: fc.nat(40) }), {
      seed: SEED,
      numRuns: RANDOM_KILLS,
    });
    for (const [round, moment] of moments.entries()) {
      const run = start({ directory, seed: 100 + round, count: 100_000 });
      await run.printed(moment.lines);
      for (let turn = 0; turn < moment.turns; turn += 1) {
        await new Promise(setImmediate);
      }
      run.child.kill("SIGKILL");
      expect(await run.end).to.equal("SIGKILL");
      run.acknowledged.forEach((commitment) => kept.add(commitment));
      const visible = await openStore(directory).list();
      expect(visible).to.include.members([...kept]);
      // At most one record a kill was in place and not acknowledged yet.
      expect(visible.length - kept.size).to.be.within(0, round + 1);
    }
    const store = openStore(directory);
    for (const commitment of await store.list()) {
      expect(commitmentOf(await store.get(commitment))).to.equal(commitment);
    }
    expect(filesIn(directory).sort()).to.deep.equal(await store.list());
  });
});

describe("two processes with one store", function () {
  this.timeout(60_000);
  after(() => directories.remove());

  it("both succeed in putting the same records at once, and keep one file of each", async () => {
    const directory = directories.create();
    const count = 60;
    const runs = [1, 2].map(() => start({ directory, seed: 9, count, wait: true }));
    await Promise.all(runs.map(({ printed }) => printed(1)));
    runs.forEach(({ child }) => child.stdin?.write("go"));
    expect(await Promise.all(runs.map(({ end }) => end))).to.deep.equal(["0", "0"]);
    const expected = Array.from({ length: count }, (_, n) => commitmentOf(numbered(9, n)));
    for (const { acknowledged } of runs) {
      expect(acknowledged).to.deep.equal(expected);
    }
    expect(filesIn(directory).sort()).to.deep.equal(expected.sort());
    await expectIntact(directory, expected);
  });
});
