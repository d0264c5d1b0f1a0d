import type { Limit, Trajectory } from "#domain/analysis.ts";
import type { State } from "#domain/game.ts";
import type { Claim } from "./situations.ts";

/**
 * What became of a claim. `supported`: true of the dynamics, and seen within the run; `supported-finally`: true of their
 * limit, which the run is too short to show; `artefact`: false of the dynamics, but the Euler run shows it;
 * `contradicted`: neither shows it; `no-effect`: for claims that a change of parameters matters, when it does not.
 */
export type Verdict = "supported" | "supported-finally" | "artefact" | "contradicted" | "no-effect";

export interface Judgement {
  readonly id: string;
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** The run as published: forward Euler, unclamped, one state a month. */
  readonly euler: Trajectory;
  readonly exact: Trajectory;
  /** The month whose Euler state is no longer finite. */
  readonly overflowMonth: number | undefined;
  /**
   * The largest step, in months and at most the published one, up to which Euler stays in [0,1] and tends to the exact
   * limit; undefined when no step tried does.
   */
  readonly largestHonestStep: number | undefined;
  /** The judgement in words. */
  readonly sentence: string;
}

/** A judgement in words, every number taken from it. */
export function describeJudgement(judgement: Omit<Judgement, "sentence">): string {
  const { id, claim, verdict, euler, exact } = judgement;
  return (
    `${id}: the paper says that cooperation ${claimWords(claim)}. ` +
    `Exactly, it ${limitWords(exact.limit)}; with Euler's method and a step of 1 month it ${eulerWords(euler)}. ` +
    `${VERDICT_WORDS[verdict]} ${stepWords(judgement)}`
  );
}

const VERDICT_WORDS = {
  "supported": "The claim is supported.",
  "supported-finally": "The claim is supported for the limit, which the run is too short to show.",
  "artefact": "The claim is an artefact of the step, no property of the model.",
  "contradicted": "The claim is contradicted by both.",
  "no-effect": "The change has no effect.",
} as const;

function claimWords(claim: Claim): string {
  if (claim.kind === "diverges") return "diverges until the results overflow";
  const corner = `(${claim.corner.join(", ")})`;
  return claim.kind === "limit" ? `converges to ${corner}` : `fluctuates about ${corner}`;
}

function limitWords(limit: Limit): string {
  switch (limit.kind) {
    case "point":
      return `tends to ${point(limit.shares)}`;
    case "closed-orbit":
      return `returns every ${limit.period} months`;
    case "left-domain":
      return `leaves [0, 1] at step ${limit.step}`;
    case "unresolved":
      return `stays undecided: ${limit.reason}`;
  }
}

function eulerWords({ limit, states, times }: Trajectory): string {
  if (limit.kind !== "left-domain") return limitWords(limit);
  if (limit.overflow) return `overflows in month ${limit.step}`;
  return `first leaves [0, 1] in month ${limit.step} and is at ${point(states.at(-1) ?? [])} in month ${times.at(-1)}`;
}

function stepWords({ largestHonestStep }: Omit<Judgement, "sentence">): string {
  return largestHonestStep === undefined
    ? "No step that was tried keeps Euler's method in [0, 1] and leads it to the exact limit."
    : `With steps up to ${rounded(largestHonestStep)} month Euler's method stays in [0, 1] and tends to the exact limit.`;
}

function point(state: State): string {
  return `(${state.map((shares) => rounded(shares[0] ?? Number.NaN)).join(", ")})`;
}

/** Four digits are enough to read; the judgement carries the rest. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
