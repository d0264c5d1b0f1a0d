import type { Limit, Trajectory } from "#domain/analysis.ts";
import type { Game, State } from "#domain/game.ts";
import { simulate } from "#game/simulate.ts";
import { describeJudgement, type Judgement, type Verdict } from "./describeJudgement.ts";
import { largestHonestStep } from "./largestHonestStep.ts";
import { parseParameters } from "./parseParameters.ts";
import type { Claim, Situation } from "./situations.ts";
import { twoPartyGame } from "./twoPartyGame.ts";

/** Section V of [Cao2022]: both populations start undecided; time and step in months. */
const START: State = [
  [0.5, 0.5],
  [0.5, 0.5],
];
const MONTHS = 30;
const STEP = 1;
/** A share this near to a claimed value has arrived, for the eye that reads a printed curve. */
const VISIBLE = 0.01;
/** States at the end of a run in which a fluctuation must show. */
const LAST_STATES = 10;

/**
 * Runs a situation as the source did and exactly, and decides its claim from the two runs.
 *
 * @param game the situation's payoffs: those of the source's formula, or others, such as measured ones
 */
export function judgeSituation(
  situation: Situation,
  game: Game = twoPartyGame(parseParameters(situation.set).parameters),
): Judgement {
  const exact = run(game, { kind: "exact" });
  const euler = run(game, { kind: "euler", step: STEP });
  const judgement = {
    id: situation.id,
    claim: situation.claim,
    verdict: verdictOf(situation.claim, euler, exact),
    euler,
    exact,
    overflowMonth: euler.limit.kind === "left-domain" && euler.limit.overflow ? euler.limit.step * STEP : undefined,
    largestHonestStep: largestHonestStep(game, { start: START, until: MONTHS, largest: STEP, limit: exact.limit }),
  };
  return { ...judgement, sentence: describeJudgement(judgement) };
}

function run(game: Game, method: Parameters<typeof simulate>[1]["method"]): Trajectory {
  return simulate(game, { start: START, until: MONTHS, method });
}

function verdictOf(claim: Claim, euler: Trajectory, exact: Trajectory): Verdict {
  if (isLimit(claim, exact.limit)) return isSeen(claim, exact) ? "supported" : "supported-finally";
  return isSeen(claim, euler) ? "artefact" : "contradicted";
}

/** Whether the claim is true of the exact dynamics, which never leave the unit square. */
function isLimit(claim: Claim, limit: Limit): boolean {
  if (claim.kind === "diverges") return false;
  if (claim.kind === "fluctuates") return limit.kind === "closed-orbit";
  return limit.kind === "point" && isNear(limit.shares, claim.corner, 0);
}

/** Whether somebody who looks at the run sees what the claim says. */
function isSeen(claim: Claim, trajectory: Trajectory): boolean {
  if (claim.kind === "diverges") return trajectory.status === "overflow";
  if (trajectory.status === "overflow") return false;
  if (claim.kind === "limit") return isNear(trajectory.states.at(-1) ?? [], claim.corner, VISIBLE);
  const last = trajectory.states.slice(-LAST_STATES);
  return claim.corner.every((value, player) => {
    const shares = last.map((state) => state[player]?.[0] ?? Number.NaN);
    const [least, largest] = [Math.min(...shares), Math.max(...shares)];
    return largest - least > VISIBLE && least <= value && value <= largest;
  });
}

function isNear(state: State, corner: readonly [number, number], distance: number): boolean {
  return corner.every((value, player) => Math.abs((state[player]?.[0] ?? Number.NaN) - value) <= distance);
}
