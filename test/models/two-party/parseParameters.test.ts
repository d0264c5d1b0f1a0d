import { parseParameters } from "#models/two-party/parseParameters.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../../game/support/refusal.ts";

describe("parseParameters", () => {
  it("refuses unknown symbols, and asks whether a near one is meant", () => {
    expectRefusal(() => parseParameters({ f: "5" }), "usage", /no parameter "f".*did you mean F\?/);
    expectRefusal(() => parseParameters({ teta: "5" }), "usage", /did you mean theta\?/);
    expectRefusal(() => parseParameters({ penalty: "5" }), "usage", /"penalty" \| the parameters are As Ar/);
    for (const name of ["__proto__", "toString"]) {
      expectRefusal(() => parseParameters(Object.fromEntries([[name, "5"]])), "usage", /no parameter/);
    }
  });

  it("refuses what is no decimal of 18 digits, and names the symbol", () => {
    for (const text of ["", "five", "NaN", "Infinity", "5,3", "0x10"]) {
      expectRefusal(() => parseParameters({ F: text }), "usage", /^F: not a decimal number/);
    }
    expectRefusal(() => parseParameters({ Ct: "0.1234567890123456789" }), "usage", /^Ct: .*more than 18 digits/);
    expectRefusal(() => parseParameters({ Vs: "1e31" }), "usage", /^Vs: 1e31 is too large/);
    expectRefusal(() => parseParameters({ Vs: "-1e31" }), "usage", /too large/);
  });

  it("keeps the published default of what is left out", () => {
    const { parameters, warnings } = parseParameters({});
    expect(warnings).to.deep.equal([]);
    expect(parameters).to.include({
      As: 50n * 10n ** 18n,
      F: 5n * 10n ** 18n,
      Ct: 25n * 10n ** 18n,
      theta: 5n * 10n ** 17n,
    });
  });

  it("takes decimals to the last digit", () => {
    const { parameters } = parseParameters({ F: "5.3", Ds: "1e-18", theta: "0.333333333333333333", Vs: " +7 " });
    expect(parameters).to.include({ F: 53n * 10n ** 17n, Ds: 1n, theta: 333333333333333333n, Vs: 7n * 10n ** 18n });
  });

  it("takes values outside their range with a warning that names it, and the ends without", () => {
    const { parameters, warnings } = parseParameters({ theta: "1.5", F: "-0.25", Ct: "0" });
    expect(parameters).to.include({ theta: 15n * 10n ** 17n, F: -25n * 10n ** 16n });
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.match(/^F = -0.25 is outside its range, at least 0 /);
    expect(warnings[1]).to.match(/^theta = 1.5 is outside its range, from 0 to 1 /);
    expect(parseParameters({ theta: "0" }).warnings.concat(parseParameters({ theta: "1" }).warnings)).to.deep.equal([]);
    expect(parseParameters({ theta: "-0.1" }).warnings).to.have.length(1);
  });
});
