import { formatDecimal } from "#domain/decimal.ts";
import { gapsOf } from "#game/gaps.ts";
import { gaps } from "#models/two-party/gaps.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../../game/support/twoByTwo.ts";

function textOf(set: Record<string, string>): readonly string[] {
  const { c1, c2, c3, c4 } = gaps(parseParameters(set).parameters);
  return [c1, c2, c3, c4].map((gap) => formatDecimal(gap, 18));
}

describe("gaps of the two-party model", () => {
  it("have golden values in the paper's situations, by hand from section V", () => {
    expect(textOf({})).to.deep.equal(["-0.5", "-0.5", "-0.5", "-0.5"]);
    expect(textOf({ Vs: "5", Vr: "5", F: "5.3", Ds: "5", Dr: "5" })).to.deep.equal(["0.8", "0.8", "1.8", "1.8"]);
    expect(textOf({ Vs: "7", F: "3", Ds: "2", Dr: "7" })).to.deep.equal(["0.5", "-2.5", "4.5", "-3.5"]);
    expect(textOf({ Vr: "7", Ds: "7", Dr: "2" })).to.deep.equal(["-0.5", "2.5", "-1.5", "6.5"]);
    expect(textOf({ Ds: "3", Dr: "3" })).to.deep.equal(["-0.5", "-0.5", "2.5", "2.5"]);
  });

  it("are the formulas of the model, and the differences of the game's payoffs (seed 72)", () => {
    const n = fc.integer({ min: 0, max: 300 });
    const tenths = fc.record({ As: n, Ar: n, Rs: n, Rr: n, Vs: n, Vr: n, Bs: n, Br: n, Ds: n, Dr: n, F: n, Ct: n });
    forAll(72, 150, [tenths, fc.integer({ min: 0, max: 10 })], (amounts, share) => {
      const { Rs, Rr, Vs, Vr, Bs, Br, Ds, Dr, F, Ct } = amounts;
      const set = Object.fromEntries(Object.entries(amounts).map(([symbol, value]) => [symbol, `${value}e-1`]));
      const { parameters } = parseParameters({ ...set, theta: `${share}e-1` });
      const [mine, other] = [share * Ct, (10 - share) * Ct]; // hundredths
      const hundredths = [
        10 * (Bs + Vs + F) - mine,
        10 * (Br + Vr + F) - other,
        10 * (Rs + Vs + F - Ds) - mine,
        10 * (Rr + Vr + F - Dr) - other,
      ];
      const { c1, c2, c3, c4 } = gaps(parameters);
      expect([c1, c2, c3, c4]).to.deep.equal(hundredths.map((value) => BigInt(value) * 10n ** 16n));
      const measured = gapsOf(twoPartyGame(parameters));
      expect([measured.c1, measured.c2, measured.c3, measured.c4]).to.deep.equal(
        hundredths.map((value) => value / 100),
      );
    });
  });
});
