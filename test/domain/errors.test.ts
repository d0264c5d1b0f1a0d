import { expect } from "chai";
import { describe, it } from "mocha";

import { AllianceError, EXIT_CODES } from "#domain/errors.ts";
import type { ErrorKind } from "#domain/errors.ts";

describe("domain/errors", () => {
  it("gives every kind the exit code that users were promised", () => {
    expect(EXIT_CODES).to.deep.equal({
      "unexpected": 1,
      "usage": 2,
      "config": 3,
      "not-found": 4,
      "integrity": 5,
      "chain": 6,
      "reverted": 7,
    });
    for (const kind of Object.keys(EXIT_CODES) as ErrorKind[]) {
      expect(new AllianceError("x", { kind }).exitCode).to.equal(EXIT_CODES[kind]);
    }
  });

  it("carries what was wrong, what to do, with which values, and why", () => {
    const cause = new Error("below");
    const error = new AllianceError("F is negative", {
      kind: "usage",
      hint: "raise it",
      values: { symbol: "F" },
      cause,
    });
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal("AllianceError");
    expect(error.message).to.equal("F is negative");
    expect(error.hint).to.equal("raise it");
    expect(error.values).to.deep.equal({ symbol: "F" });
    expect(error.cause).to.equal(cause);
  });

  it("needs a kind only", () => {
    const error = new AllianceError("lost", { kind: "unexpected" });
    expect(error.hint).to.equal(undefined);
    expect(error.values).to.deep.equal({});
    expect("cause" in error).to.equal(false);
  });
});
