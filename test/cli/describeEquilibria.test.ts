import { expect } from "chai";
import { after, describe, it } from "mocha";

import { describeEquilibria } from "#cli/describeEquilibria.ts";

import { alliance, temporaryFolders } from "./support/alliance.ts";

describe("cli/describeEquilibria", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("lists exact shares and what the count proves", () => {
    const point = { shares: [[2 / 3, 1 / 3]], exact: [["2/3", "1/3"]], index: 1 } as const;
    expect(describeEquilibria({ points: [point], components: [], indexSum: 1, degeneracies: [] })).to.deep.equal([
      "1 isolated Nash equilibrium; their indices add up to 1, as those of all equilibria of a generic game add up to 1:",
      "  (2/3 1/3)",
    ]);
  });

  it("names components, and of degeneracies the first ten", () => {
    const degeneracies = Array.from({ length: 12 }, (_, i) => `reason ${i}`);
    const lines = describeEquilibria({
      points: [],
      components: [{ pieces: [], description: "All." }],
      indexSum: 0,
      degeneracies,
    });
    expect(lines[0]).to.match(/^0 isolated Nash equilibria; the game is degenerate/);
    expect(lines.slice(1)).to.deep.equal(["All.", ...degeneracies.slice(0, 10), "And 2 more mixtures like these."]);
  });

  it("stands below the rest points that alliance analyze prints, with all shares of every population", async () => {
    const input = 'NFG 1 R "t" { "a" "b" } { 3 2 } 3 3 2 2 0 3 3 2 5 6 6 1';
    const { code, stdout } = await alliance(["analyze", "-"], { cwd: folders.create(), input });
    expect(code).to.equal(0);
    expect(stdout).to.match(/^\(0\.8 0\.2 0, 0\.6666666666666666 0\.3333333333333333\) +saddle +yes /m);
    expect(stdout).to.match(/^3 isolated Nash equilibria; .* 1:\n {2}\(1 0 0, 1 0\)\n/m);
    expect(stdout).to.match(/^ {2}\(4\/5 1\/5 0, 2\/3 1\/3\)$/m);
  });
});
