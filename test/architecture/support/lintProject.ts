import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

/** One message of the linter. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  /** `plugin(rule)`, as the linter writes it. */
  readonly rule: string;
}

interface Report {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

const ROOT = resolve(import.meta.dirname, "..", "..", "..");

/**
 * Lints a project that consists of `files` alone, under this project's own rules.
 *
 * @param files content by path, with `/`
 */
export function lintProject(files: ReadonlyMap<string, string>): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "alliance-lint-"));
  try {
    for (const name of ["oxlint.config.ts", "tsconfig.json", "package.json"])
      cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const oxlint = join(ROOT, "node_modules", "oxlint", "bin", "oxlint");
    const options = { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
    const run = spawnSync(process.execPath, [oxlint, "--format=json", "src"], options);
    if (run.error !== undefined) throw run.error;
    return findings(run.stdout, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findings(output: string, folder: string): Finding[] {
  return (JSON.parse(output) as Report).diagnostics.map(({ code, filename, labels }) => ({
    file: relative(folder, resolve(folder, filename)),
    line: labels[0]?.span.line ?? 0,
    rule: code,
  }));
}
