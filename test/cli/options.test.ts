import { expect } from "chai";
import { InvalidArgumentError } from "commander";
import { describe, it } from "mocha";

import { parseNumber, parseNumbers, parseSeed, parseSet, parseState } from "#cli/options.ts";

/** Values that no number option takes. */
const NO_NUMBERS = ["", " ", "NaN", "Infinity", "-Infinity", "1e400", "abc", "1 2", "0x", "1\0"];

describe("cli/options", () => {
  it("reads values by symbol, also from several options", () => {
    expect(parseSet("F=5.3")).to.deep.equal({ F: "5.3" });
    expect(parseSet("F=5.3, Vs = 5 ,theta=1e-3")).to.deep.equal({ F: "5.3", Vs: "5", theta: "1e-3" });
    const first = parseSet("F=1");
    expect(parseSet("Vs=2,Vr=-3", first)).to.deep.equal({ F: "1", Vs: "2", Vr: "-3" });
    expect(first).to.deep.equal({ F: "1" });
  });

  it("refuses what is no SYMBOL=VALUE, and names it", () => {
    for (const text of ["", "F", "=5", "F=", "F=5,", ",F=5", "5=F", "F 5", "F=5 6", "__proto__=5"]) {
      expect(() => parseSet(text), text).to.throw(InvalidArgumentError, "is not SYMBOL=VALUE");
    }
  });

  it("refuses a symbol that is set twice, in one option or in two", () => {
    expect(() => parseSet("F=1,F=2")).to.throw(InvalidArgumentError, "F is set twice");
    expect(() => parseSet("F=2", { F: "1" })).to.throw(InvalidArgumentError, "F is set twice");
    expect(parseSet("constructor=1")).to.deep.equal({ constructor: "1" });
  });

  it("reads a state as the shares of the first strategies", () => {
    expect(parseState("0.5,0.25")).to.deep.equal([
      [0.5, 0.5],
      [0.25, 0.75],
    ]);
    expect(parseState(" 1 , 0 ")).to.deep.equal([
      [1, 0],
      [0, 1],
    ]);
  });

  it("reads a state as JSON", () => {
    expect(parseState(" [[0.2,0.3,0.5],[1,0]]")).to.deep.equal([
      [0.2, 0.3, 0.5],
      [1, 0],
    ]);
    for (const text of ["[", "[1,2]", '[["0.5",0.5]]', "[[null]]", "[{}]", "[[0.5,0.5]", "[[NaN]]"]) {
      expect(() => parseState(text), text).to.throw(InvalidArgumentError);
    }
  });

  it("reads finite numbers only", () => {
    expect(parseNumber(" -1.5e2 ")).to.equal(-150);
    expect(parseNumbers("0,1.5,30")).to.deep.equal([0, 1.5, 30]);
    for (const text of NO_NUMBERS) {
      expect(() => parseNumber(text), text).to.throw(InvalidArgumentError, "is not a finite number");
      expect(() => parseState(text), text).to.throw(InvalidArgumentError);
    }
    for (const text of ["1,", ",1", "1,,2", "1,x"])
      expect(() => parseNumbers(text), text).to.throw(InvalidArgumentError);
  });

  it("reads a seed: a whole number that is held exactly", () => {
    expect(parseSeed("0")).to.equal(0);
    expect(parseSeed("9007199254740991")).to.equal(Number.MAX_SAFE_INTEGER);
    for (const text of ["-1", "1.5", "9007199254740993", "1e300", ...NO_NUMBERS]) {
      expect(() => parseSeed(text), text).to.throw(InvalidArgumentError);
    }
  });
});
