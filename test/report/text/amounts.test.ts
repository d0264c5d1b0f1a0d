import { expect } from "chai";
import { describe, it } from "mocha";

import { asNumber, change, exactTokens, grouped, percent, rounded, tokens } from "#report/text/amounts.ts";

const TOKEN = { symbol: "AST", decimals: 18 };
const ONE = 10n ** 18n;

describe("amounts", () => {
  it("keeps every unit", () => {
    expect(exactTokens(50n * ONE + 1n, TOKEN)).to.equal("50.000000000000000001");
    expect(tokens(1_234_567n * ONE + ONE / 2n, TOKEN)).to.equal("1,234,567.5");
    expect(tokens(-1000n * ONE, TOKEN)).to.equal("\u22121,000");
    expect(asNumber(-ONE / 4n, TOKEN)).to.equal(-0.25);
  });

  it("signs changes", () => {
    expect([ONE, 0n, -ONE].map((units) => change(units, TOKEN))).to.deep.equal(["+1", "0", "\u22121"]);
  });

  it("groups whole digits only, and never shows minus nothing", () => {
    expect(grouped("1234.56789")).to.equal("1,234.56789");
    expect(grouped(-100)).to.equal("\u2212100");
    expect(rounded(-0.0001, 2)).to.equal("0.00");
    expect(rounded(-1234.567, 1)).to.equal("\u22121,234.6");
    expect(percent(0.9224164)).to.equal("92.2 %");
  });
});
