import type { Trajectory } from "#domain/analysis.ts";
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
