import { describeJudgement } from "#models/two-party/describeJudgement.ts";
import { judgeSituation } from "#models/two-party/judgeSituation.ts";
import { situations } from "#models/two-party/situations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

describe("describeJudgement", () => {
  const judgements = situations.map((situation) => judgeSituation(situation));

  it("says in a few sentences what the paper claims, what both runs do, and the verdict", () => {
    const [first = "", second = "", third = "", , fifth = ""] = judgements.map(({ sentence }) => sentence);
    expect(first).to.equal(
      "Situation 1: the paper says that cooperation converges to (0, 0). Exactly, it tends to (0, 0); with Euler's method " +
        "and a step of 1 month it tends to (0, 0). The claim is supported. With steps up to 1 month Euler's method stays in " +
        "[0, 1] and tends to the exact limit.",
    );
    expect(second).to.match(/first leaves \[0, 1\] in month 2 and is at \(1, 1\) in month 30/);
    expect(third).to.match(
      /diverges until the results overflow.*tends to \(1, 0\).*overflows in month \d+.*artefact of the step/,
    );
    expect(fifth).to.match(/fluctuates about \(1, 1\).*Exactly, it tends to \(1, 1\).*artefact/);
  });

  it("takes every number from the judgement", () => {
    const [, , third] = judgements;
    if (third === undefined) throw new Error("five situations");
    const changed = {
      ...third,
      euler: { ...third.euler, limit: { kind: "left-domain", step: 77, overflow: true } as const },
    };
    expect(describeJudgement(changed)).to.include("overflows in month 77");
    expect(describeJudgement({ ...third, largestHonestStep: 0.123456 })).to.include("up to 0.1235 month");
    expect(describeJudgement({ ...third, largestHonestStep: undefined })).to.include("No step that was tried");
  });

  it("has words for every verdict and limit", () => {
    const [first] = judgements;
    if (first === undefined) throw new Error("five situations");
    const words = (["supported", "supported-finally", "artefact", "contradicted", "no-effect"] as const).map(
      (verdict) => describeJudgement({ ...first, verdict }),
    );
    expect(new Set(words).size).to.equal(5);
    const limited = (limit: typeof first.exact.limit) =>
      describeJudgement({ ...first, exact: { ...first.exact, limit } });
    expect(limited({ kind: "closed-orbit", period: 7 })).to.include("returns every 7 months");
    expect(limited({ kind: "unresolved", reason: "too slow" })).to.include("stays undecided: too slow");
    expect(limited({ kind: "left-domain", step: 3, overflow: false })).to.include("leaves [0, 1] at step 3");
  });
});
