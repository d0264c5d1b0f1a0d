import { censor } from "#game/finite/censor.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("finite/censor", () => {
  it("shares out what passes through the last state, by hand", () => {
    // 2 leads to 0 with 1 and to 1 with 3; what 0 sends there with 8 goes on to 1 with 6, what 1 sends with 4 to 0 with 1.
    const rates = Float64Array.of(0, 1, 8, 2, 0, 4, 1, 3, 0);
    expect(censor(rates, 3)).to.equal(true);
    expect(rates[2]).to.equal(8 / 4); // from 0 to 2, over 4 that leave 2
    expect(rates[5]).to.equal(4 / 4);
    expect(rates[1]).to.equal((1 + 6) / (2 + 1)); // from 0 to 1, over what then leaves 1
  });

  it("says when a state cannot be left, or a product falls out of the range of doubles", () => {
    expect(censor(Float64Array.of(0, 1, 0, 0), 2)).to.equal(false);
    const steep = Float64Array.of(0, 1e-200, 1e-200, 1, 0, 1e-200, 1e-200, 1, 0);
    expect(censor(steep, 3)).to.equal(false);
    expect(censor(Float64Array.of(0), 1)).to.equal(true);
  });
});
