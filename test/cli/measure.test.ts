import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { measureCommand } from "#cli/measure.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

describe("cli/measure", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  it("prints the measured game file, writes the same with --out, and it can be analysed", async () => {
    const cwd = folders.create();
    const args = ["measure", "two-party", "--set", "F=5.3", "--seed", "7", "--out", "deep/measured.json", "--json"];
    const { code, stdout } = await alliance(args, { cwd });
    expect(code).to.equal(0);
    expect(readFileSync(join(cwd, "deep", "measured.json"), "utf8")).to.equal(stdout);
    expect(readdirSync(join(cwd, "deep"))).to.deep.equal(["measured.json"]);
    const { payoffs, components, gas, provenance } = JSON.parse(stdout);
    expect(payoffs[1]).to.deep.equal({ profile: ["cooperate", "defect"], payoff: [49.8, 50.7] });
    expect([components.length, gas.length]).to.deep.equal([8, 12]);
    expect(provenance).to.include({ seed: 7, gasPrice: "0" });
    expect(provenance.parameters.F).to.equal("5.3");
    const analysed = await alliance(["analyze", "deep/measured.json", "--json"], { cwd });
    expect(analysed.code, analysed.stderr).to.equal(0);
  });

  it("tells people the table, what it is made of, and the gas", async () => {
    const args = ["measure", "two-party", "--variant", "half-penalty", "--gas-price", "1e-9"];
    const { code, stdout, stderr } = await alliance(args, { cwd: folders.create() });
    expect(code).to.equal(0);
    expect(stdout).to.match(/^profile +supplier +retailer$/m);
    expect(stdout).to.match(/supplier in \(cooperate, defect\): .*penalty 2\.5,.*gas -0\.000/);
    expect(stdout).to.match(/^cooperate, defect +enforcer +1 +\d+$/m);
    expect(stderr).to.equal(
      "playing cooperate, cooperate\nplaying cooperate, defect\nplaying defect, cooperate\nplaying defect, defect\n",
    );
  });

  it("refuses what no contract can have, and then writes nothing", async () => {
    const folder = folders.create();
    for (const [args, message] of [
      [["--set", "Q=1"], /no parameter "Q"/],
      [["--set", "theta=1.000000000000000001"], /theta exceeds 1/],
      [["--set", "F=-1"], /F is negative/],
      [["--set", "As=1e30"], /As is too large/],
      [["--gas-price", "-1"], /gas price is negative/],
      [["--gas-price", "NaN"], /not a decimal number/],
      [["--gas-price", "1e-19"], /more than 18 digits/],
      [["--seed", "-1"], /not a whole number/],
      [["--variant", "no-penalty"], /Allowed choices are half-penalty, charge-defector/],
    ] as const) {
      const { code, text } = await refusal(measureCommand(), ["two-party", ...args, "--out", join(folder, "m.json")]);
      expect(code, args.join(" ")).to.equal(2);
      expect(text, args.join(" ")).to.match(message);
    }
    expect((await refusal(measureCommand(), ["three-party"])).code).to.equal(2);
    expect(readdirSync(folder)).to.deep.equal([]);
  });
});
