import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { describe, it } from "mocha";

/** The terms of Table II, by their symbols and by the names that contracts and measurements give them. */
const TERMS: readonly RegExp[] = [
  /^A[sr]$|^operatingIncome$/,
  /^R[sr]$/,
  /^V[sr]$|^blockchainIncome$/,
  /^B[sr]$|^goodwillIncome$/,
  /^D[sr]$|^sideMarket$/,
  /^F$|^penalty$/,
  /^Ct$|^operatingCost$|^supplierCost$|^retailerCost$/,
];

/** Expressions of `source` that add or subtract two or more different terms of Table II. */
function formulasIn(source: string): string[] {
  const code = source.replace(/\/\*[^]*?\*\/|\/\/.*|"[^"\n]*"|`[^`]*`|\+\+|--/g, " ");
  return code
    .split(/[;,{}[\]?:&|<>=!]/)
    .map((expression) => expression.replace(/\s+/g, " ").trim())
    .filter((expression) => {
      const summands = expression.split(/[+-]/);
      const names = summands.flatMap((summand) => summand.match(/[A-Za-z_]\w*/g) ?? []);
      const found = TERMS.filter((term) => names.some((name) => term.test(name.replace(/^_+/, ""))));
      return summands.length > 1 && found.length > 1;
    });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|sol)$/.test(file))
    .map((file) => join(folder, file));
}

describe("measure/twoParty: no payoff formula", () => {
  it("is found where one stands", () => {
    const model = formulasIn(readFileSync("src/models/two-party/twoPartyUnits.ts", "utf8"));
    // Table II has six cells with more than one term.
    expect(model.length).to.be.at.least(6);
    for (const line of [
      "const payoff = operatingIncome - penalty;",
      "uint256 payoff = terms.penalty + _settings.sideMarket.retailer;",
      "sum += rules.As +\n rules.Vs;",
      "lines.set('x', goodwillIncome + 1n - operatingCost)",
    ]) {
      expect(formulasIn(line), line).to.have.length(1);
    }
    for (const line of ["a + penalty", "penalty * operatingCost", "// As + Rs", '"As + Rs"', "[rules.Rs, -rules.Rr]"]) {
      expect(formulasIn(line), line).to.deep.equal([]);
    }
  });

  for (const folder of ["src/measure", "contracts"]) {
    it(`stands in ${folder}: what a profile pays is what the contracts do`, () => {
      const found = filesIn(folder).flatMap((file) =>
        formulasIn(readFileSync(file, "utf8")).map((expression) => `${file}: ${expression}`),
      );
      expect(found).to.deep.equal([]);
      expect(filesIn(folder).length).to.be.greaterThan(5);
    });
  }
});
