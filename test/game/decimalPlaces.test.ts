import { expect } from "chai";
import { describe, it } from "mocha";

import { AllianceError } from "#domain/errors.ts";
import { decimalPlaces } from "#game/decimalPlaces.ts";

describe("decimalPlaces", () => {
  it("counts the digits that the number is written with", () => {
    const places = [5, -3, 0, 0.5, 50.25, 1e-3, 1.5e-7, 1e21, 123456789.125].map(decimalPlaces);
    expect(places).to.deep.equal([0, 0, 0, 1, 2, 3, 8, 0, 3]);
  });

  it("refuses what is no finite number", () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(() => decimalPlaces(value)).to.throw(AllianceError, String(value));
    }
  });
});
