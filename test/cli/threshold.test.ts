import { expect } from "chai";
import { after, describe, it } from "mocha";

import { thresholdCommand } from "#cli/threshold.ts";

import { alliance, refusal, temporaryFolders } from "./support/alliance.ts";

/** The refusal of `alliance threshold two-party ARGS`. */
const refused = (...args: string[]) => refusal(thresholdCommand(), ["two-party", ...args]);

describe("cli/threshold", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());
  const run = (...args: string[]) => alliance(["threshold", "two-party", ...args], { cwd: folders.create() });

  it("says at which penalty cooperation begins to last, for people and as JSON", async () => {
    const args = ["--parameter", "F", "--outcome", "1,1", "--set", "Ds=3,Dr=4"];
    const [text, json] = await Promise.all([run(...args), run(...args, "--json", "--samples", "3")]);
    expect({ code: text.code, stderr: text.stderr }).to.deep.equal({ code: 0, stderr: "" });
    expect(text.stdout).to.match(/^Outcome \(1, 1\): "supplier" plays "cooperate", "retailer" plays "cooperate"\.\n/);
    expect(text.stdout).to.match(/^\(7\/2 = 3\.5, 11\/2 = 5\.5\) +an ESS$/m);
    expect(text.stdout).to.match(/^Smallest change to attract every interior start: to 11\/2 = 5\.5 \(\+10%\)\.$/m);
    expect({ code: json.code, stderr: json.stderr }).to.deep.equal({ code: 0, stderr: "" });
    const document = JSON.parse(json.stdout);
    expect(document).to.include({ model: "two-party", parameter: "F" });
    expect(document.breakpoints.map(({ at }: { at: unknown }) => at)).to.deep.equal([
      { exact: "7/2", value: 3.5 },
      { exact: "11/2", value: 5.5 },
    ]);
    expect(document.basinAt.map(({ status }: { status: string }) => status)).to.deep.equal([
      "not-nash",
      "ess",
      "attracting",
    ]);
  });

  it("with --all sorts the parameters by how little they must change, never last, and none where nothing is needed", async () => {
    const [far, near] = await Promise.all([
      run("--all", "--outcome", "1,1", "--json"),
      run("--all", "--outcome", "0,0", "--set", "Ds=2", "--json"),
    ]);
    const { parameters, status, outcome } = JSON.parse(far.stdout);
    expect({ status, outcome }).to.deep.equal({ status: "not-nash", outcome: [1, 1] });
    const order = parameters.map(({ parameter }: { parameter: string }) => parameter);
    expect(order.slice(0, 2)).to.deep.equal(["Ct", "F"]);
    expect(order).to.have.length(13);
    const kinds = parameters.map(({ toEss }: { toEss: { kind: string } }) => toEss.kind);
    expect(kinds).to.deep.equal(["change", "change", ...Array.from({ length: 11 }, () => "never")]);
    for (const { toEss } of JSON.parse(near.stdout).parameters) expect(toEss).to.deep.equal({ kind: "none" });
  });

  it("warns of a present value outside its range, and stays within the range all the same", async () => {
    const { code, stdout, stderr } = await run(
      "--parameter",
      "theta",
      "--outcome",
      "1,1",
      "--set",
      "theta=2",
      "--json",
    );
    expect(code).to.equal(0);
    expect(stderr).to.match(/^warning: theta = 2 is outside its range/);
    expect(JSON.parse(stdout).withinRange.at(-1).to).to.deep.equal({ exact: "1", value: 1 });
  });

  it("refuses what it cannot answer, says why, and what to do", async () => {
    const cases: [string[], RegExp][] = [
      [["--parameter", "G", "--outcome", "1,1"], /no parameter "G"[^]*the parameters are As Ar/],
      [["--parameter", "f", "--outcome", "1,1"], /did you mean F\?/],
      [["--parameter", "F", "--outcome", "1,1", "--set", "Q=1"], /no parameter "Q"/],
      [["--parameter", "F", "--outcome", "0.5,1"], /outcome 0\.5,1 is not a corner/],
      [["--parameter", "F", "--outcome", "1"], /1 shares for 2 populations[^]*supplier, retailer/],
      [["--parameter", "F", "--outcome", "1,1,1"], /3 shares/],
      [["--parameter", "F", "--outcome", "one,1"], /is not a finite number/],
      [["--all", "--outcome", "2,1"], /not a corner/],
      [["--parameter", "F"], /required option '--outcome/],
      [["--outcome", "1,1"], /without --parameter[^]*--all/],
      [["--outcome", "1,1", "--all", "--parameter", "F"], /with both/],
      [["--outcome", "1,1", "--all", "--samples", "3"], /--samples without --parameter/],
      [["--outcome", "1,1", "--parameter", "F", "--samples", "1"], /from 2 to 10000/],
      [["--outcome", "1,1", "--parameter", "F", "--samples", "2.5"], /from 2 to 10000/],
      [["--outcome", "1,1", "--parameter", "F", "--samples", "10001"], /from 2 to 10000/],
    ];
    for (const [args, message] of cases) {
      const { code, text } = await refused(...args);
      expect(code, args.join(" ")).to.equal(2);
      expect(text, args.join(" ")).to.match(message);
    }
    expect((await refusal(thresholdCommand(), ["three-party", "--outcome", "1,1", "--all"])).text).to.match(
      /two-party/,
    );
  });
});
