import { minus, plus, rational, textOf, times } from "#game/rational.ts";
import { outcomeGains, type Outcome } from "#game/threshold/outcomeGains.ts";
import {
  contains,
  joined,
  partition,
  reaches,
  statusAt,
  type Interval,
  type Range,
} from "#game/threshold/partition.ts";
import { compareChanges, smallestChange, type SmallestChange } from "#game/threshold/smallestChange.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { affineTwoByTwo, exact, type Line } from "../support/affine.ts";
import { forAll } from "../support/twoByTwo.ts";

const ANY: Range = { fromClosed: false, toClosed: false };
const FROM_ZERO: Range = { from: exact(0), fromClosed: true, toClosed: false };

/** not Nash up to 1, strict between 1 and 3, attracting from 3 on. */
const RISING: readonly Interval[] = [
  { to: exact(1), fromClosed: false, toClosed: true, status: "not-nash" },
  { from: exact(1), fromClosed: false, to: exact(3), toClosed: false, status: "ess" },
  { from: exact(3), fromClosed: true, toClosed: false, status: "attracting" },
];

function brief(change: SmallestChange): string {
  if (change.kind !== "change") return change.kind === "never" ? `never: ${change.reason}` : change.kind;
  const { direction, to, attained, change: by, relative } = change;
  return `${direction} by ${textOf(by)} ${attained ? "to" : "beyond"} ${textOf(to)}, relative ${relative}`;
}

function ask(intervals: readonly Interval[], present: string, wanted: "ess" | "attracting", range = ANY): string {
  return brief(smallestChange(intervals, { parameter: "k", present: exact(present), wanted, range }));
}

describe("smallestChange", () => {
  it("goes to the nearest end, beyond it where the end does not belong", () => {
    expect(ask(RISING, "0.5", "ess")).to.equal("increase by 1/2 beyond 1, relative 1");
    expect(ask(RISING, "2", "attracting")).to.equal("increase by 1 to 3, relative 0.5");
    expect(ask(RISING, "-2", "attracting")).to.equal("increase by 5 to 3, relative 2.5");
    expect(ask(RISING, "0", "attracting")).to.equal("increase by 3 to 3, relative undefined");
    expect(ask(RISING, "1", "ess")).to.equal("increase by 0 beyond 1, relative 0");
    const falling: Interval = { to: exact(4), fromClosed: false, toClosed: false, status: "ess" };
    expect(ask([falling], "5", "ess")).to.equal("decrease by -1 beyond 4, relative 0.2");
    expect(ask([falling], "4", "ess")).to.equal("decrease by 0 beyond 4, relative 0");
  });

  it("is none where the outcome already is what is wanted, or more", () => {
    expect(ask(RISING, "2", "ess")).to.equal("none");
    expect(ask(RISING, "3", "ess")).to.equal("none");
    expect(ask(RISING, "3", "attracting")).to.equal("none");
  });

  it("stays within the range, and says whether more than the range is in the way", () => {
    const upToOne: Range = { from: exact(0), fromClosed: true, to: exact(1), toClosed: true };
    expect(ask(RISING, "0.5", "ess", upToOne)).to.equal("never: only values outside its range do it");
    expect(ask(RISING.slice(0, 2), "0.5", "attracting")).to.equal("never: no value of k does it");
    const negative: Interval = { to: exact(0), fromClosed: false, toClosed: false, status: "ess" };
    expect(ask([negative], "1", "ess", FROM_ZERO)).to.equal("never: only values outside its range do it");
    const withZero: Interval = { ...negative, toClosed: true };
    expect(ask([withZero], "1", "ess", FROM_ZERO)).to.equal("decrease by -1 to 0, relative 1");
  });

  it("of two at the same distance takes the attained one, then the larger value", () => {
    const left: Interval = { to: exact(1), fromClosed: false, toClosed: true, status: "attracting" };
    const right: Interval = { from: exact(3), fromClosed: false, toClosed: false, status: "attracting" };
    expect(ask([left, right], "2", "attracting")).to.equal("decrease by -1 to 1, relative 0.5");
    expect(ask([{ ...left, toClosed: false }, right], "2", "attracting")).to.equal(
      "increase by 1 beyond 3, relative 0.5",
    );
    expect(ask([left, right], "1.5", "attracting")).to.match(/^decrease by -1\/2/);
    expect(ask([left, right], "2.5", "attracting")).to.match(/^increase by 1\/2/);
  });

  it("does what it says just there, and nothing smaller does (seed 341)", () => {
    const whole = fc.integer({ min: -4, max: 4 });
    const line: fc.Arbitrary<Line> = fc.tuple(whole, whole);
    const corner = fc.constantFrom<Outcome>([0, 0], [0, 1], [1, 0], [1, 1]);
    const wish = fc.constantFrom("ess" as const, "attracting" as const);
    const tiny = rational(1n, 10n ** 9n);
    let changes = 0;
    forAll(341, 400, [fc.tuple(line, line, line, line), corner, wish, whole], (lines, outcome, wanted, now) => {
      const gains = outcomeGains(affineTwoByTwo(...lines), outcome);
      const present = exact(now);
      const good = (value: typeof present): boolean => reaches(statusAt(gains, value), wanted);
      const found = smallestChange(joined(partition(gains)), { parameter: "k", present, wanted, range: FROM_ZERO });
      expect(found.kind === "none").to.equal(good(present));
      if (found.kind === "never") for (let k = 0; k < 60; k++) expect(good(rational(BigInt(k), 4n))).to.equal(false);
      if (found.kind !== "change") return;
      changes++;
      expect(contains(FROM_ZERO, found.to)).to.equal(true);
      expect(good(found.to)).to.equal(found.attained);
      if (!found.attained) expect(good((found.direction === "increase" ? plus : minus)(found.to, tiny))).to.equal(true);
      for (let part = 0n; part < 20n; part++) {
        const less = times(found.change, rational(part, 20n));
        for (const value of [plus(present, less), minus(present, less)]) {
          expect(good(value) && contains(FROM_ZERO, value)).to.equal(false);
        }
      }
    });
    expect(changes).to.be.greaterThan(40);
  });

  it("sorts: none, by relative size, changes of a zero by size, never", () => {
    const sorted = ["2", "0", "-9", "4", "0.9"].map((present) =>
      smallestChange(RISING, { parameter: "k", present: exact(present), wanted: "attracting", range: ANY }),
    );
    const never: SmallestChange = { kind: "never", reason: "" };
    const small: SmallestChange = {
      kind: "change",
      direction: "decrease",
      to: exact(-1),
      attained: true,
      change: exact(-1),
    };
    expect([never, ...sorted, small].toSorted(compareChanges).map(brief)).to.deep.equal([
      "none",
      "increase by 1 to 3, relative 0.5",
      "increase by 12 to 3, relative 1.3333333333333333",
      "increase by 21/10 to 3, relative 2.3333333333333335",
      "decrease by -1 to -1, relative undefined",
      "increase by 3 to 3, relative undefined",
      "never: ",
    ]);
  });
});
