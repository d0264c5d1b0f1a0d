import { AllianceError, type ErrorKind } from "#domain/errors.ts";
import { expect } from "chai";

/** Expects an AllianceError of the kind whose message and hint, together, match all the patterns. */
export function expectRefusal(act: () => unknown, kind: ErrorKind, ...patterns: readonly RegExp[]): void {
  let caught: unknown;
  try {
    act();
  } catch (error) {
    caught = error;
  }
  expect(caught).to.be.instanceOf(AllianceError);
  if (!(caught instanceof AllianceError)) return;
  expect(caught.kind).to.equal(kind);
  expect(caught.hint, "a hint").to.be.a("string");
  for (const pattern of patterns) expect(`${caught.message} | ${caught.hint}`).to.match(pattern);
}
