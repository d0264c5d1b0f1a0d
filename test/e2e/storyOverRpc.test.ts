import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { agreementFor, verifyAgreement } from "#chain/agreement.ts";
import { connectAlliance } from "#chain/alliance.ts";
import { remoteChain } from "#chain/connection.ts";
import { readDeployment, readEvidenceFile } from "#cli/deployment.ts";
import type { AuditFinding } from "#domain/record.ts";
import type { Story } from "#domain/story.ts";

import { alliance, temporaryFolders } from "../cli/support/alliance.ts";

const JOURNALS = join("ignition", "deployments");

interface Node {
  readonly process: ChildProcess;
  readonly port: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** Starts `hardhat node` in a process of its own, and waits until it listens. */
async function startNode(port: number): Promise<Node> {
  const hardhat = resolve("node_modules", "hardhat", "dist", "src", "cli.js");
  const args = [hardhat, "node", "--hostname", "127.0.0.1", "--port", String(port)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((done, failed) => {
    let said = "";
    child.on("exit", (code) => failed(new Error(`the node ended with ${code}: ${said}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString();
      if (/Started HTTP/.test(said)) done();
    });
  });
  return { process: child, port };
}

async function stopNode({ process: child }: Node): Promise<void> {
  child.removeAllListeners("exit");
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("the story on a node over HTTP", () => {
  const folders = temporaryFolders();
  const journalsBefore = existsSync(JOURNALS) ? readdirSync(JOURNALS) : [];
  let cwd: string;
  let node: Node;
  let rpc: string;
  /** The record that was tampered with: its file, and the bytes that were signed. */
  let path: string;
  let right: string;

  before(async function () {
    this.timeout(120_000);
    cwd = folders.create();
    node = await startNode(await freePort());
    rpc = `http://127.0.0.1:${node.port}`;
    const played = await alliance(["story", "--rpc", rpc, "--out", ".", "--seed", "3"], { cwd });
    expect(played.code, played.stderr).to.equal(0);
    const [deal] = readEvidenceFile(join(cwd, "evidence.json"));
    const commitment = deal?.agreements[0]?.commitment ?? "none";
    const names = readdirSync(join(cwd, "store"), { recursive: true, encoding: "utf8" });
    path = join(cwd, "store", names.find((name) => name.endsWith(commitment)) ?? "none");
    right = readFileSync(path, "utf8").replaceAll(/"quantity":"4"/g, '"quantity":"5"');
  });
  after(async () => {
    await stopNode(node);
    const journals = existsSync(JOURNALS) ? readdirSync(JOURNALS) : [];
    for (const name of journals) {
      if (!journalsBefore.includes(name)) rmSync(join(JOURNALS, name), { recursive: true });
    }
    folders.remove();
  });

  async function audit(): Promise<{ code: number | null; verdicts: string[] }> {
    const args = ["audit", "--rpc", rpc, "--deployment", "deployment.json", "--store", "store", "--json"];
    const { code, stdout, stderr } = await alliance(args, { cwd });
    expect(stderr).to.equal("");
    const { ok, findings }: { ok: boolean; findings: AuditFinding[] } = JSON.parse(stdout);
    expect(ok).to.equal(code === 0);
    return { code, verdicts: findings.map(({ verdict }) => verdict) };
  }

  it("is the story that is told everywhere: nothing is lost, and everybody gets what is theirs", () => {
    const { tokensBefore, tokensAfter, deals, members }: Story = JSON.parse(
      readFileSync(join(cwd, "story.json"), "utf8"),
    );
    expect(tokensAfter).to.equal(tokensBefore);
    expect(members).to.have.length(6);
    expect(deals.map(({ status }) => status)).to.deep.equal(["settled", "settled", "settled", "supplier-defaulted"]);
  });

  it("leaves evidence that anybody can check against the chain", async () => {
    const { addresses } = readDeployment(join(cwd, "deployment.json"));
    const provider = await remoteChain(rpc);
    const chain = connectAlliance(addresses, provider);
    const block = await provider.getBlockNumber();
    for (const { dealId, agreements } of readEvidenceFile(join(cwd, "evidence.json"))) {
      for (const { signer, commitment, signature } of agreements) {
        const agreement = await agreementFor(chain, BigInt(dealId), commitment);
        expect(await verifyAgreement(provider, agreement, signer, signature, block)).to.equal(true);
      }
    }
    provider.destroy();
  });

  it("is audited over HTTP: the tampered record is found, and all is well when the right bytes are back", async () => {
    expect(await audit()).to.deep.equal({ code: 5, verdicts: ["mismatch", "ok", "ok", "ok"] });
    writeFileSync(path, right);
    expect(await audit()).to.deep.equal({ code: 0, verdicts: ["ok", "ok", "ok", "ok"] });
  });

  it("finds whatever else is done to a record, and names it", async () => {
    const flipped = Buffer.from(right);
    const middle = Math.floor(flipped.length / 2);
    flipped.writeUInt8((flipped.at(middle) ?? 0) ^ 1, middle);
    for (const [harm, bytes, verdict] of [
      ["flipped", flipped, "mismatch"],
      ["truncated", right.slice(0, -20), "truncated"],
      ["emptied", "", "truncated"],
      ["lengthened", `${right} `, "mismatch"],
      ["deleted", undefined, "missing"],
    ] as const) {
      if (bytes === undefined) rmSync(path);
      else writeFileSync(path, bytes);
      expect(await audit(), harm).to.deep.equal({ code: 5, verdicts: [verdict, "ok", "ok", "ok"] });
    }
    writeFileSync(path, right);
  }).timeout(120_000);

  it("leaves an alliance that the doctor finds sound", async () => {
    const args = ["doctor", "--rpc", rpc, "--deployment", "deployment.json", "--json"];
    const { code, stdout } = await alliance(args, { cwd });
    const { checks }: { checks: { name: string; ok: boolean }[] } = JSON.parse(stdout);
    expect(code, stdout).to.equal(0);
    expect(checks.map(({ name }) => name)).to.include.members(["chain", "deployment"]);
  });

  describe("after the node has started anew", () => {
    before(async function () {
      this.timeout(60_000);
      await stopNode(node);
      node = await startNode(node.port);
    });

    const auditAgain = () =>
      alliance(["audit", "--rpc", rpc, "--deployment", "deployment.json", "--store", "store"], { cwd });

    it("the audit gives no verdict: it says that this is another chain", async () => {
      const { code, stdout, stderr } = await auditAgain();
      expect({ code, stdout }).to.deep.equal({ code: 6, stdout: "" });
      expect(stderr).to.match(/is not the one that the alliance was deployed to/);
    });

    it("neither does it take another alliance at the same addresses for the old one, nor does the doctor", async () => {
      const other = await alliance(["story", "--rpc", rpc, "--out", "other", "--seed", "4"], { cwd });
      expect(other.code, other.stderr).to.equal(0);
      expect(readDeployment(join(cwd, "other", "deployment.json")).addresses).to.deep.equal(
        readDeployment(join(cwd, "deployment.json")).addresses,
      );
      const { code, stdout } = await auditAgain();
      expect({ code, stdout }).to.deep.equal({ code: 6, stdout: "" });
      const doctor = await alliance(["doctor", "--rpc", rpc, "--deployment", "deployment.json"], { cwd });
      expect(doctor.code).to.equal(3);
      expect(doctor.stdout).to.match(/^FAILED +deployment: .*is not the one/m);
    });

    it("the audit says that nobody answers when the node is gone", async () => {
      await stopNode(node);
      const { code, stdout, stderr } = await auditAgain();
      expect({ code, stdout }).to.deep.equal({ code: 6, stdout: "" });
      expect(stderr).to.match(/no chain answers/);
    });
  });
});
