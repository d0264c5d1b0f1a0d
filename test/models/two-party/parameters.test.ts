import { parseDecimal } from "#domain/decimal.ts";
import { DECIMALS, PARAMETERS, SYMBOLS } from "#models/two-party/parameters.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("the parameters of the two-party model", () => {
  it("are those of Table I, with the values of Table IV", () => {
    expect(Object.keys(PARAMETERS)).to.deep.equal([...SYMBOLS]);
    const values = SYMBOLS.map((symbol) => `${symbol}=${PARAMETERS[symbol].default}`).join(" ");
    expect(values).to.equal("As=50 Ar=50 Rs=9 Rr=9 Vs=4 Vr=4 Bs=3 Br=3 Ds=6 Dr=6 F=5 Ct=25 theta=0.5");
  });

  it("each have a meaning of their own, a unit, and a default within their range", () => {
    const described = SYMBOLS.map((symbol) => PARAMETERS[symbol]);
    expect(new Set(described.map(({ meaning }) => meaning)).size).to.equal(13);
    for (const { symbol, unit, range, default: value } of described) {
      expect(unit).to.equal(symbol === "theta" ? "proportion" : "token per month");
      const [least, largest = "1e9"] = range;
      expect(parseDecimal(value, DECIMALS) >= parseDecimal(least, DECIMALS)).to.equal(true);
      expect(parseDecimal(value, DECIMALS) <= parseDecimal(largest, DECIMALS)).to.equal(true);
    }
  });
});
