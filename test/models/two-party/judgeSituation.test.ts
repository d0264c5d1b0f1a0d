import { judgeSituation } from "#models/two-party/judgeSituation.ts";
import { situations, type Situation } from "#models/two-party/situations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { field, sharesOf, twoByTwo, type Quad } from "../../game/support/twoByTwo.ts";

function judge(id: number) {
  const situation = situations[id - 1];
  if (situation === undefined) throw new Error("five situations");
  return judgeSituation(situation);
}

/** The first month whose state is not finite, stepping the paper's equations from (0.5, 0.5) by one month. */
function overflowMonth(quad: Quad): number {
  let [x, y, month] = [0.5, 0.5, 0];
  while (Number.isFinite(x) && Number.isFinite(y)) {
    const [dx, dy] = field(quad, x, y);
    [x, y, month] = [x + dx, y + dy, month + 1];
  }
  return month;
}

describe("judgeSituation", () => {
  it("supports Situations 1 and 2: both runs end where the paper says", () => {
    for (const [id, corner] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const { verdict, exact, euler } = judge(id);
      expect(verdict).to.equal("supported");
      expect(exact.limit).to.deep.equal({
        kind: "point",
        shares: [
          [corner, 1 - corner],
          [corner, 1 - corner],
        ],
      });
      expect(sharesOf(euler.states.at(-1))[0]).to.be.closeTo(corner, 1e-3);
    }
    expect(judge(1).largestHonestStep).to.equal(1);
    // Euler overshoots 1 before it settles: 1/1.8 is the step that would not.
    expect(judge(2).euler.limit).to.deep.equal({ kind: "left-domain", step: 2, overflow: false });
    expect(judge(2).largestHonestStep).to.be.closeTo(1 / 1.8, 1e-5);
  });

  it("finds the divergence of Situations 3 and 4 to be artefacts: only Euler overflows", () => {
    for (const [id, x, quad] of [
      [3, 1, [0.5, -2.5, 4.5, -3.5]],
      [4, 0, [-0.5, 2.5, -1.5, 6.5]],
    ] as const) {
      const judgement = judge(id);
      expect(judgement.verdict).to.equal("artefact");
      expect(judgement.exact.limit).to.deep.equal({
        kind: "point",
        shares: [
          [x, 1 - x],
          [1 - x, x],
        ],
      });
      expect(judgement.exact.status).to.equal("completed");
      expect(judgement.euler.status).to.equal("overflow");
      expect(judgement.overflowMonth).to.equal(overflowMonth(quad));
      const fastest = Math.max(...quad.map(Math.abs));
      expect(judgement.largestHonestStep, "1/max|c| is always honest").to.be.within(1 / fastest, 1);
    }
  });

  it("finds the fluctuation of Situation 5 to be an artefact: with steps of at most 0.4 it tends to (1, 1)", () => {
    const judgement = judge(5);
    expect(judgement.verdict).to.equal("artefact");
    expect(judgement.overflowMonth).to.equal(undefined);
    expect(judgement.exact.limit).to.deep.equal({
      kind: "point",
      shares: [
        [1, 0],
        [1, 0],
      ],
    });
    const last = judgement.euler.states.slice(-10).map((state) => sharesOf(state)[0]);
    expect(Math.min(...last)).to.be.below(0.9);
    expect(Math.max(...last)).to.be.above(1.1);
    expect(judgement.largestHonestStep).to.be.closeTo(0.4, 1e-6);
  });

  it("judges other payoffs of the same situation, such as measured ones", () => {
    const [first] = situations;
    if (first === undefined) throw new Error("five situations");
    expect(judgeSituation(first, twoByTwo(1, 1, 1, 1)).verdict).to.equal("contradicted");
  });

  it("can come to the other verdicts", () => {
    const verdict = (change: Partial<Situation>) =>
      judgeSituation({ id: "test", set: {}, claim: { kind: "diverges" }, ...change }).verdict;
    expect(verdict({})).to.equal("contradicted");
    expect(verdict({ claim: { kind: "limit", corner: [1, 1] } })).to.equal("contradicted");
    expect(verdict({ claim: { kind: "fluctuates", corner: [0, 0] } })).to.equal("contradicted");
    // c = 0.01 each: on its way to (1, 1), but far from it after 30 months.
    const slow = { Rs: "3", Rr: "3", Bs: "3", Br: "3", Ds: "0", Dr: "0", F: "5.51" };
    expect(verdict({ set: slow, claim: { kind: "limit", corner: [1, 1] } })).to.equal("supported-finally");
  });
});
