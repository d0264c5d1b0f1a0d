import { Command } from "commander";

import { readEvidence } from "#chain/evidence.ts";
import { AllianceError, EXIT_CODES } from "#domain/errors.ts";
import type { AuditFinding, DealEvidence } from "#domain/record.ts";
import { auditDeals } from "#records/audit.ts";
import { openStore } from "#records/store.ts";

import { connectDeployment } from "./connectDeployment.ts";
import { readEvidenceFile } from "./deployment.ts";
import { withExamples } from "./examples.ts";
import { printResult } from "./output.ts";

interface AuditArguments {
  readonly evidence?: string;
  readonly rpc?: string;
  readonly deployment?: string;
  readonly store: string;
  readonly json?: boolean;
}

/** `alliance audit`: does the store still hold what was signed? */
export function auditCommand(): Command {
  const command = new Command("audit")
    .description("compare every deal on chain with the stored details; exit code 5 unless all are ok")
    .option("--rpc <url>", "the chain to read, with --deployment")
    .option("--deployment <file>", "where the alliance stands on it, as `alliance story` writes it")
    .option("--evidence <file>", "what the chain said, as `alliance story` writes it, instead of a chain")
    .requiredOption("--store <folder>", "the store of the details")
    .option("--json", "print the findings as JSON")
    .action(async (options: AuditArguments) => {
      const store = openStore(options.store, { create: false });
      const findings = await auditDeals(store, await evidenceFor(options));
      const ok = findings.every(({ verdict }) => verdict === "ok");
      if (!ok) process.exitCode = EXIT_CODES.integrity;
      printResult(options.json, { ok, findings }, () => describeFindings(findings));
    });
  // The story leaves a tampered record behind, so the last example ends with exit code 5.
  return withExamples(command, [
    "alliance story",
    "alliance audit --evidence out/story/evidence.json --store out/story/store",
  ]);
}

/** One line a finding, and a summary. */
function describeFindings(findings: readonly AuditFinding[]): string {
  const bad = findings.filter(({ verdict }) => verdict !== "ok").length;
  const lines = findings.map(({ dealId, verdict, reason }) => `deal ${dealId}: ${verdict}. ${reason}`);
  return [...lines, `${findings.length} records audited, ${bad} not ok`].join("\n");
}

async function evidenceFor({ evidence, rpc, deployment }: AuditArguments): Promise<DealEvidence[]> {
  if (evidence !== undefined && rpc === undefined) return readEvidenceFile(evidence);
  if (evidence === undefined && rpc !== undefined && deployment !== undefined) return fromChain(rpc, deployment);
  throw new AllianceError("say where the evidence comes from", {
    kind: "usage",
    hint: "give --rpc URL --deployment FILE for a running chain, or --evidence FILE",
  });
}

async function fromChain(rpc: string, file: string): Promise<DealEvidence[]> {
  const { provider, alliance, fromBlock } = await connectDeployment(rpc, file);
  try {
    return await readEvidence(alliance, provider, fromBlock);
  } finally {
    provider.destroy();
  }
}
