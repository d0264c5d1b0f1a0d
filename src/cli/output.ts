import { writeSync } from "node:fs";

import { codeOf } from "./files.ts";
import { pause } from "./pause.ts";

/** A result for programs (`--json`: one document on standard output) or for people. Messages go to standard error. */
export function printResult(json: boolean | undefined, document: unknown, text: () => string): void {
  write(1, json === true ? JSON.stringify(document, null, 2) : text());
}

/** A message beside the result: a warning, or what is being done. */
export function note(message: string): void {
  write(2, message);
}

/** Rows of cells as aligned columns; numbers and all but the first column to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

/** Characters that a terminal would obey rather than show: controls other than line breaks and tabs, and bidirectional marks. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Shows what a terminal would obey as JSON writes it, so that a document stays the same document. */
function harmless(text: string): string {
  return text.replace(OBEYED, (character) =>
    character === "\n" || character === "\t"
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Writes a line at once, so that nothing is lost when the process ends right after. A reader that left is no error. */
function write(descriptor: number, text: string): void {
  let rest = Buffer.from(`${harmless(text)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (codeOf(error) === "EPIPE") process.exit();
      if (codeOf(error) !== "EAGAIN") throw error;
      pause();
    }
  }
}
