import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { after, describe, it } from "mocha";
import { commitmentOf } from "#records/commitment.ts";
import { createRecord, encodeRecord } from "#records/record.ts";
import { openStore } from "#records/store.ts";
import { refusal } from "./support/refusal.ts";
import { anyDetails } from "./support/arbitraries.ts";
import { DETAILS, temporaryDirectories } from "./support/samples.ts";
import { watchedFs } from "./support/faulty-fs.ts";

const SEED = 19;
const directories = temporaryDirectories();
const record = () => createRecord(DETAILS);

async function withOne() {
  const store = openStore(directories.create());
  const commitment = await store.put(record());
  const shard = join(store.directory, commitment.slice(2, 4));
  return { store, commitment, shard, file: join(shard, commitment) };
}

describe("openStore", () => {
  after(() => directories.remove());

  it("refuses a record that is not valid, and stores nothing", async () => {
    const store = openStore(directories.create());
    const wrong = { ...record(), salt: "0x00" };
    expect((await refusal(() => store.put(wrong))).kind).to.equal("usage");
    expect(readdirSync(store.directory)).to.deep.equal([]);
  });

  it("refuses names that are no commitments, so that no path leads out of the directory", async () => {
    const { store, commitment } = await withOne();
    for (const name of ["../../etc/passwd", `${commitment}/..`, commitment.toUpperCase(), `${commitment}\0`, ""]) {
      expect((await refusal(() => store.get(name))).kind).to.equal("usage");
      expect((await refusal(() => store.readBytes(name))).kind).to.equal("usage");
    }
  });

  it("says not-found for a record it does not have", async () => {
    const { store, commitment } = await withOne();
    const other = commitmentOf(record());
    expect(other).not.to.equal(commitment);
    expect((await refusal(() => store.get(other))).kind).to.equal("not-found");
    expect(await store.readBytes(other)).to.equal(undefined);
  });

  it("refuses to return a damaged record, and to accept the record again until it is moved away", async () => {
    const store = openStore(directories.create());
    const original = record();
    const commitment = await store.put(original);
    const file = join(store.directory, commitment.slice(2, 4), commitment);
    for (const bytes of [
      Buffer.from(encodeRecord(record())),
      Buffer.alloc(0),
      Buffer.from("{}"),
      Buffer.concat([encodeRecord(original), Buffer.from(" ")]),
    ]) {
      writeFileSync(file, bytes);
      expect((await refusal(() => store.get(commitment))).kind).to.equal("integrity");
      const error = await refusal(() => store.put(original));
      expect(error.kind).to.equal("integrity");
      expect(error.message).to.include(file);
      expect(readFileSync(file)).to.deep.equal(bytes);
    }
    rmSync(file);
    await store.put(original);
    expect(await store.get(commitment)).to.deep.equal(original);
  });

  it("follows no symbolic link, neither as a record nor as a shard", async () => {
    const { store, commitment, file, shard } = await withOne();
    const outside = directories.create();
    writeFileSync(join(outside, commitment), readFileSync(file));
    rmSync(file);
    symlinkSync(join(outside, commitment), file);
    expect((await refusal(() => store.get(commitment))).kind).to.equal("integrity");
    rmSync(shard, { recursive: true });
    symlinkSync(outside, shard);
    expect((await refusal(() => store.get(commitment))).kind).to.equal("integrity");
    expect(await store.list()).to.deep.equal([]);
    expect(lstatSync(shard).isSymbolicLink()).to.equal(true);
  });

  it("writes no record through a symbolic link", async () => {
    const outside = directories.create();
    const store = openStore(directories.create());
    const original = record();
    symlinkSync(outside, join(store.directory, commitmentOf(original).slice(2, 4)));
    expect((await refusal(() => store.put(original))).kind).to.equal("integrity");
    expect(readdirSync(outside)).to.deep.equal([]);
  });

  it("keeps a record under its commitment, in one file that only its owner may read", async () => {
    const { store, commitment, shard, file } = await withOne();
    expect(readdirSync(store.directory)).to.deep.equal([commitment.slice(2, 4)]);
    expect(readdirSync(shard)).to.deep.equal([commitment]);
    expect(lstatSync(file).mode & 0o777).to.equal(0o600);
    expect(lstatSync(shard).mode & 0o777).to.equal(0o700);
  });

  it("accepts the same record again and again, also at once and through other stores, and keeps one file", async () => {
    const directory = directories.create();
    const original = record();
    const puts = Array.from({ length: 3 }, () => openStore(directory)).flatMap((store) =>
      Array.from({ length: 10 }, () => store.put(original)),
    );
    expect(new Set(await Promise.all(puts))).to.deep.equal(new Set([commitmentOf(original)]));
    const shard = join(directory, commitmentOf(original).slice(2, 4));
    expect(readdirSync(shard)).to.deep.equal([commitmentOf(original)]);
  });

  it("lists commitments in order, and nothing that is no record in its place", async () => {
    const store = openStore(directories.create());
    const commitments: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      commitments.push(await store.put(record()));
    }
    const [first = ""] = commitments;
    const misplaced = join(store.directory, first.startsWith("0x00") ? "01" : "00");
    mkdirSync(misplaced, { recursive: true });
    writeFileSync(join(misplaced, first), "");
    writeFileSync(join(store.directory, first.slice(2, 4), ".put-abc"), "");
    writeFileSync(join(store.directory, "README"), "");
    expect(await store.list()).to.deep.equal(commitments.sort());
  });

  it(`returns what was put, after reopening too (seed ${SEED})`, async () => {
    const directory = directories.create();
    const store = openStore(directory);
    await fc.assert(
      fc.asyncProperty(anyDetails, async (details) => {
        const original = createRecord(details);
        const commitment = await store.put(original);
        expect(commitment).to.equal(commitmentOf(original));
        expect(await openStore(directory).get(commitment)).to.deep.equal(original);
        expect(Buffer.from((await store.readBytes(commitment)) ?? [])).to.deep.equal(
          Buffer.from(encodeRecord(original)),
        );
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("acknowledges a record only when its bytes, its name and the name of its shard are durable", async () => {
    const steps: string[] = [];
    const store = openStore(directories.create(), { fs: watchedFs((step) => steps.push(step)) });
    await store.put(record());
    const order = [
      "mkdir shard",
      "sync root",
      "open temporary",
      "write temporary",
      "sync temporary",
      "link record",
      "sync shard",
    ];
    let at = -1;
    for (const step of order) {
      const next = steps.indexOf(step, at + 1);
      expect(next, `${step} in ${steps.join(", ")}`).to.be.greaterThan(at);
      at = next;
    }
    expect(steps.lastIndexOf("write temporary")).to.be.lessThan(steps.indexOf("sync temporary"));
  });

  it("makes a record durable before it accepts it again: the first writer may not have come that far", async () => {
    const directory = directories.create();
    const original = record();
    await openStore(directory).put(original);
    const steps: string[] = [];
    await openStore(directory, { fs: watchedFs((step) => steps.push(step)) }).put(original);
    expect(steps).to.include.members(["sync root", "sync record", "sync shard"]).and.not.include("open temporary");
  });
});
