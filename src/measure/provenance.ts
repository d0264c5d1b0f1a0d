import type { AllianceAddresses } from "#chain/alliance.ts";
import { codeHashOf } from "#chain/codeHash.ts";
import type { Experiment } from "#chain/experiment.ts";
import { formatDecimal } from "#domain/decimal.ts";
import type { ContractProvenance, Provenance, RunProvenance } from "#domain/measurement.ts";

/** Where a measurement comes from: the chain, the code that ran on it, and the parameters. */
export async function provenanceOf(
  experiment: Experiment,
  given: {
    readonly parameters: Readonly<Record<string, string>>;
    readonly seed: number;
    readonly gasPrice: bigint;
    readonly runs: readonly RunProvenance[];
  },
): Promise<Provenance> {
  const { provider, addresses, software, compiler } = experiment;
  const { chainId } = await provider.getNetwork();
  const contracts: ContractProvenance[] = [];
  for (const [name, address] of Object.entries(addresses) as [keyof AllianceAddresses, string][]) {
    contracts.push({ name, address, codeHash: await codeHashOf(provider, address) });
  }
  return {
    software,
    chainId: Number(chainId),
    contracts,
    compiler,
    parameters: given.parameters,
    seed: given.seed,
    gasPrice: formatDecimal(given.gasPrice, 18),
    runs: given.runs,
  };
}
