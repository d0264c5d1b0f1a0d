import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Command } from "commander";
import { z } from "zod";

import { connectAlliance } from "#chain/alliance.ts";
import { blockTime } from "#chain/clock.ts";
import { remoteChain } from "#chain/connection.ts";
import { checkWiring } from "#chain/wiring.ts";
import { AllianceError, EXIT_CODES } from "#domain/errors.ts";

import { connectDeployment } from "./connectDeployment.ts";
import { withExamples } from "./examples.ts";
import { writeOutput } from "./files.ts";
import { startLocalChain } from "./localChain.ts";
import { printResult } from "./output.ts";

interface DoctorArguments {
  readonly rpc?: string;
  readonly deployment?: string;
  readonly json?: boolean;
}

interface Check {
  readonly name: string;
  /** Says what was found. @throws whatever is wrong */
  readonly run: () => string | Promise<string>;
}

interface Diagnosis {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Larger differences between this clock and block time are worth knowing: deadlines are judged by block time. */
const MAX_SKEW_SECONDS = 60;

/** `alliance doctor`: is everything there that the other commands need? */
export function doctorCommand(): Command {
  const command = new Command("doctor")
    .description("check the installation, and with --rpc and --deployment a deployed alliance")
    .option("--rpc <url>", "a chain to check")
    .option("--deployment <file>", "an alliance on it, as `alliance story` writes it")
    .option("--json", "print the checks as JSON")
    .action(async (options: DoctorArguments) => {
      const diagnoses: Diagnosis[] = [];
      for (const { name, run } of [...INSTALLATION, ...chainChecks(options)]) diagnoses.push(await diagnose(name, run));
      const ok = diagnoses.every((diagnosis) => diagnosis.ok);
      if (!ok) process.exitCode = EXIT_CODES.config;
      printResult(options.json, { ok, checks: diagnoses }, () =>
        diagnoses.map((check) => `${check.ok ? "ok    " : "FAILED"}  ${check.name}: ${check.detail}`).join("\n"),
      );
    });
  return withExamples(command, ["alliance doctor", "alliance doctor --json"]);
}

const INSTALLATION: readonly Check[] = [
  { name: "runtime", run: checkNode },
  { name: "compiler", run: checkCompiler },
  { name: "local chain", run: checkLocalChain },
  { name: "output folder", run: checkOutputFolder },
];

function chainChecks({ rpc, deployment }: DoctorArguments): Check[] {
  if (rpc === undefined && deployment !== undefined) {
    throw new AllianceError("say which chain the deployment is on", { kind: "usage", hint: "give --rpc URL too" });
  }
  if (rpc === undefined) return [];
  const chain: Check = { name: "chain", run: () => checkChain(rpc) };
  if (deployment === undefined) return [chain];
  return [chain, { name: "deployment", run: () => checkDeployment(rpc, deployment) }];
}

async function diagnose(name: string, run: Check["run"]): Promise<Diagnosis> {
  try {
    return { name, ok: true, detail: await run() };
  } catch (error) {
    const hint = error instanceof AllianceError && error.hint !== undefined ? ` (${error.hint})` : "";
    return { name, ok: false, detail: `${error instanceof Error ? error.message : String(error)}${hint}` };
  }
}

function checkNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 13)) {
    throw new AllianceError(`Node ${process.version} is too old for Hardhat 3`, {
      kind: "config",
      hint: "run commands as `npm run alliance -- ...` or `npx alliance ...`, which use the project's own Node",
    });
  }
  return `Node ${process.version}`;
}

function checkCompiler(): string {
  const manifest = fileURLToPath(import.meta.resolve("solc/package.json"));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, "utf8")));
  return `solc ${version} from npm`;
}

async function checkLocalChain(): Promise<string> {
  const chain = await startLocalChain();
  try {
    const { provider, addresses } = chain.experiment;
    refuse(await checkWiring(connectAlliance(addresses, provider), chain.fromBlock));
    return `starts; ${Object.keys(addresses).length} contracts deployed, each obeys exactly whom it should`;
  } finally {
    await chain.close();
  }
}

function checkOutputFolder(): string {
  const folder = mkdtempSync(join(process.cwd(), ".doctor-"));
  try {
    writeOutput(join(folder, "probe"), "probe");
    return `${process.cwd()} can be written to`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkChain(rpc: string): Promise<string> {
  const provider = await remoteChain(rpc);
  try {
    const { chainId } = await provider.getNetwork();
    const skew = Math.round((await blockTime(provider)) - Date.now() / 1000);
    const clock = Math.abs(skew) > MAX_SKEW_SECONDS ? `, newest block ${skew} s from this clock` : "";
    return `chain ${chainId} at block ${await provider.getBlockNumber()}${clock}`;
  } finally {
    provider.destroy();
  }
}

async function checkDeployment(rpc: string, file: string): Promise<string> {
  const { provider, alliance, fromBlock } = await connectDeployment(rpc, file);
  try {
    refuse(await checkWiring(alliance, fromBlock));
    return `all ${Object.keys(alliance.addresses).length} contracts are there, each obeys exactly whom it should`;
  } finally {
    provider.destroy();
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new AllianceError(problems.join("; "), { kind: "integrity" });
}
