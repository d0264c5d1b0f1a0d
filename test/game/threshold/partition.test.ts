import { simulate } from "#game/simulate.ts";
import { compare, rational, toDouble, type Rational } from "#game/rational.ts";
import { outcomeGains, type OutcomeGains } from "#game/threshold/outcomeGains.ts";
import { clipped, contains, joined, partition, reaches, statusAt, type Range } from "#game/threshold/partition.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact, gameOf, type Line } from "../support/affine.ts";
import { forAll, quads, stateOf, twoByTwo, type Quad } from "../support/twoByTwo.ts";

const whole = fc.integer({ min: -4, max: 4 });
const line: fc.Arbitrary<Line> = fc.tuple(whole, whole);
const corner = fc.constantFrom([0, 0] as const, [0, 1] as const, [1, 0] as const, [1, 1] as const);
const STARTS = [1e-6, 1e-3, 0.1, 0.4, 0.7, 0.9, 0.999, 1 - 1e-6];

function gainsOf([c1, c2, c3, c4]: Quad): OutcomeGains {
  return outcomeGains(affineTwoByTwo([c1, 0], [c2, 0], [c3, 0], [c4, 0]), [1, 1]);
}

/** Whether every one of many interior starts, also close to all edges, ends at (1,1). */
function attractsAll(quad: Quad): boolean {
  const method = { kind: "exact" } as const;
  return STARTS.every((x) =>
    STARTS.every((y) => {
      const { limit } = simulate(twoByTwo(...quad), { start: stateOf(x, y), until: 0, at: [0], method });
      return limit.kind === "point" && limit.shares.every(([share]) => share === 1);
    }),
  );
}

function range(from: string | undefined, to: string | undefined, ends: "[]" | "()" | "[)" | "(]"): Range {
  return {
    ...(from === undefined ? {} : { from: exact(from) }),
    fromClosed: ends[0] === "[",
    ...(to === undefined ? {} : { to: exact(to) }),
    toClosed: ends[1] === "]",
  };
}

describe("partition", () => {
  it("calls attracting exactly what attracts every start, in all 81 patterns of signs with zeros", function () {
    this.timeout(30_000);
    const counts = { attracting: 0, other: 0 };
    for (const [a, b, c, d] of quads([-1, 0, 1])) {
      for (const quad of [
        [a, b, c, d],
        [2 * a, b / 4, c, 3 * d],
      ] satisfies Quad[]) {
        const status = statusAt(gainsOf(quad), exact(0));
        expect(status === "attracting", quad.join()).to.equal(attractsAll(quad));
        counts[status === "attracting" ? "attracting" : "other"]++;
      }
    }
    // Both gain when together, and: 5 patterns where one gains alone, and the one where neither gains nor loses.
    expect(counts).to.deep.equal({ attracting: 2 * 6, other: 2 * 75 });
  });

  it("names Nash and strict by what deviating costs", () => {
    expect(statusAt(gainsOf([-1, -1, 1, 1]), exact(0))).to.equal("ess");
    expect(statusAt(gainsOf([1, 1, 0, 1]), exact(0))).to.equal("nash");
    expect(statusAt(gainsOf([1, 1, 1, 0]), exact(0))).to.equal("nash");
    expect(statusAt(gainsOf([1, 1, 5, -1]), exact(0))).to.equal("not-nash");
    expect(statusAt(gainsOf([1, 1, -1, 0]), exact(0))).to.equal("not-nash");
    expect([reaches("ess", "nash"), reaches("ess", "ess"), reaches("nash", "ess")]).to.deep.equal([true, true, false]);
  });

  it("covers the line once, without a gap, and every value has the status of its interval (seed 321)", () => {
    const value = fc.tuple(whole, fc.integer({ min: 1, max: 4 })).map(([n, d]) => rational(BigInt(n), BigInt(d)));
    forAll(321, 300, [fc.tuple(line, line, line, line), corner, value], (lines, outcome, at) => {
      const gains = outcomeGains(affineTwoByTwo(...lines), outcome);
      const cells = partition(gains);
      const intervals = joined(cells);
      for (const each of [at, ...cells.map(({ sample }) => sample)]) {
        const holding = intervals.filter((interval) => contains(interval, each));
        expect(holding.map(({ status }) => status)).to.deep.equal([statusAt(gains, each)]);
      }
      intervals.slice(1).forEach((interval, i) => {
        const before = intervals[i];
        expect(before?.status).not.to.equal(interval.status);
        expect(before?.to).to.deep.equal(interval.from);
        expect(before?.toClosed).to.equal(!interval.fromClosed);
      });
      expect(intervals[0]).not.to.have.property("from");
      expect(intervals.at(-1)).not.to.have.property("to");
    });
  });

  it("decides nothing about attraction among three populations", () => {
    const gains = outcomeGains(
      gameOf(3, (k, _, profile) => (profile === 0 ? k : exact(0))),
      [1, 1, 1],
    );
    expect(joined(partition(gains)).map(({ status }) => status)).to.deep.equal(["not-nash", "nash", "ess"]);
  });

  it("is one interval where nothing depends on the parameter", () => {
    expect(joined(partition(gainsOf([-1, -1, 1, 1])))).to.deep.equal([
      { fromClosed: false, toClosed: false, status: "ess" },
    ]);
  });

  it("clips at the ends of a range: the tighter end, closed only where both are", () => {
    const status = "ess" as const;
    const clip = (own: Range, by: Range) =>
      clipped([{ ...own, status }], by).map(({ status: kept, ...rest }) => (kept === status ? rest : kept));
    expect(clip(range("0", "5", "()"), range("0", "3", "[]"))).to.deep.equal([range("0", "3", "(]")]);
    expect(clip(range(undefined, undefined, "()"), range("0", undefined, "[)"))).to.deep.equal([
      range("0", undefined, "[)"),
    ]);
    expect(clip(range("-1", undefined, "[)"), range("0", "1", "[]"))).to.deep.equal([range("0", "1", "[]")]);
    expect(clip(range("0", "1", "[]"), range("1", "2", "[]"))).to.deep.equal([range("1", "1", "[]")]);
    expect(clip(range("0", "1", "[)"), range("1", "2", "[]"))).to.deep.equal([]);
    expect(clip(range("3", "4", "[]"), range("1", "2", "[]"))).to.deep.equal([]);
    expect(clip(range(undefined, "0", "(]"), range(undefined, "1", "(]"))).to.deep.equal([range(undefined, "0", "(]")]);
  });

  it("knows which ends belong to a range", () => {
    const at = (value: string): Rational => exact(value);
    expect(["0", "0.5", "1", "2"].map((text) => contains(range("0", "1", "[)"), at(text)))).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
    expect(["-9", "0", "1"].map((text) => contains(range(undefined, "0", "(]"), at(text)))).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect(contains(range("0", "0", "[]"), at("0"))).to.equal(true);
    const cells = partition(outcomeGains(affineTwoByTwo([1, -3], [1, 1], [2, 1], [3, 1]), [1, 1]));
    const samples = cells.map(({ sample }) => toDouble(sample));
    expect(samples.toSorted((a, b) => a - b)).to.deep.equal(samples);
    for (const [i, { sample }] of cells.entries())
      expect(compare(sample, cells[i + 1]?.sample ?? exact(99))).to.equal(-1);
  });
});
