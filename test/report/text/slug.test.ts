import { expect } from "chai";
import { describe, it } from "mocha";

import { slug } from "#report/text/slug.ts";

describe("slug", () => {
  it("is a harmless file name, whatever it is made from", () => {
    expect(slug("Situation 5")).to.equal("situation-5");
    for (const text of ["../../etc/passwd", "", "***", '"><script>', "É".repeat(200), "con.\u0000"]) {
      expect(slug(text))
        .to.match(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .and.have.length.within(1, 60);
    }
  });
});
