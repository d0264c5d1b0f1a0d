import { symmetricComment } from "#game/nfg/symmetricComment.ts";
import { readNfg } from "#game/nfg/readNfg.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("nfg/symmetricComment", () => {
  it("is the one comment that makes a game symmetric", () => {
    const text = (comment: string): string => `NFG 1 R "t" { "a" "b" } { 1 1 } "${comment}" 3 3`;
    expect(readNfg(text(symmetricComment), "g").game.symmetric).to.equal(true);
    expect(readNfg(text("symmetric"), "g").game.symmetric).to.equal(false);
  });
});
