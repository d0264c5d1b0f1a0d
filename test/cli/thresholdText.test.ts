import { expect } from "chai";
import { describe, it } from "mocha";

import { describeAll, describeOne } from "#cli/thresholdText.ts";
import type { OneResult } from "#cli/thresholdText.ts";
import { basinSamples, sampleValues } from "#game/threshold/basinSamples.ts";
import { thresholds } from "#game/threshold/thresholds.ts";

import { affineTwoByTwo, exact, gameOf } from "../game/support/affine.ts";

const range = { from: exact(0), fromClosed: true, to: exact(4), toClosed: true };
const game = affineTwoByTwo([-4, 1], [-3, 1], [-1, 1], [-0.5, 1]);

function ask(present: string, outcome = [1, 1]): OneResult {
  return { game, present: exact(present), range, found: thresholds(game, { outcome, present: exact(present), range }) };
}

describe("cli/thresholdText", () => {
  it("tells one parameter's thresholds", () => {
    const lines = describeOne(ask("2"), "Exact.").split("\n");
    expect(lines.slice(0, 8)).to.deep.equal([
      'Outcome (1, 1): "row" plays "C", "column" plays "C".',
      "k is 2 now, of [0, 4]: the outcome is an ESS.",
      "",
      "k       the outcome is",
      "[0, 1)  not a Nash equilibrium",
      "1       a Nash equilibrium, not strict",
      "(1, 3]  an ESS",
      "(3, 4]  an ESS that attracts every interior start",
    ]);
    expect(lines.slice(9, 13)).to.deep.equal([
      "At k = 1: below not a Nash equilibrium; there a Nash equilibrium, not strict; above an ESS.",
      '  Zero there is the gain of "row" while "column" plays "C".',
      "  The direction along an edge of the state space turns round; at this value the whole edge is at rest. " +
        "The interior rest point is there only above, and tends to (4/5 = 0.8, 1).",
      '  Every state in which "column" all play "C" is a rest point, whatever the share of "C" in "row". ' +
        'It attracts where the share of "C" in "row" is above 0.8 and repels below.',
    ]);
    expect(lines.slice(-4)).to.deep.equal([
      "Smallest change to an ESS: none is needed.",
      "Smallest change to attract every interior start: above 3 (+50%).",
      "",
      "Exact.",
    ]);
  });

  it("names a passage through a corner, both sides, neither side, and a change downwards", () => {
    const passing = affineTwoByTwo([-3, 1], [-3, 1], [1, 1], [1, 1]);
    const lines = (which: typeof game, outcome: readonly number[]) => {
      const question = { outcome, present: exact(5), range: { fromClosed: false, toClosed: false } };
      return describeOne({ game: which, ...question, found: thresholds(which, question) }, "");
    };
    expect(lines(passing, [1, 1])).to.match(
      /Transcritical: [^.]*\. The interior rest point is there only above, and tends to \(1, 1\)\./,
    );
    expect(lines(passing, [1, 1])).to.match(/^\(-inf, -1\) +not/m);
    expect(lines(passing, [0, 0])).to.match(/Smallest change to an ESS: below 3 \(-40%\)\./);
    expect(lines(affineTwoByTwo([0, -1], [-1, 0], [0, 3], [1, 0]), [1, 1])).to.match(
      /on both sides, and tends to \(1\/2 = 0\.5, 1\/4 = 0\.25\)/,
    );
    expect(lines(affineTwoByTwo([1, 0], [1, 0], [0, 1], [1, 0]), [1, 1])).to.match(
      /no interior rest point on either side/,
    );
    expect(lines(affineTwoByTwo([1, 0], [1, 0], [1, 0], [-1, 0]), [1, 1])).to.match(
      /No value of k changes what the outcome is\.[^]*never: no value of k does it/,
    );
  });

  it("says of three populations only what is decided", () => {
    const three = gameOf(3, (k, _, profile) => (profile === 0 ? k : exact(0)));
    const question = { outcome: [1, 1, 1], present: exact(0), range };
    const text = describeOne({ game: three, ...question, found: thresholds(three, question) }, "");
    expect(text).to.match(/what else passes through the outcome is not decided\.$/m);
    expect(text).not.to.match(/attract/);
  });

  it("shows the samples, also those that are not computed", () => {
    const result = ask("2");
    const values = sampleValues(5, { breakpoints: [{ at: exact(2) }], present: exact(4), range });
    const samples = basinSamples(game, result.found.outcome, result.found.deciding, [...values, exact(3)]);
    const text = describeOne({ ...result, samples }, "");
    expect(text).to.match(/^k +basin of the outcome$/m);
    expect(text).to.match(/^4 +1$/m);
    expect(text).to.match(/^3 +unresolved: none computed/m);
  });

  it("tells all parameters' changes, and what each does to the gains", () => {
    const text = describeAll([ask("2"), ask("0.5")], "Exact.");
    expect(text).to.match(/^The outcome is an ESS\./m);
    expect(text).to.match(/^k +2 +none is needed +above 3 \(\+50%\)$/m);
    expect(text).to.match(/^k +1\/2 = 0\.5 +above 1 \(\+100%\) +above 3 \(\+500%\)$/m);
    expect(text).to.match(/^c3: "row" while "column" plays "C", now 1$/m);
    expect(text).to.match(/^parameter +c3 +c4 +c1 +c2$/m);
    expect(text).to.match(/^k +1 \(2\) +1 \(1\.333\) +1 \(-1\) +1 \(-2\)$/m);
    expect(describeAll([], "Exact.")).to.equal("Exact.");
  });
});
