import type { State } from "#domain/game.ts";
import { ratio } from "#game/ratio.ts";
import { findsUnplayed, isBlurred, type Dynamics } from "./dynamics.ts";
import { exactPopulations, type ExactPopulation } from "./exactPopulations.ts";
import type { Populations } from "./populations.ts";

/**
 * Where one population ends that moves on a line, because it has two strategies, or only two of them are played and
 * strategies are copied. Undefined elsewhere, and for logit and mutation.
 *
 * With x the share of the first of the two and g its gain over the second, which is linear in x, x' has the sign of g
 * for 0 < x < 1: it is x (1 - x) times something positive times g (replicator, Maynard Smith), x (1 - x) tanh(beta g / 2)
 * (imitation), (1 - x) [g]+ - x [-g]+ (Smith), and (1 - x)^2 [g]+ - x^2 [-g]+ (BNN). So x tends to the first zero of g on its
 * way, or else to the end of the line. Signs are those of whole numbers.
 *
 * @param start not a rest point
 */
export function lineLimit(dynamics: Dynamics, form: Populations, start: State): State | undefined {
  const [line] = exactPopulations(form, start);
  if (!form.symmetric || line === undefined || isBlurred(dynamics)) return undefined;
  const [first, second, ...more] = movingOf(dynamics, line);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const gain = (against: number): bigint => unitsOf(form, first, against) - unitsOf(form, second, against);
  const end = endOfLine(gain(second), gain(first), risesAt(line, first, second));
  return [line.shares.map((_, i) => (i === first ? end[0] : i === second ? end[1] : 0))];
}

function risesAt({ payoffs }: ExactPopulation, first: number, second: number): boolean {
  return (payoffs[first] ?? 0n) > (payoffs[second] ?? 0n);
}

/** The strategies whose shares change or could: all, or those that are played. */
function movingOf(dynamics: Dynamics, { shares }: ExactPopulation): readonly number[] {
  return shares.flatMap((share, i) => (findsUnplayed(dynamics) || share > 0n ? [i] : []));
}

/** What a strategy earns against another, in whole numbers. */
function unitsOf({ normal }: Populations, mine: number, other: number): bigint {
  return normal.exact.units[0]?.[mine * (normal.strides[0] ?? 1) + other] ?? 0n;
}

/** The share and its rest, each rounded once, from the gains at share 0 and at share 1. */
function endOfLine(gainAt0: bigint, gainAt1: bigint, rises: boolean): readonly [number, number] {
  if (rises && gainAt1 >= 0n) return [1, 0];
  if (!rises && gainAt0 <= 0n) return [0, 1];
  // A line that is positive where x rises and not at 1, or negative where x falls and not at 0, falls through 0.
  const all = gainAt0 - gainAt1;
  return [ratio(gainAt0, all), ratio(-gainAt1, all)];
}
