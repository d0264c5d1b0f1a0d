import { constants } from "node:fs";
import { join } from "node:path";
import { AllianceError } from "#domain/errors.ts";
import type { DealRecord } from "#domain/record.ts";
import { commitmentOfBytes, isCommitment, requireCommitment } from "./commitment.ts";
import { sweepLeftovers, temporaryName } from "./leftovers.ts";
import { decodeRecord, encodeRecord, MAX_RECORD_BYTES } from "./record.ts";
import { prepareDirectory, shardsOf } from "./store-directory.ts";
import { errorCode, nodeFs, storeFailure, type StoreFile, type StoreFs } from "./store-fs.ts";

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;
const READ = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
const CREATE = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;

export interface StoreOptions {
  /** Default true; false: the directory must exist, as for an audit, where an empty store would be a wrong path. */
  readonly create?: boolean;
  readonly fs?: StoreFs;
  /** Milliseconds since 1970, to tell old leftovers. */
  readonly now?: () => number;
}

/** Records in a directory, each in a file whose name is its commitment. Many processes may use one directory. */
export interface RecordStore {
  readonly directory: string;
  /**
   * Stores a record unless it is there. When the promise is fulfilled, the record survives a crash of the process and
   * a power cut; before that, no other reader sees a part of it.
   *
   * @returns the commitment
   * @throws AllianceError (usage) for an invalid record, (integrity) when the file of that name holds other bytes,
   *   (config) when the disk is full, read-only, broken or not accessible
   */
  put(record: DealRecord): Promise<string>;
  /** @throws AllianceError (not-found) or, when the file is not the record of that commitment, (integrity) */
  get(commitment: string): Promise<DealRecord>;
  /**
   * The bytes of the file as they are, unverified; undefined when there is none.
   *
   * @throws AllianceError (integrity) for what no store writes: a symbolic link, a directory, an oversize file
   */
  readBytes(commitment: string): Promise<Uint8Array | undefined>;
  /** All commitments, in order. Unverified: names, not contents. */
  list(): Promise<string[]>;
}

/** @throws AllianceError (config) when the directory cannot be used, (not-found) when it may not be created */
export function openStore(directory: string, options: StoreOptions = {}): RecordStore {
  const root = prepareDirectory(directory, options.create ?? true);
  try {
    sweepLeftovers(shardsOf(root), (options.now ?? Date.now)());
  } catch (error) {
    throw storeFailure(error, "opening the store of records", root);
  }
  return new DirectoryStore(root, options.fs ?? nodeFs);
}

class DirectoryStore implements RecordStore {
  readonly directory: string;
  readonly #fs: StoreFs;
  /** Shards whose own entry in the directory this process has made durable. */
  readonly #shards = new Set<string>();

  constructor(directory: string, fs: StoreFs) {
    this.directory = directory;
    this.#fs = fs;
  }

  async put(record: DealRecord): Promise<string> {
    const bytes = encodeRecord(record);
    const commitment = commitmentOfBytes(bytes);
    const { shard, file } = this.#paths(commitment);
    try {
      await this.#ensureShard(shard);
      if ((await this.#read(shard, file)) === undefined) {
        await this.#create(shard, file, bytes);
      }
      await this.#confirm(shard, file, bytes);
    } catch (error) {
      throw storeFailure(error, `storing record ${commitment}`, file);
    }
    return commitment;
  }

  async get(commitment: string): Promise<DealRecord> {
    const bytes = await this.readBytes(commitment);
    const { file } = this.#paths(commitment);
    if (bytes === undefined) {
      throw new AllianceError(`no record ${commitment} in ${this.directory}`, {
        kind: "not-found",
        hint: "check the commitment and the directory of the store, or restore the file from a copy",
      });
    }
    if (commitmentOfBytes(bytes) !== commitment) {
      throw damaged(`${file} is not the record that its name commits to`, file);
    }
    try {
      return decodeRecord(bytes, file);
    } catch (cause) {
      throw damaged(`${file} fits its commitment but is not a deal record`, file, cause);
    }
  }

  async readBytes(commitment: string): Promise<Uint8Array | undefined> {
    const { shard, file } = this.#paths(commitment);
    try {
      return await this.#read(shard, file);
    } catch (error) {
      throw storeFailure(error, `reading record ${commitment}`, file);
    }
  }

  async list(): Promise<string[]> {
    const commitments: string[] = [];
    try {
      for (const shard of shardsOf(this.directory)) {
        const names = await this.#fs.readdir(shard);
        commitments.push(...names.filter((name) => isCommitment(name) && this.#paths(name).shard === shard));
      }
    } catch (error) {
      throw storeFailure(error, "listing the records", this.directory);
    }
    return commitments.sort();
  }

  #paths(commitment: string): { shard: string; file: string } {
    const shard = join(this.directory, requireCommitment(commitment).slice(2, 4));
    return { shard, file: join(shard, commitment) };
  }

  async #ensureShard(shard: string): Promise<void> {
    if (this.#shards.has(shard)) {
      return;
    }
    try {
      await this.#fs.mkdir(shard, 0o700);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") {
        throw error;
      }
    }
    await this.#syncDirectory(this.directory);
    this.#shards.add(shard);
  }

  /** Undefined when there is no such file. */
  async #read(shard: string, file: string): Promise<Uint8Array | undefined> {
    try {
      if (!(await this.#fs.lstat(shard)).isDirectory()) {
        throw damaged(`${shard} is not a directory`, shard);
      }
      return await this.#using(file, READ, (handle) => readRegular(handle, file));
    } catch (error) {
      if (errorCode(error) === "ENOENT") {
        return undefined;
      }
      throw errorCode(error) === "ELOOP" ? damaged(`${file} is a symbolic link`, file, error) : error;
    }
  }

  /** All bytes reach the disk under another name first, so the right name never shows a part of them. */
  async #create(shard: string, file: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(shard, temporaryName());
    try {
      await this.#using(temporary, CREATE, async (handle) => {
        await handle.writeFile(bytes);
        await handle.sync();
      });
      await this.#publish(temporary, file);
    } finally {
      // Whatever else failed is the error to report; a leftover is swept when a store is opened.
      await this.#fs.unlink(temporary).catch(() => undefined);
    }
  }

  /** A link never replaces a file: of two writers one makes it and the other finds it. */
  async #publish(temporary: string, file: string): Promise<void> {
    try {
      await this.#fs.link(temporary, file);
    } catch (error) {
      const code = errorCode(error) ?? "";
      if (["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(code)) {
        // No links on this file system. Both writers of one commitment rename equal bytes.
        await this.#fs.rename(temporary, file);
      } else if (code !== "EEXIST") {
        throw error;
      }
    }
  }

  /** The file holds the bytes, and it and its name are durable, whoever wrote it. */
  async #confirm(shard: string, file: string, bytes: Uint8Array): Promise<void> {
    await this.#using(file, READ, async (handle) => {
      if (!Buffer.from(bytes).equals(await readRegular(handle, file))) {
        throw damaged(`${file} holds other bytes than the record it is named after`, file);
      }
      await handle.sync();
    });
    await this.#syncDirectory(shard);
  }

  async #syncDirectory(path: string): Promise<void> {
    // Windows cannot open directories; its file systems journal names themselves.
    if (process.platform !== "win32") {
      await this.#using(path, O_RDONLY | O_NOFOLLOW, (handle) => handle.sync());
    }
  }

  async #using<T>(path: string, flags: number, use: (handle: StoreFile) => Promise<T>): Promise<T> {
    const handle = await this.#fs.open(path, flags, 0o600);
    try {
      return await use(handle);
    } finally {
      await handle.close();
    }
  }
}

async function readRegular(handle: StoreFile, file: string): Promise<Uint8Array> {
  const status = await handle.stat();
  if (!status.isFile() || status.size > MAX_RECORD_BYTES) {
    throw damaged(status.isFile() ? `${file} has ${status.size} bytes, no record has` : `${file} is not a file`, file);
  }
  return handle.readFile();
}

function damaged(problem: string, path: string, cause?: unknown): AllianceError {
  return new AllianceError(problem, {
    kind: "integrity",
    hint: "move it away for inspection and restore the record from a copy",
    values: { path },
    cause,
  });
}
