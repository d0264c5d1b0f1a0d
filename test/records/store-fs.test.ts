import { expect } from "chai";
import { describe, it } from "mocha";
import { AllianceError } from "#domain/errors.ts";
import { errorCode, storeFailure } from "#records/store-fs.ts";
import { systemError } from "./support/faulty-fs.ts";

describe("storeFailure", () => {
  it("says what failed, why, where and what to do", () => {
    const cause = systemError("ENOSPC");
    const error = storeFailure(cause, "storing record 0x12", "/store/12");
    expect(error).to.be.instanceOf(AllianceError).and.include({
      kind: "config",
      message: "storing record 0x12 failed: the disk is full (/store/12)",
      hint: "free space, then repeat: what was stored before is untouched",
      cause,
    });
  });

  it("leaves errors alone that are not of the file system: they are refusals, or bugs", () => {
    for (const error of [new AllianceError("refused", { kind: "integrity" }), new TypeError("bug"), "text"]) {
      expect(storeFailure(error, "storing", "/store")).to.equal(error);
    }
  });
});

describe("errorCode", () => {
  it("is the code of a system error, and nothing for anything else", () => {
    expect([systemError("EIO"), new Error("x"), { code: "EIO" }, undefined].map(errorCode)).to.deep.equal([
      "EIO",
      undefined,
      undefined,
      undefined,
    ]);
  });
});
