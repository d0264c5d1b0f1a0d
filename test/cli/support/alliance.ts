import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { CommanderError } from "commander";
import type { Command } from "commander";

import { AllianceError, EXIT_CODES } from "#domain/errors.ts";

/** The command as users start it. */
export const ENTRY = resolve("scripts", "alliance.mjs");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `alliance ARGS` in a process of its own. */
export async function alliance(
  args: readonly string[],
  { cwd, input = "" }: { readonly cwd: string; readonly input?: string },
): Promise<Run> {
  return start(process.execPath, [ENTRY, ...args], cwd, input);
}

/** Runs a line of shell in which `alliance` is the command. */
export async function shell(line: string, cwd: string): Promise<Run> {
  const text = `alliance() { "${process.execPath}" "${ENTRY}" "$@"; }\n${line}`;
  return start("bash", ["-c", text], cwd, "");
}

function start(command: string, args: readonly string[], cwd: string, input: string): Promise<Run> {
  const child = spawn(command, args, { cwd, stdio: "pipe" });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on("error", () => undefined); // a child that does not read its input may be gone before it is written
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** How a sub-command refuses its arguments in this process: its exit code and all that it says. Must not succeed. */
export async function refusal(command: Command, args: readonly string[]): Promise<{ code: number; text: string }> {
  let said = "";
  command.exitOverride().configureOutput({ writeErr: (text) => (said += text), writeOut: (text) => (said += text) });
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof AllianceError) return { code: error.exitCode, text: `${error.message}\n${error.hint}` };
    if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : EXIT_CODES.usage, text: said };
    throw error;
  }
  throw new Error(`${command.name()} ${args.join(" ")} was not refused`);
}

/** Empty folders for tests, and how to remove them all. */
export function temporaryFolders(): { create: () => string; remove: () => void } {
  const folders: string[] = [];
  return {
    create() {
      const folder = mkdtempSync(join(tmpdir(), "alliance-cli-"));
      folders.push(folder);
      return folder;
    },
    remove() {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
