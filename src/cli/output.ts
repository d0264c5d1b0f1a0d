import { writeSync } from "node:fs";

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

/** Writes a line at once, so that nothing is lost when the process ends right after. A reader that left is no error. */
function write(descriptor: number, text: string): void {
  let rest = Buffer.from(`${text}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (codeOf(error) === "EPIPE") process.exit(0);
      if (codeOf(error) !== "EAGAIN") throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
