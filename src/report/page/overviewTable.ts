import type { Limit } from "#domain/analysis.ts";
import { compare } from "#report/compare.ts";
import { firstShares } from "#report/figures/phaseData.ts";
import type { SituationInput } from "#report/input.ts";
import { rounded } from "#report/text/amounts.ts";
import type { Markup } from "#report/text/markup.ts";
import { words } from "#report/text/sentences.ts";
import { tableBlock, type TableCell } from "./tableBlock.ts";

/** The experiments at a glance. */
export function overviewTable(situations: readonly SituationInput[]): Markup {
  return tableBlock({
    caption: "The experiments at a glance: payoffs as measured, runs from the published start",
    columns: [
      { title: "Experiment" },
      { title: "Payoffs equal to Table II", kind: "number" },
      { title: "Exact dynamics" },
      { title: "Euler, as published" },
      { title: "The published claim" },
      { title: "Largest step that tells the truth, months", kind: "number" },
    ],
    rows: situations.map((situation) => {
      const { title, judgement } = situation;
      const cells = compare(situation);
      const equal = cells.filter(({ difference }) => difference === 0n).length;
      const { exact, euler, verdict, largestHonestStep } = judgement;
      return [
        title,
        { text: `${equal} of ${cells.length}`, mark: equal === cells.length ? "good" : "bad" },
        limitWords(exact.limit),
        limitWords(euler.limit),
        { text: words(verdict), mark: verdict.startsWith("supported") ? "good" : "bad" },
        largestHonestStep === undefined ? "none tried" : rounded(largestHonestStep, 4),
      ] satisfies TableCell[];
    }),
  });
}

function limitWords(limit: Limit): string {
  switch (limit.kind) {
    case "point":
      return `tends to\u00a0(${firstShares(limit.shares)
        .map((share) => Number(share.toPrecision(4)))
        .join(",\u00a0")})`;
    case "closed-orbit":
      return `closed orbit, period ${rounded(limit.period, 2)} months`;
    case "left-domain":
      return limit.overflow ? `overflows at step ${limit.step}` : `leaves [0, 1] at step ${limit.step}`;
    case "unresolved":
      return limit.reason;
  }
}
