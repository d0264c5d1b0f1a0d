import { join } from "node:path";

import { Command } from "commander";

import { connectAlliance } from "#chain/alliance.ts";
import { blockHashOf } from "#chain/blockHash.ts";
import { readEvidence } from "#chain/evidence.ts";
import type { DealEvidence } from "#domain/record.ts";
import type { Story } from "#domain/story.ts";
import { playStory } from "#measure/story.ts";
import { openStore } from "#records/store.ts";
import type { RecordStore } from "#records/store.ts";

import type { Deployment } from "./deployment.ts";
import { withExamples } from "./examples.ts";
import { json, writeOutput } from "./files.ts";
import { deployTo, startLocalChain } from "./localChain.ts";
import type { LocalChain } from "./localChain.ts";
import { ownFolder } from "./ownFolder.ts";
import { parseSeed } from "./options.ts";
import { alignColumns, note, printResult } from "./output.ts";
import { tamperWith } from "./tamper.ts";

interface StoryArguments {
  readonly rpc?: string;
  readonly out: string;
  readonly seed: number;
  readonly json?: boolean;
}

/** A story that was played, and what is left of it in a folder. */
export interface StoryRun {
  readonly story: Story;
  readonly evidence: readonly DealEvidence[];
  readonly store: RecordStore;
}

/** `alliance story`: the life of an alliance, played on a chain. */
export function storyCommand(): Command {
  const command = new Command("story")
    .description("play the life of an alliance of six members on a chain: honest deals, a default, a tampered record")
    .option("--rpc <url>", "a development chain to play on, as in http://127.0.0.1:8545; else one in this process")
    .option("--out <folder>", "where the store, the story and its evidence are left", "out/story")
    .option("--seed <n>", "seed of the salts", parseSeed, 1)
    .option("--json", "print the story as JSON")
    .action(async (options: StoryArguments) => {
      const chain = options.rpc === undefined ? await startLocalChain() : await deployTo(options.rpc);
      try {
        const { story } = await runStory(chain, options);
        printResult(options.json, story, () => describe(story, options.out));
      } finally {
        await chain.close();
      }
    });
  return withExamples(command, ["alliance story", "alliance story --out mine --seed 2 --json"]);
}

/**
 * Plays the story and leaves in `out`: `store/` (one of its records tampered with), `story.json`, `evidence.json` (what
 * the chain says of the deals) and `deployment.json`. What an earlier story left there is replaced.
 */
export async function runStory(
  chain: LocalChain,
  { out, seed }: { readonly out: string; readonly seed: number },
): Promise<StoryRun> {
  const { experiment, fromBlock } = chain;
  const folder = join(out, "store");
  ownFolder(folder);
  const store = openStore(folder);
  const { story } = await playStory(experiment, {
    store,
    seed,
    tamper: async (commitment) => tamperWith(store.directory, commitment),
    onChapter: (title) => note(`story: ${title}`),
  });
  const { provider, addresses } = experiment;
  const evidence = await readEvidence(connectAlliance(addresses, provider), provider, fromBlock);
  const { chainId } = await provider.getNetwork();
  const fromBlockHash = await blockHashOf(provider, fromBlock);
  const deployment: Deployment = { chainId: Number(chainId), fromBlock, fromBlockHash, addresses };
  writeOutput(join(out, "story.json"), json(story));
  writeOutput(join(out, "evidence.json"), json(evidence));
  writeOutput(join(out, "deployment.json"), json(deployment));
  return { story, evidence, store };
}

function describe({ steps, deals }: Story, out: string): string {
  const told = steps.map(({ time, text }) => `${new Date(time * 1000).toISOString()}  ${text}`);
  const table = deals.map(({ dealId, supplier, retailer, quantity, status }) => [
    dealId,
    supplier,
    retailer,
    quantity,
    status,
  ]);
  return [
    ...told,
    "",
    alignColumns([["deal", "supplier", "retailer", "quantity", "status"], ...table]),
    "",
    `Audit it: alliance audit --evidence ${join(out, "evidence.json")} --store ${join(out, "store")}`,
  ].join("\n");
}
