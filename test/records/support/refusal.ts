import { expect } from "chai";
import { AllianceError } from "#domain/errors.ts";

/** The AllianceError that the call ends with; anything else fails the test. */
export async function refusal(call: () => unknown): Promise<AllianceError> {
  try {
    await call();
  } catch (error) {
    expect(error).to.be.instanceOf(AllianceError);
    return error as AllianceError;
  }
  throw new Error("nothing was refused");
}
