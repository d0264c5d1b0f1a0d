import { readdirSync } from "node:fs";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { doctorCommand } from "#cli/doctor.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

describe("cli/doctor", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("finds a sound installation sound, and leaves nothing behind", async () => {
    const cwd = folders.create();
    const { code, stdout, stderr } = await alliance(["doctor", "--json"], { cwd });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    const { ok, checks } = JSON.parse(stdout);
    expect(ok).to.equal(true);
    expect(checks.map((check: { name: string }) => check.name)).to.deep.equal([
      "runtime",
      "compiler",
      "local chain",
      "output folder",
    ]);
    expect(readdirSync(cwd)).to.deep.equal([]);
  });

  it("says what is wrong, goes on with the rest, and ends with exit code 3", async () => {
    const { code, stdout } = await alliance(["doctor", "--rpc", "http://127.0.0.1:9"], { cwd: folders.create() });
    expect(code).to.equal(3);
    expect(stdout).to.match(/^ok +runtime: Node v/m);
    expect(stdout).to.match(/^FAILED +chain: no chain answers at http:\/\/127\.0\.0\.1:9 \(start one/m);
  });

  it("does not pretend to have checked a deployment on no chain", async () => {
    const { code, text } = await refusal(doctorCommand(), ["--deployment", "deployment.json"]);
    expect(code).to.equal(2);
    expect(text).to.match(/which chain/);
  });
});
