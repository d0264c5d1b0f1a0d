import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..", "..", "..");

/** Packages that the real probe loads, as the shortest modules that load; the last is native and easily left out. */
const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "hardhat": {
    "config.js": "",
    "package.json": JSON.stringify({ name: "hardhat", exports: { "./config": "./config.js" } }),
    "dist/src/cli.js": `
      const { existsSync, mkdirSync, writeFileSync, appendFileSync } = require("node:fs");
      appendFileSync("hardhat.log", process.argv.slice(2).join(" ") + "\\n");
      if (existsSync("contracts/Broken.sol")) { console.error("Broken.sol:3: not Solidity"); process.exit(1); }
      for (const folder of ["artifacts", "src/chain/generated"]) mkdirSync(folder, { recursive: true });
      writeFileSync("src/chain/generated/index.ts", "");`,
  },
  "solc": { "index.js": "", "soljson.js": "compiler", "package.json": `{ "name": "solc" }` },
  "tsx": {
    "api.js": "",
    "dist/loader.mjs": "",
    "package.json": JSON.stringify({ name: "tsx", exports: { "./esm/api": "./api.js" } }),
  },
  "@nomicfoundation/edr": { "index.js": `require("@nomicfoundation/edr-native");`, "package.json": "{}" },
  "@nomicfoundation/edr-native": { "index.js": "", "package.json": "{}" },
};

/** Stands in for npm: writes down how it was called and puts the packages above into node_modules, as npm would. */
const FAKE_NPM = `#!${process.execPath}
const fs = require("node:fs");
const [command] = process.argv.slice(2);
const names = Object.keys(process.env).filter((name) => /^npm_(package|lifecycle|command)/.test(name));
fs.appendFileSync("npm.log", JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH, names }) + "\\n");
const packages = JSON.parse(fs.readFileSync("packages.json"));
const plan = JSON.parse(process.env.FAKE_NPM ?? "{}");
if (plan.fails) { console.error("npm error network"); process.exit(1); }
if (command === "ci") fs.rmSync("node_modules", { recursive: true, force: true });
const left = plan.leavesOut?.[command] ?? [];
const record = { packages: {} };
for (const [name, files] of Object.entries(packages)) {
  if (left.includes(name)) continue;
  record.packages["node_modules/" + name] = { version: "1.0.0" };
  for (const [file, content] of Object.entries(files)) {
    const path = "node_modules/" + name + "/" + file;
    fs.mkdirSync(require("node:path").dirname(path), { recursive: true });
    if (!fs.existsSync(path)) fs.writeFileSync(path, content);
  }
}
fs.mkdirSync("node_modules/.bin", { recursive: true });
if (!fs.existsSync("node_modules/.bin/node")) fs.symlinkSync(process.execPath, "node_modules/.bin/node");
fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify(record));
`;

interface NpmCall {
  readonly args: readonly string[];
  readonly path: string;
  /** Names of inherited variables that belong to another npm run. */
  readonly names: readonly string[];
}

/** What the fake npm does wrong. */
export interface NpmPlan {
  readonly fails?: boolean;
  /** Packages that an npm command does not install. */
  readonly leavesOut?: Readonly<Record<string, readonly string[]>>;
}

/** A project in a folder of its own: the real scripts, a fake npm, the shortest packages. */
export class FakeProject {
  readonly root = mkdtempSync(join(tmpdir(), "alliance-bootstrap-"));

  constructor() {
    cpSync(join(ROOT, "scripts"), join(this.root, "scripts"), { recursive: true });
    this.write("package.json", `{ "name": "fake" }`);
    this.write("hardhat.config.ts", "");
    this.write("packages.json", JSON.stringify(PACKAGES));
    this.writeLock("1");
    this.write("bin/npm", FAKE_NPM);
    chmodSync(join(this.root, "bin", "npm"), 0o755);
  }

  write(file: string, content: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), content);
  }

  /** A lock file that asks for the fake packages; another name makes another lock file. */
  writeLock(name: string): void {
    const packages = Object.keys(PACKAGES).map((path) => [
      `node_modules/${path}`,
      path.endsWith("-native") ? { version: "1.0.0", optional: true, os: [process.platform] } : { version: "1.0.0" },
    ]);
    this.write("package-lock.json", JSON.stringify({ name, packages: Object.fromEntries([["", {}], ...packages]) }));
  }

  delete(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  environment(plan: NpmPlan = {}): NodeJS.ProcessEnv {
    const { PATH = "", ...rest } = process.env;
    const folders = [join(this.root, "bin"), dirname(process.execPath), PATH];
    return { ...rest, PATH: folders.join(delimiter), FAKE_NPM: JSON.stringify(plan), npm_package_name: "outer" };
  }

  /** Runs a script of the project to its end. */
  run(script: string, args: readonly string[] = [], plan: NpmPlan = {}): SpawnSyncReturns<string> {
    const options = { cwd: this.root, env: this.environment(plan), encoding: "utf8" } as const;
    return spawnSync(process.execPath, [join(this.root, "scripts", script), ...args], options);
  }

  /** The same in another environment. */
  runWith(script: string, env: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [join(this.root, "scripts", script)], { cwd: this.root, env, encoding: "utf8" });
  }

  /** Runs the fake npm as a user would. */
  runNpm(args: readonly string[], plan: NpmPlan): void {
    spawnSync(join(this.root, "bin", "npm"), args, { cwd: this.root, env: this.environment(plan) });
  }

  /** Starts a script; resolves to its exit code. */
  start(script: string): Promise<number | null> {
    const options = { cwd: this.root, env: this.environment(), stdio: "ignore" } as const;
    const child = spawn(process.execPath, [join(this.root, "scripts", script)], options);
    return new Promise((done) => child.on("close", done));
  }

  npmCalls(): NpmCall[] {
    return this.lines("npm.log").map((line) => JSON.parse(line) as NpmCall);
  }

  lines(file: string): string[] {
    return this.has(file) ? readFileSync(join(this.root, file), "utf8").trim().split("\n") : [];
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
