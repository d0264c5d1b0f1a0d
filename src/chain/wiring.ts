import type { Alliance, AllianceAddresses } from "./alliance.ts";
import { Operated__factory } from "./generated/index.ts";

/** Whom each contract obeys; see the Ignition module. */
const OPERATORS = [
  { name: "ledger", operators: ["members", "costPool", "deals", "orderBook"] },
  { name: "members", operators: ["deals", "orderBook"] },
  { name: "costPool", operators: ["deals"] },
  { name: "goodwill", operators: ["deals"] },
  { name: "deals", operators: ["orderBook"] },
] as const satisfies readonly { name: keyof AllianceAddresses; operators: readonly (keyof AllianceAddresses)[] }[];

/**
 * Checks that every contract obeys exactly the contracts that it should, and can never be made to obey others.
 *
 * @param fromBlock the block of the deployment, from which events are read
 * @returns one sentence for each thing that is wrong
 */
export async function checkWiring(alliance: Alliance, fromBlock: number): Promise<string[]> {
  const { addresses } = alliance;
  const problems: string[] = [];
  for (const { name, operators } of OPERATORS) {
    const contract = Operated__factory.connect(addresses[name], alliance.ledger.runner);
    const [sealing] = await contract.queryFilter(contract.filters.OperatorsSealed(), fromBlock);
    const found = sealing?.args.operators.map((operator) => operator.toLowerCase()).sort();
    const wanted = operators.map((operator) => addresses[operator].toLowerCase()).sort();
    if (found === undefined) problems.push(`${name} has not been told whom to obey`);
    else if (found.join() !== wanted.join()) {
      problems.push(`${name} obeys ${found.join(", ")} instead of ${operators.join(", ")} (${wanted.join(", ")})`);
    }
  }
  return problems;
}
