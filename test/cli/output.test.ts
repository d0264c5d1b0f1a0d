import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { alignColumns } from "#cli/output.ts";

import { alliance, shell, temporaryFolders } from "./support/alliance.ts";

describe("cli/output", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("aligns the first column to the left and the others to the right, without blanks at the end", () => {
    const rows = [["profile", "supplier", "retailer"], ["cooperate, defect", "49.5", "51"], ["x", "-1"], []];
    expect(alignColumns(rows)).to.equal(
      [
        "profile            supplier  retailer",
        "cooperate, defect      49.5        51",
        "x                        -1",
        "",
      ].join("\n"),
    );
    expect(alignColumns([])).to.equal("");
  });

  it("ends quietly when its reader has left, also in the middle of a long document", async () => {
    const cwd = folders.create();
    const { code, stdout, stderr } = await shell(
      "set -o pipefail; alliance story --json | head -n 1; alliance model two-party | true",
      cwd,
    );
    expect(stdout).to.equal("{\n");
    expect(code).to.equal(0);
    expect(stderr.split("\n").filter((line) => line !== "" && !line.startsWith("story: "))).to.deep.equal([]);
  });

  it("shows what would command a terminal instead of sending it there, on both outputs", async () => {
    const cwd = folders.create();
    const hostile = "\u001b]0;owned\u0007\u001b[31m\u202egnp.exe\u009b2J\rhidden";
    const strategies = ["C", "D"];
    const payoffs = ["C,C", "C,D", "D,C", "D,D"].map((profile) => ({ profile: profile.split(","), payoff: [1, 1] }));
    const players = [
      { name: hostile, strategies },
      { name: "b", strategies },
    ];
    const game = { title: hostile, players, payoffs, symmetric: false };
    writeFileSync(join(cwd, "game.json"), JSON.stringify(game));
    writeFileSync(
      join(cwd, "broken.json"),
      JSON.stringify({ ...game, payoffs: [...payoffs, payoffs[0]], title: hostile }),
    );
    writeFileSync(join(cwd, "junk.json"), `${hostile}{`);
    const files = ["game.json", "broken.json", "junk.json"];
    const runs = await Promise.all(files.map((file) => alliance(["analyze", file], { cwd })));
    for (const [i, { stdout, stderr }] of runs.entries()) {
      const file = files[i];
      expect(stdout + stderr, file).not.to.match(/[^\P{Cc}\n\t]|\u202e/u);
      expect(stdout + stderr, file).not.to.equal("");
    }
  });
});
