import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

import { AllianceError } from "#domain/errors.ts";

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
      ? { text: readFileSync(0, "utf8"), source: "standard input" }
      : { text: readFileSync(path, "utf8"), source: path };
  } catch (cause) {
    throw new AllianceError(`cannot read ${path}: ${reasonOf(cause)}`, {
      kind: "not-found",
      hint: "name an existing file, or - for standard input",
      cause,
    });
  }
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * @throws AllianceError (config) when the disk does not take it
 */
export function writeOutput(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, "w");
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new AllianceError(`cannot write ${path}: ${reasonOf(cause)}`, {
      kind: "config",
      hint: "choose a folder that can be written to, with space left",
      cause,
    });
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** A document as the text of a file. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
