import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

import { AllianceError } from "#domain/errors.ts";

import { pause } from "./pause.ts";

/** Where a text was read from, for error messages. */
export interface Input {
  readonly text: string;
  readonly source: string;
}

/**
 * Reads a file, or standard input for `-`.
 *
 * @throws AllianceError (not-found)
 */
export function readInput(path: string): Input {
  try {
    return path === "-"
      ? { text: readStandardInput(), source: "standard input" }
      : { text: readFileSync(path, "utf8"), source: path };
  } catch (cause) {
    throw new AllianceError(`cannot read ${path}: ${reasonOf(cause)}`, {
      kind: "not-found",
      hint: "name an existing file, or - for standard input",
      cause,
    });
  }
}

/** To its end, also where it says that there is nothing yet: a pipe whose other end is still at work. */
function readStandardInput(): string {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    try {
      const size = readSync(0, chunk);
      if (size === 0) return Buffer.concat(chunks).toString("utf8");
      chunks.push(chunk.subarray(0, size));
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      pause();
    }
  }
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name. What is there and is no
 * file, such as a device or a pipe, is written to as it is.
 *
 * @throws AllianceError (config) when the disk does not take it
 */
export function writeOutput(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) replaceFile(path, text);
    else writeFileSync(path, text);
  } catch (cause) {
    throw new AllianceError(`cannot write ${path}: ${reasonOf(cause)}`, {
      kind: "config",
      hint: "choose a folder that can be written to, with space left",
      cause,
    });
  }
}

function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, "w");
    try {
      writeFileSync(file, text); // all of it, where a single write may end early on a disk that is nearly full
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** The code of an error of the operating system, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** A document as the text of a file. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
