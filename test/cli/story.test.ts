import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { readDeployment, readEvidenceFile } from "#cli/deployment.ts";
import { storyCommand } from "#cli/story.ts";
import type { Story } from "#domain/story.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";
import type { Run } from "./support/alliance.ts";

describe("cli/story", () => {
  const folders = temporaryFolders();
  let cwd: string;
  let told: Run;
  let printed: Run;
  before(async () => {
    cwd = folders.create();
    [told, printed] = await Promise.all([
      alliance(["story"], { cwd }),
      alliance(["story", "--out", "mine", "--json"], { cwd }),
    ]);
  });
  after(() => folders.remove());

  it("leaves the store, the story, its evidence and where the alliance stood", () => {
    expect(told.code, told.stderr).to.equal(0);
    const folder = join(cwd, "out", "story");
    expect(readdirSync(folder).sort()).to.deep.equal(["deployment.json", "evidence.json", "store", "story.json"]);
    const evidence = readEvidenceFile(join(folder, "evidence.json"));
    expect(evidence.map(({ status }) => status)).to.deep.equal(["settled", "settled", "settled", "supplier-defaulted"]);
    expect(evidence.flatMap(({ agreements }) => agreements).every(({ valid }) => valid)).to.equal(true);
    const { chainId, fromBlock, addresses } = readDeployment(join(folder, "deployment.json"));
    expect({ chainId, fromBlock }).to.deep.equal({ chainId: 31_337, fromBlock: 0 });
    expect(addresses.deals).to.equal(evidence[0]?.contract);
  });

  it("prints the same story that it leaves, the same each time", () => {
    expect(printed.code).to.equal(0);
    expect(readFileSync(join(cwd, "mine", "story.json"), "utf8")).to.equal(printed.stdout);
    expect(readFileSync(join(cwd, "out", "story", "story.json"), "utf8")).to.equal(printed.stdout);
    const files = (out: string) => readdirSync(join(cwd, out, "store"), { recursive: true, encoding: "utf8" }).sort();
    expect(files("mine")).to.deep.equal(files(join("out", "story")));
  });

  it("tells people each step with its time, the deals, and how to audit them", () => {
    const { steps, deals }: Story = JSON.parse(printed.stdout);
    for (const { time, text } of steps) {
      expect(told.stdout).to.contain(`${new Date(time * 1000).toISOString()}  ${text}\n`);
    }
    for (const { dealId, supplier, status } of deals) {
      expect(told.stdout).to.match(new RegExp(`^${dealId} +${supplier} .* ${status}$`, "m"));
    }
    expect(told.stdout).to.match(/alliance audit --evidence out\/story\/evidence\.json --store out\/story\/store\n$/);
    expect(told.stderr.match(/^story: /gm)).to.have.length(5);
  });

  it("replaces what an earlier story left", async () => {
    const again = await alliance(["story", "--out", "mine", "--seed", "2"], { cwd });
    expect(again.code).to.equal(0);
    const records = readdirSync(join(cwd, "mine", "store"), { recursive: true, encoding: "utf8" });
    expect(records.filter((name) => /0x[0-9a-f]{64}$/.test(name))).to.have.length(4);
    expect(readFileSync(join(cwd, "mine", "story.json"), "utf8")).not.to.equal(printed.stdout);
  });

  it("touches nothing where no chain answers, or options are wrong", async () => {
    const out = join(cwd, "untouched");
    for (const [exitCode, args] of [
      [6, ["--rpc", "http://127.0.0.1:9"]],
      [6, ["--rpc", "nonsense"]],
      [2, ["--seed", "x"]],
      [2, ["--frobnicate"]],
      [2, ["more"]],
    ] as const) {
      expect((await refusal(storyCommand(), [...args, "--out", out])).code, args.join(" ")).to.equal(exitCode);
    }
    expect(existsSync(out)).to.equal(false);
  });
});
