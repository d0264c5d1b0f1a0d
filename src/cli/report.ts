import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { Command } from "commander";
import { JSDOM } from "jsdom";

import type { Measurement } from "#domain/measurement.ts";
import { measureTwoParty } from "#measure/twoParty.ts";
import { judgeSituation } from "#models/two-party/judgeSituation.ts";
import type { TwoPartyParameters } from "#models/two-party/parameters.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { situations } from "#models/two-party/situations.ts";
import type { Situation } from "#models/two-party/situations.ts";
import { twoPartyUnits } from "#models/two-party/twoPartyUnits.ts";
import type { UnitPayoff } from "#models/two-party/twoPartyUnits.ts";
import { auditDeals } from "#records/audit.ts";
import { openStore } from "#records/store.ts";
import type { ExpectedUnits, SituationInput } from "#report/input.ts";
import { buildReport } from "#report/report.ts";
import type { Report, ReportInput } from "#report/report.ts";
import { summaryInWords } from "#report/summaryInWords.ts";

import { withExamples } from "./examples.ts";
import { json, writeOutput } from "./files.ts";
import { startLocalChain } from "./localChain.ts";
import { ownFolder } from "./ownFolder.ts";
import { parseSeed } from "./options.ts";
import { note, printResult } from "./output.ts";
import { runStory } from "./story.ts";
import { projectVersion } from "./version.ts";

interface ReportArguments {
  readonly out: string;
  readonly seed: number;
  readonly json?: boolean;
}

/** `alliance report`, the main job: story, audit, measurement, analysis, and a page that shows it all. */
export function reportCommand(): Command {
  const command = new Command("report")
    .description("the main job: play a story, audit it, measure and analyse five situations, and write a report")
    .option("--out <folder>", "where the story, the measurements and the report are left", "out")
    .option("--seed <n>", "seed of the salts", parseSeed, 1)
    .option("--json", "print the summary as JSON")
    .action(async (options: ReportArguments) => {
      const input = await gather(options);
      note("drawing the report");
      const page = writeReport(join(options.out, "report"), buildReport(input, new JSDOM().window.document));
      const summary = summaryInWords(input);
      printResult(options.json, { summary, report: page }, () => describe(summary, page, options.out));
    });
  return withExamples(command, ["alliance report", "alliance report --out results --json"]);
}

async function gather({ out, seed }: ReportArguments): Promise<ReportInput> {
  const chain = await startLocalChain();
  try {
    const { story, evidence, store } = await runStory(chain, { out: join(out, "story"), seed });
    note("auditing the store");
    const findings = await auditDeals(store, evidence);
    const measured: SituationInput[] = [];
    for (const situation of situations) measured.push(await measureSituation(situation, { out, seed }));
    return { story, findings, situations: measured, generated: projectVersion() };
  } finally {
    await chain.close();
  }
}

/** Measures a situation on a chain of its own, and judges the paper's claim by the measured payoffs. */
async function measureSituation(
  situation: Situation,
  { out, seed }: { readonly out: string; readonly seed: number },
): Promise<SituationInput> {
  note(`measuring and analysing ${situation.id}`);
  const { parameters } = parseParameters(situation.set);
  const measurement = await measure(parameters, `${situation.id}, measured`, seed);
  const name = situation.id.toLowerCase().replaceAll(" ", "-");
  writeOutput(join(out, "measured", `${name}.json`), json(measurement));
  return {
    name,
    title: situation.id,
    measurement,
    expectedUnits: expectedUnits(parameters),
    judgement: judgeSituation(situation, measurement),
  };
}

async function measure(rules: TwoPartyParameters, title: string, seed: number): Promise<Measurement> {
  const chain = await startLocalChain();
  const folder = mkdtempSync(join(tmpdir(), "alliance-store-"));
  try {
    return await measureTwoParty(chain.experiment, { rules, store: openStore(folder), seed, title });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await chain.close();
  }
}

/** Table II by profile, in token units. */
function expectedUnits(parameters: TwoPartyParameters): ExpectedUnits[] {
  const table = twoPartyUnits(parameters);
  const cell = (supplier: string, retailer: string, units: UnitPayoff): ExpectedUnits => ({
    profile: [supplier, retailer],
    units: units.map(String),
  });
  return [
    cell("cooperate", "cooperate", table.bothCooperate),
    cell("cooperate", "defect", table.onlySupplierCooperates),
    cell("defect", "cooperate", table.onlyRetailerCooperates),
    cell("defect", "defect", table.bothDefect),
  ];
}

/** Writes the page and its figures; what an earlier report left in the folder is replaced. Returns the page's path. */
function writeReport(folder: string, { html, figures }: Report): string {
  ownFolder(folder);
  for (const figure of figures) {
    writeOutput(join(folder, "figures", `${figure.name}.svg`), figure.svg);
    writeOutput(join(folder, "figures", `${figure.name}.csv`), figure.csv);
    writeOutput(join(folder, "figures", `${figure.name}.json`), figure.json);
  }
  const page = resolve(folder, "index.html");
  writeOutput(page, html);
  return page;
}

function describe(summary: readonly string[], page: string, out: string): string {
  const story = join(out, "story");
  return [
    "",
    "What was found:",
    ...summary.map((line) => `- ${line}`),
    "",
    `Report: ${page}`,
    `Audit the story yourself: npx alliance audit --evidence ${join(story, "evidence.json")} --store ${join(story, "store")}`,
  ].join("\n");
}
