import { expect } from "chai";
import { describe, it } from "mocha";

import { toCsv } from "#report/text/toCsv.ts";
import { readCsv } from "../support/inspect.ts";

describe("toCsv", () => {
  it("comes back from a reader of RFC 4180 as it was", () => {
    const rows = [
      ["a,b", 'say "hi"', "line\r\nbreak", "", "plain"],
      ["\n", '"', ",", "é", " spaced "],
    ];
    expect(readCsv(toCsv(["1", "2", "3", "4", "5"], rows))).to.deep.equal([["1", "2", "3", "4", "5"], ...rows]);
  });

  it("writes numbers in full precision", () => {
    expect(toCsv(["x"], [[0.1 + 0.2], [-1e-300]])).to.equal("x\r\n0.30000000000000004\r\n-1e-300\r\n");
  });

  it("disarms text that a spreadsheet would run, and leaves negative numbers alone", () => {
    const cells = ["=cmd()", "+1+1", "-x", "@SUM(A1)", "\tx", "-12.5", "+3", "-1e5", "a=b"];
    const read = readCsv(
      toCsv(
        ["cell"],
        cells.map((cell) => [cell]),
      ),
    ).slice(1);
    expect(read.map(([cell]) => cell)).to.deep.equal([
      "'=cmd()",
      "'+1+1",
      "'-x",
      "'@SUM(A1)",
      "'\tx",
      "-12.5",
      "+3",
      "-1e5",
      "a=b",
    ]);
  });
});
