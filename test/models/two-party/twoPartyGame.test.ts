import { readGame } from "#game/readGame.ts";
import { writeGame } from "#game/writeGame.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { readFileSync } from "node:fs";

function gameOf(set: Record<string, string>) {
  return twoPartyGame(parseParameters(set).parameters);
}

describe("twoPartyGame", () => {
  it("has the payoffs of Table II at Table IV", () => {
    expect(gameOf({}).payoffs).to.deep.equal([
      { profile: ["cooperate", "cooperate"], payoff: [50.5, 50.5] },
      { profile: ["cooperate", "defect"], payoff: [49.5, 51] },
      { profile: ["defect", "cooperate"], payoff: [51, 49.5] },
      { profile: ["defect", "defect"], payoff: [50, 50] },
    ]);
  });

  it("rounds once: sums of decimals come out as written", () => {
    const { payoffs } = gameOf({ As: "0.1", Rs: "0.2", Vs: "0", Ct: "0", F: "5.3", Bs: "0" });
    expect(0.1 + 0.2).not.to.equal(0.3);
    expect(payoffs[0]?.payoff[0]).to.equal(0.3);
    expect(payoffs[1]?.payoff[0]).to.equal(5.4);
  });

  it("is a complete game file", () => {
    const game = gameOf({ theta: "0.123456789012345678" });
    expect(readGame(writeGame(game), "the text")).to.deep.equal(game);
    expect(game.players.map(({ name }) => name)).to.deep.equal(["supplier", "retailer"]);
  });

  it("says of the example in the folder's README what stands there", () => {
    const text = readFileSync(new URL("../../../src/models/README.md", import.meta.url), "utf8");
    expect(text).to.include('parseParameters({ F: "5.3" })');
    expect(text).to.include("a payoff of 50.5 for each");
    expect(gameOf({ F: "5.3" }).payoffs[0]?.payoff).to.deep.equal([50.5, 50.5]);
  });
});
