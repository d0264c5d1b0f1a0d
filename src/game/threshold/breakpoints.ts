import { continuaOf } from "#game/continua.ts";
import { gapsOf } from "#game/gaps.ts";
import { over, minus, rational, signOf, type Rational } from "#game/rational.ts";
import { difference, valueOf, type AffineForm, type AffineGame } from "./affineGame.ts";
import { gameAt } from "./gameAt.ts";
import { allGains, type Gain, type Outcome, type OutcomeGains } from "./outcomeGains.ts";
import type { Cell, Status } from "./partition.ts";

/** The interior rest point on the two sides of a breakpoint. */
export interface InteriorPassage {
  readonly below: boolean;
  readonly above: boolean;
  /** Where it tends to at the breakpoint, from a side where it is: shares of the first strategies. */
  readonly at?: readonly [Rational, Rational];
}

/** A value of the parameter at which the outcome changes what it is. */
export interface Breakpoint {
  readonly at: Rational;
  readonly below: Status;
  readonly here: Status;
  readonly above: Status;
  /** The gains that are zero there. */
  readonly vanishing: readonly Gain[];
  /**
   * `transcritical`: the interior rest point passes through a corner; `continuum`: the direction along an edge turns round,
   * and at the breakpoint all of the edge is at rest (where gains of both populations vanish, two edges or more);
   * `unresolved`: several gains vanish in a game of more than two populations, where rest points of faces may pass as well.
   */
  readonly transition: "transcritical" | "continuum" | "unresolved";
  /** Two populations only. */
  readonly interior?: InteriorPassage;
  /** The sets of rest points at the breakpoint, in words; two populations only. */
  readonly continua: readonly string[];
}

/** The points of a partition at which the status differs from one of its sides, in ascending order. */
export function breakpoints(
  game: AffineGame,
  outcome: Outcome,
  gains: OutcomeGains,
  cells: readonly Cell[],
): readonly Breakpoint[] {
  return cells.flatMap((here, i) => {
    const [below, above] = [cells[i - 1], cells[i + 1]];
    if (i % 2 === 0 || below === undefined || above === undefined) return [];
    if (below.status === here.status && above.status === here.status) return [];
    return [breakpointAt(game, outcome, gains, [below, here, above])];
  });
}

type Sides = readonly [below: Cell, here: Cell, above: Cell];

function breakpointAt(game: AffineGame, outcome: Outcome, gains: OutcomeGains, sides: Sides): Breakpoint {
  const [below, { sample: at, status: here }, above] = sides;
  const interior = gains.apart === undefined ? undefined : passage(outcome, gains.stay, gains.apart, sides);
  const vanishing = allGains(gains).filter(({ form }) => signOf(valueOf(form, at)) === 0);
  return {
    at,
    below: below.status,
    here,
    above: above.status,
    vanishing,
    transition: interior === undefined && vanishing.length > 1 ? "unresolved" : transitionOf(interior),
    ...(interior === undefined ? { continua: [] } : { interior, continua: continuaAt(game, at) }),
  };
}

function transitionOf(interior: InteriorPassage | undefined): "transcritical" | "continuum" {
  return interior?.at?.every(isPure) === true ? "transcritical" : "continuum";
}

function continuaAt(game: AffineGame, at: Rational): readonly string[] {
  const gains = gameAt(game, at);
  return continuaOf(gains, gapsOf(gains)).map(({ description }) => description);
}

/** The interior rest point makes both indifferent: each by the mixture in which its own deviation and its part balance. */
function passage(
  outcome: Outcome,
  stay: readonly Gain[],
  apart: readonly [Gain, Gain],
  [below, here, above]: Sides,
): InteriorPassage {
  const pairs = apart.map((off, population) => ({ off: off.form, on: stay[population]?.form ?? off.form }));
  const exists = ({ sample }: Cell): boolean =>
    pairs.every(({ off, on }) => signOf(valueOf(off, sample)) * signOf(valueOf(on, sample)) < 0);
  const sides = { below: exists(below), above: exists(above) };
  const [first, second] = pairs;
  if (first === undefined || second === undefined || !(sides.below || sides.above)) return sides;
  // Population 1 is made indifferent by the share of population 2's part of the outcome, and the other way round.
  const [x, y] = [mixture(second.off, second.on, here.sample), mixture(first.off, first.on, here.sample)];
  return { ...sides, at: [outcome[0] === 1 ? x : minus(ONE, x), outcome[1] === 1 ? y : minus(ONE, y)] };
}

const ONE = rational(1n);

/** off / (off - on); where both vanish its limit, the quotient of the slopes. Their signs differ on one side at least. */
function mixture(off: AffineForm, on: AffineForm, at: Rational): Rational {
  const between = difference(off, on);
  const spread = valueOf(between, at);
  return signOf(spread) === 0 ? over(off.slope, between.slope) : over(valueOf(off, at), spread);
}

function isPure(share: Rational): boolean {
  return share.denominator === 1n;
}
