import type { Trajectory } from "#domain/analysis.ts";
import type { Measurement } from "#domain/measurement.ts";
import type { AuditFinding } from "#domain/record.ts";
import type { Story } from "#domain/story.ts";
import type { Token } from "./text/amounts.ts";

/** What a formula says that the players earn in one profile, in token units, in the order of the game's players. */
export interface ExpectedUnits {
  readonly profile: readonly string[];
  readonly units: readonly string[];
}

/** How a published claim was decided; `judgeSituation` of the models returns it. */
export interface ClaimJudgement {
  /** Such as `supported` or `artefact`. */
  readonly verdict: string;
  /** The judgement in words. */
  readonly sentence: string;
  /** The exact run. */
  readonly exact: Trajectory;
  /** The run as published, forward Euler without a clamp. */
  readonly euler: Trajectory;
  /** The month whose Euler state is no longer finite. */
  readonly overflowMonth: number | undefined;
  /** The largest step, in months, up to which Euler tells the truth. */
  readonly largestHonestStep: number | undefined;
}

/** One experiment: what was measured, what the formula says, and what becomes of the claim. */
export interface SituationInput {
  /** Names the files; made safe, and unique if need be. */
  readonly name: string;
  readonly title: string;
  readonly measurement: Measurement;
  readonly expectedUnits: readonly ExpectedUnits[];
  readonly judgement: ClaimJudgement;
}

export interface ReportInput {
  readonly story: Story;
  readonly findings: readonly AuditFinding[];
  readonly situations: readonly SituationInput[];
  readonly generated: { readonly version: string; readonly commit?: string };
  /** @default the settlement token of the contracts: AST, 18 decimals */
  readonly token?: Token;
}

export const SETTLEMENT_TOKEN: Token = { symbol: "AST", decimals: 18 };
