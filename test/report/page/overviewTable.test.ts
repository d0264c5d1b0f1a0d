import { expect } from "chai";
import { JSDOM } from "jsdom";
import { describe, it } from "mocha";

import { overviewTable } from "#report/page/overviewTable.ts";
import type { SituationInput } from "#report/input.ts";
import { sampleInput } from "../support/sampleInput.ts";

function rowsOf(situations: readonly SituationInput[]): readonly (readonly string[])[] {
  const { document } = new JSDOM(overviewTable(situations).markup).window;
  return [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll("\u00a0", " ")),
  );
}

describe("overviewTable", () => {
  const { situations } = sampleInput();

  it("says for each situation what was measured, what follows, and what the paper's run showed", () => {
    expect(rowsOf(situations).map((row) => row.slice(1, 5))).to.deep.equal([
      ["8 of 8", "tends to (0, 0)", "tends to (0, 0)", "supported"],
      ["8 of 8", "tends to (1, 1)", "leaves [0, 1] at step 2", "supported"],
      ["8 of 8", "tends to (1, 0)", "overflows at step 15", "artefact"],
      ["8 of 8", "tends to (0, 1)", "overflows at step 9", "artefact"],
      ["8 of 8", "tends to (1, 1)", "leaves [0, 1] at step 2", "artefact"],
    ]);
  });

  it("knows the other ends of a run", () => {
    const [first] = situations;
    if (first === undefined) throw new Error("no situation");
    const { judgement } = first;
    const exact = { ...judgement.exact, limit: { kind: "closed-orbit", period: 12.345 } as const };
    const euler = { ...judgement.euler, limit: { kind: "unresolved", reason: "it wanders" } as const };
    const [row] = rowsOf([{ ...first, judgement: { ...judgement, exact, euler, largestHonestStep: undefined } }]);
    expect(row?.slice(2)).to.deep.equal(["closed orbit, period 12.35 months", "it wanders", "supported", "none tried"]);
  });
});
