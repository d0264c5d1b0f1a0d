import { signOf, times, toDouble, over, type Rational } from "#game/rational.ts";
import { rootOf, valueOf, type AffineGame } from "./affineGame.ts";
import { breakpoints, type Breakpoint } from "./breakpoints.ts";
import { allGains, outcomeGains, requireOutcome, type Gain, type Outcome, type OutcomeGains } from "./outcomeGains.ts";
import { clipped, joined, partition, statusAt, type Interval, type Range, type Status } from "./partition.ts";
import { smallestChange, type SmallestChange } from "./smallestChange.ts";

export interface ThresholdQuestion {
  /** A corner: 1 for each population that plays its first strategy, 0 for each that plays its second. */
  readonly outcome: readonly number[];
  /** The parameter's present value. */
  readonly present: Rational;
  /** The values that the parameter's meaning allows. */
  readonly range: Range;
}

/** One gain as a function of the parameter. */
export interface GainReport extends Gain {
  readonly atPresent: Rational;
  /** Where it is zero; absent when it does not depend on the parameter. */
  readonly zero?: Rational;
  /** Relative change of the gain per relative change of the parameter, at present; absent where the gain is zero. */
  readonly elasticity?: number;
}

export interface Thresholds {
  readonly outcome: Outcome;
  readonly present: Status;
  /** Those that decide, at the outcome first, for use in `basinSamples`. */
  readonly deciding: OutcomeGains;
  readonly gains: readonly GainReport[];
  readonly breakpoints: readonly Breakpoint[];
  /** The whole line, in ascending order: what the outcome is where. */
  readonly intervals: readonly Interval[];
  /** The same within the range. */
  readonly withinRange: readonly Interval[];
  /** The smallest change of this parameter alone that makes the outcome stable. */
  readonly toEss: SmallestChange;
  /** The same for attracting every interior start; two populations only. */
  readonly toAttracting?: SmallestChange;
}

/**
 * The exact values of the parameter at which an outcome becomes or stops being a Nash equilibrium, strict (which among
 * several populations is the same as evolutionarily stable: [Selten1980]), and attracting for every interior start. All are zeros of
 * affine payoff differences, so nothing is iterated and nothing rounded. Unit of time: that of the payoffs.
 *
 * @throws AllianceError (usage) when the outcome does not fit the game
 */
export function thresholds(game: AffineGame, { outcome: shares, present, range }: ThresholdQuestion): Thresholds {
  const outcome = requireOutcome(shares, game.players);
  const deciding = outcomeGains(game, outcome);
  const cells = partition(deciding);
  const intervals = joined(cells);
  const change = (wanted: Status): SmallestChange =>
    smallestChange(intervals, { parameter: game.parameter, present, wanted, range });
  return {
    outcome,
    present: statusAt(deciding, present),
    deciding,
    gains: allGains(deciding).map((gain) => reportOf(gain, present)),
    breakpoints: breakpoints(game, outcome, deciding, cells),
    intervals,
    withinRange: clipped(intervals, range),
    toEss: change("ess"),
    ...(deciding.apart === undefined ? {} : { toAttracting: change("attracting") }),
  };
}

function reportOf(gain: Gain, present: Rational): GainReport {
  const atPresent = valueOf(gain.form, present);
  const zero = rootOf(gain.form);
  return {
    ...gain,
    atPresent,
    ...(zero === undefined ? {} : { zero }),
    ...(signOf(atPresent) === 0 ? {} : { elasticity: toDouble(over(times(gain.form.slope, present), atPresent)) }),
  };
}
