import { expect } from "chai";
import { describe, it } from "mocha";

import { headlines, summaryInWords } from "#report/summaryInWords.ts";
import type { ReportInput } from "#report/input.ts";
import { offByOneUnit, sampleInput } from "./support/sampleInput.ts";

function text(input: ReportInput): string {
  return summaryInWords(input).join("\n");
}

describe("summaryInWords", () => {
  const input = sampleInput();

  it("says what was found", () => {
    const said = text(input);
    expect(said).to.contain(
      "3 suppliers and 3 retailers made 4 deals in 69 steps over 21 days: 3 settled and 1 supplier defaulted.",
    );
    expect(said).to.contain(
      "Supplier 3 defaulted on deal 4 and lost 24 AST by it; Retailer 3 gained 24 (agreed penalty 24).",
    );
    expect(said).to.contain("No token was lost or made: 212,000 AST before and after.");
    expect(said).to.contain("The audit of 4 records found 1 bad one.");
    expect(said).to.contain("The tampering with the record of deal 1 was found.");
    expect(said).to.contain(
      "All 40 payoffs measured on the contracts in 5 situations equal Table II to the last unit.",
    );
    expect(said).to.contain(
      "3 of 5 published results are artefacts of the simulation's step, no property of the model: Situation 3, Situation 4 and Situation 5.",
    );
    expect(said).to.contain("92.2 % end where both play cooperate and 7.8 % end where both play defect.");
    for (const { judgement } of input.situations) expect(said).to.contain(judgement.sentence);
  });

  it("names every payoff that differs, by how much", () => {
    const said = text(offByOneUnit(input));
    expect(said).to.contain("1 of 40 payoffs measured on the contracts in 5 situations DIFFER");
    expect(said).to.contain("Situation 1, supplier in (cooperate, cooperate): +0.000000000000000001 AST");
    expect(said).to.not.contain("All 40");
  });

  it("does not hide lost tokens, or an audit that saw nothing", () => {
    const { story, findings } = input;
    const poorer = { ...story, tokensAfter: String(BigInt(story.tokensBefore) - 1n) };
    expect(text({ ...input, story: poorer })).to.match(/TOKENS DO NOT ADD UP.*\u22120\.000000000000000001/);
    const blind = findings.map((finding) => ({ ...finding, verdict: "ok" as const }));
    const said = text({ ...input, findings: blind });
    expect(said).to.contain("The audit of 4 records found 0 bad ones.").and.to.contain("THE AUDIT MISSED");
  });

  it("follows the verdicts and the payoffs", () => {
    const supported = input.situations.map((situation) => ({
      ...situation,
      judgement: { ...situation.judgement, verdict: "supported" },
    }));
    expect(text({ ...input, situations: supported })).to.not.contain("of the simulation's step, no property");
    expect(text({ ...input, situations: input.situations.slice(0, 4) })).to.not.contain("depends on the start");
  });

  it("shortens hashes, and leaves single claims to the page", () => {
    const reason = `its hash is 0x${"ab".repeat(32)}.`;
    const findings = [{ dealId: "1", commitment: "0x", verdict: "mismatch" as const, reason }];
    expect(text({ ...input, findings })).to.contain("deal 1 (mismatch): its hash is 0xabababab\u2026.");
    expect(headlines(input)).to.have.length(summaryInWords(input).length - 5);
  });
});
