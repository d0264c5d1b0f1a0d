import { jsonErrorPlace } from "#game/jsonErrorPlace.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("jsonErrorPlace", () => {
  it("finds the first token that fits nowhere", () => {
    expect(jsonErrorPlace("}")).to.equal("position 0 (line 1 column 1)");
    expect(jsonErrorPlace("[1,,2]")).to.equal("position 3 (line 1 column 4)");
    expect(jsonErrorPlace('{"a":NaN, "b": ]')).to.equal("position 5 (line 1 column 6)");
    expect(jsonErrorPlace('{\n "a": [1,\n  2,\n  nul]}')).to.equal("position 22 (line 4 column 6)");
  });

  it("points to the end of a text that only ends too soon", () => {
    expect(jsonErrorPlace("[1,")).to.equal("position 2 (line 1 column 3)");
    expect(jsonErrorPlace("")).to.equal("position 0 (line 1 column 1)");
  });
});
