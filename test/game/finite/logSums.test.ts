import { addLogs, compensatedSum, normalizeLogs, sumLogs } from "#game/finite/logSums.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";

describe("finite/logSums", () => {
  it("adds what two logarithms stand for (seed 61)", () => {
    const small = fc.double({ min: -20, max: 20, noNaN: true });
    forAll(61, 300, [small, small], (a, b) => {
      expect(addLogs(a, b)).to.be.closeTo(Math.log(Math.exp(a) + Math.exp(b)), 1e-13);
      expect(addLogs(a, b)).to.equal(addLogs(b, a));
    });
  });

  it("takes minus infinity for zero, and no number for too large or too small", () => {
    expect(addLogs(-Infinity, -Infinity)).to.equal(-Infinity);
    expect(addLogs(-Infinity, 3)).to.equal(3);
    expect(addLogs(1e6, 1e6)).to.be.closeTo(1e6 + Math.LN2, 1e-9);
    expect(sumLogs([])).to.equal(-Infinity);
    expect(sumLogs([-Infinity, -Infinity])).to.equal(-Infinity);
    expect(sumLogs([-5000, -5000, -Infinity, -5000])).to.be.closeTo(-5000 + Math.log(3), 1e-12);
  });

  it("sums to 1 what is normalized", () => {
    const logs = normalizeLogs(Float64Array.of(-3000, -3000 + Math.log(3), -Infinity));
    expect(Math.exp(logs[0] ?? 0)).to.be.closeTo(0.25, 1e-12);
    expect(Math.exp(logs[1] ?? 0)).to.be.closeTo(0.75, 1e-12);
    expect(logs[2]).to.equal(-Infinity);
  });

  it("keeps what a running sum loses to rounding", () => {
    const sum = compensatedSum();
    for (const term of [1, 1e100, 1, -1e100]) sum.add(term);
    expect(sum.value()).to.equal(2);
  });
});
