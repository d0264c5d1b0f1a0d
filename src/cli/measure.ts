import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Command, Option } from "commander";

import { formatDecimal, parseDecimal } from "#domain/decimal.ts";
import type { Measurement } from "#domain/measurement.ts";
import { measureTwoParty } from "#measure/twoParty.ts";
import type { TwoPartyRules } from "#measure/twoPartyRules.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { openStore } from "#records/store.ts";

import type { DealsContract } from "#ignition/modules/contracts.ts";

import { withExamples } from "./examples.ts";
import { json, writeOutput } from "./files.ts";
import { startLocalChain } from "./localChain.ts";
import { modelArgument } from "./model.ts";
import { parseSeed, parseSet } from "./options.ts";
import { alignColumns, note, printResult } from "./output.ts";

interface MeasureOptions {
  readonly set?: Record<string, string>;
  readonly out?: string;
  readonly seed: number;
  readonly gasPrice: string;
  readonly variant?: keyof typeof VARIANTS;
  readonly json?: boolean;
}

/** Contracts with one rule changed, by the name of the change. */
const VARIANTS = {
  "half-penalty": "HalfPenaltyDeals",
  "charge-defector": "ChargeDefectorDeals",
} as const satisfies Record<string, DealsContract>;

/** `alliance measure NAME`: the payoffs that the contracts really pay. */
export function measureCommand(): Command {
  const command = new Command("measure")
    .description("play every profile of strategies against the contracts on a fresh local chain, and print the payoffs")
    .addArgument(modelArgument())
    .option("--set <symbol=value,...>", "parameters that differ from the published ones", parseSet)
    .option("--out <file>", "also write the measured game file there")
    .option("--seed <n>", "seed of the salts", parseSeed, 1)
    .option("--gas-price <tokens>", "tokens that one unit of gas costs an actor; 0 leaves gas out of the payoffs", "0")
    .addOption(new Option("--variant <rule>", "measure contracts with one rule changed").choices(Object.keys(VARIANTS)))
    .option("--json", "print the measured game file")
    .action(async (_name: string, options: MeasureOptions) => {
      const { parameters, warnings } = parseParameters(options.set ?? {});
      for (const warning of warnings) note(`warning: ${warning}`);
      const measurement = await measure(parameters, options);
      if (options.out !== undefined) writeOutput(options.out, json(measurement));
      printResult(options.json, measurement, () => describe(measurement));
    });
  return withExamples(command, [
    "alliance measure two-party",
    "alliance measure two-party --set F=5.3,Vs=5,Vr=5,Ds=5,Dr=5 --out measured.json",
    "alliance measure two-party --variant half-penalty",
    "alliance measure two-party --gas-price 0.000001 --json",
  ]);
}

async function measure(rules: TwoPartyRules, options: MeasureOptions): Promise<Measurement> {
  const gasPrice = parseDecimal(options.gasPrice, 18);
  const chain = await startLocalChain(options.variant === undefined ? "Deals" : VARIANTS[options.variant]);
  const folder = mkdtempSync(join(tmpdir(), "alliance-store-"));
  try {
    return await measureTwoParty(chain.experiment, {
      rules,
      store: openStore(folder),
      seed: options.seed,
      gasPrice,
      onProfile: (profile) => note(`playing ${profile.join(", ")}`),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await chain.close();
  }
}

function describe({ title, payoffs, components, gas }: Measurement): string {
  const table = [
    ["profile", "supplier", "retailer"],
    ...payoffs.map(({ profile, payoff }) => [profile.join(", "), ...payoff.map(String)]),
  ];
  const parts = components.map(({ profile, player, lines }) => {
    const list = Object.entries(lines).map(([line, units]) => `${line} ${formatDecimal(BigInt(units), 18)}`);
    return `  ${player} in (${profile.join(", ")}): ${list.join(", ")}`;
  });
  const used = [
    ["profile", "actor", "transactions", "gas"],
    ...gas.map(({ profile, actor, transactions, gasUsed }) => [
      profile.join(", "),
      actor,
      String(transactions),
      String(gasUsed),
    ]),
  ];
  return [title, "", alignColumns(table), "", "made of:", ...parts, "", alignColumns(used)].join("\n");
}
