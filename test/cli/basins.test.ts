import { expect } from "chai";
import { after, describe, it } from "mocha";

import { basinsCommand } from "#cli/basins.ts";
import { writeGame } from "#game/writeGame.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

describe("cli/basins", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("says from what share of all starts each outcome is reached", async () => {
    const input = writeGame(twoPartyGame(parseParameters({ Ds: "3", Dr: "3" }).parameters));
    const cwd = folders.create();
    const [json, text] = await Promise.all([
      alliance(["basins", "-", "--json"], { cwd, input }),
      alliance(["basins", "-"], { cwd, input }),
    ]);
    expect({ code: json.code, stderr: json.stderr }).to.deep.equal({ code: 0, stderr: "" });
    const { attractors, method } = JSON.parse(json.stdout);
    expect(method).to.be.a("string");
    const shares: number[] = attractors.map(({ share }: { share: number }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).to.be.within(1 - 1e-9, 1 + 1e-9);
    for (const share of shares) expect(text.stdout).to.contain(` attracts ${share} of all starts`);
  });

  it("refuses options that it does not have", async () => {
    expect((await refusal(basinsCommand(), ["game.json", "--until", "3"])).code).to.equal(2);
    expect((await refusal(basinsCommand(), [])).text).to.match(/missing required argument/);
  });
});
