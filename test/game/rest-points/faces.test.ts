import { expect } from "chai";
import { describe, it } from "mocha";

import { derangements, faceName, facesOf, restrictToFace } from "#game/rest-points/faces.ts";

describe("rest-points/faces", () => {
  it("lists 3^n faces, corners first and in the order in which the literature numbers them", () => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const faces = facesOf(n);
      expect(faces).to.have.length(3 ** n);
      expect(new Set(faces.map(faceName)).size).to.equal(3 ** n);
    }
    expect(facesOf(2).map(faceName)).to.deep.equal([
      "(0, 0)",
      "(0, 1)",
      "(1, 0)",
      "(1, 1)",
      "(0, *)",
      "(1, *)",
      "(*, 0)",
      "(*, 1)",
      "(*, *)",
    ]);
  });

  it("restricts corner values to every face: the number of a corner is its value here", () => {
    const values = Array.from({ length: 16 }, (_, corner) => BigInt(corner));
    for (const face of facesOf(4)) {
      const expected = values.filter((corner) =>
        face.pins.every((pin, k) => pin === undefined || (Number(corner) >> (3 - k)) % 2 === pin),
      );
      expect(restrictToFace(values, face), faceName(face)).to.deep.equal(expected);
      expect(expected).to.have.length(2 ** face.mixing.length);
    }
  });

  it("counts derangements, and with them the bounds 2, 5, 16, 65, 326, 1957 (McKelvey & McLennan 1997)", () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(derangements)).to.deep.equal([1, 0, 1, 2, 9, 44, 265]);
    const bounds = [1, 2, 3, 4, 5, 6].map((n) =>
      facesOf(n).reduce((sum, { mixing }) => sum + derangements(mixing.length), 0),
    );
    expect(bounds).to.deep.equal([2, 5, 16, 65, 326, 1957]);
  });
});
