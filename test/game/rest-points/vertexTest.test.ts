import { expect } from "chai";
import { describe, it } from "mocha";

import { vertexTest } from "#game/rest-points/vertexTest.ts";

/** Corner values of functions of (s, t) on the box |s|, |t| <= 1, s having the higher bit. */
function corners(...functions: readonly ((s: number, t: number) => number)[]): Float64Array[] {
  return functions.map((of) => Float64Array.from([of(-1, -1), of(-1, 1), of(1, -1), of(1, 1)]));
}

describe("rest-points/vertexTest", () => {
  it("proves one root of linear equations, and says where", () => {
    const test = vertexTest(
      corners(
        (s, t) => s + 2 * t - 0.5,
        (s, t) => 3 * s - t - 0.8,
      ),
      1e-15,
    );
    expect(test).to.include({ excluded: false, unique: true, exists: true });
    expect(test.guess[0]).to.be.closeTo(0.3, 1e-15);
    expect(test.guess[1]).to.be.closeTo(0.1, 1e-15);
    expect(test.reach).to.be.below(1e-13);
  });

  it("excludes a root outside, which each equation alone does not", () => {
    const test = vertexTest(
      corners(
        (s, t) => s - t - 0.6,
        (s, t) => s + t - 1.8,
      ),
      1e-15,
    );
    expect(test).to.include({ excluded: true, exists: false });
  });

  it("does not call unique what is not: (s^2 = 1/4) as s t = 1/4, s = t has two roots", () => {
    const test = vertexTest(
      corners(
        (s, t) => s * t - 0.25,
        (s, t) => s - t,
      ),
      1e-15,
    );
    expect(test).to.include({ excluded: false, unique: false });
  });

  it("knows at most one root, without knowing one, where the map leaves the box", () => {
    const test = vertexTest(
      corners(
        (s, t) => s + 0.4 * s * t + 0.9,
        (s, t) => t + 0.4 * s * t,
      ),
      1e-15,
    );
    expect(test).to.include({ unique: true, exists: false });
    expect(test.reach).to.be.closeTo(0.8, 1e-12);
  });

  it("leaves room for the error of the values", () => {
    const equations = corners(
      (s) => s - 0.999999,
      (_s, t) => t,
    );
    expect(vertexTest(equations, 0)).to.include({ exists: true });
    expect(vertexTest(equations, 1e-5)).to.include({ exists: false, excluded: false });
    const outside = corners(
      (s) => s - 1.000001,
      (_s, t) => t,
    );
    expect(vertexTest(outside, 0)).to.include({ excluded: true });
    expect(vertexTest(outside, 1e-5)).to.include({ excluded: false });
    expect(vertexTest(equations, 0.4)).to.include({ unique: false });
  });

  it("knows nothing where the mean Jacobian has no inverse", () => {
    const test = vertexTest(
      corners(
        (s, t) => s * t,
        (s, t) => s + t,
      ),
      0,
    );
    expect(test).to.include({ excluded: false, unique: false, exists: false });
  });
});
