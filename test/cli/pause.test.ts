import { expect } from "chai";
import { describe, it } from "mocha";

import { pause } from "#cli/pause.ts";

describe("cli/pause", () => {
  it("takes a moment, in which nothing else of this process happens", () => {
    let happened = false;
    setImmediate(() => (happened = true));
    const start = performance.now();
    for (let i = 0; i < 4; i++) pause();
    expect(performance.now() - start).to.be.within(4, 5_000);
    expect(happened).to.equal(false);
  });
});
