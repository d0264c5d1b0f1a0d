import type { State } from "#domain/game.ts";
import { at } from "./at.ts";
import { findsUnplayed, isBlurred, type Dynamics } from "./dynamics.ts";
import { payoffsInto, stateOfShares, type Populations } from "./populations.ts";

/** Shares are whole multiples of one over this. */
const SCALE = 10n ** 12n;
/** By how much the box is larger than the state needs: far more than what steps err by. */
const MARGIN = 1e-6;

/** A pure state, and the box around it: no population p has more than `slack[p]` / SCALE beside `best[p]`. */
interface Box {
  /** Places in a state of what the pure state plays. */
  readonly best: readonly number[];
  readonly slack: readonly bigint[];
  /** By place in a state: strategies that can be played. */
  readonly played: readonly boolean[];
}

/**
 * The pure state that the trajectory through a state certainly tends to, or undefined when this cannot be shown.
 *
 * In the box of all states in which every population plays some strategy c at least as much as here, let
 * every other strategy j of every population earn less than c: gain_j > 0. Gains are multilinear in the others' shares, so
 * it is enough to look at the corners of the box, which is done in whole numbers. Then, in the box, wherever x_c < 1:
 *
 * - replicator, Maynard Smith, imitation: g_c is a sum of x_j times what rises with gain_j, so x_c' > 0;
 * - Smith: nobody leaves c, and x_c' = sum_j x_j gain_j > 0;
 * - BNN: the mean is sum_j x_j gain_j below payoff_c. Where (1 - x_c) times the largest gain is less than the smallest, no
 *   other strategy is above the mean, and x_c' = (1 - x_c) sum_j x_j gain_j > 0. This is demanded too.
 *
 * So no trajectory leaves the box, every x_c grows, and all tend to 1, the only rest there. Strategies that are not played
 * and only copied do not matter. Logit and mutation have no rest at a pure state, so nothing is shown for them.
 * Two pure states are tried: what is most frequent here, and what earns most here.
 */
export function trappingCorner(
  dynamics: Dynamics,
  form: Populations,
  start: Float64Array,
  end: Float64Array,
): State | undefined {
  if (isBlurred(dynamics)) return undefined;
  // A share may be too small for a double at the end, and come back: the start says what is played.
  const played = Array.from(start, (share) => findsUnplayed(dynamics) || share > 0);
  const earned = new Float64Array(form.length);
  payoffsInto(form, end, earned);
  const frequent = leadersOf(form, end, played);
  const earning = leadersOf(form, earned, played);
  const shown = [frequent, earning].find((best) => traps(form, boxAround(form, end, best, played), dynamics));
  if (shown === undefined) return undefined;
  const corner = new Float64Array(form.length);
  for (const place of shown) corner[place] = 1;
  return stateOfShares(form, corner);
}

/** Per population the place of what has the largest value, of what is played. */
function leadersOf({ ranges }: Populations, values: Float64Array, played: readonly boolean[]): readonly number[] {
  return ranges.map(({ from, to }) => {
    const own = values.subarray(from, to).map((value, i) => (played[from + i] === true ? value : -Infinity));
    return from + own.indexOf(Math.max(...own));
  });
}

function traps(form: Populations, box: Box, { kind }: Dynamics): boolean {
  return form.ranges.every((_, population) => staysBest(form, population, box, kind === "bnn"));
}

function boxAround(
  { ranges }: Populations,
  shares: Float64Array,
  best: readonly number[],
  played: readonly boolean[],
): Box {
  const slack = ranges.map(({ from, to }, population) => {
    let beside = 0;
    for (let place = from; place < to; place++) if (place !== best[population]) beside += at(shares, place);
    const units = BigInt(Math.ceil((beside * (1 + MARGIN) + MARGIN) * Number(SCALE)));
    return units < SCALE ? units : SCALE;
  });
  return { best, slack, played };
}

/** Whether c earns more than every other strategy that is played, in all corners of the box. */
function staysBest(form: Populations, population: number, box: Box, belowMean: boolean): boolean {
  const { normal, places } = form;
  const players = normal.sizes.length;
  const best = box.best[population] ?? 0;
  const stride = normal.strides[population] ?? 1;
  const values = cornerPayoffs(form, population, box);
  const { from = 0, to = 0 } = form.ranges[population] ?? {};
  const rivals = Array.from({ length: to - from }, (_, strategy) => from + strategy).filter(
    (place) => place !== best && box.played[place] === true,
  );
  return values.every((value, profile) => {
    const taken = normal.sizes.map((_, player) => at(places, profile * players + player));
    if (taken[population] !== best || taken.some((place) => box.played[place] !== true)) return true;
    const gains = rivals.map((place) => value - (values[profile + (place - best) * stride] ?? 0n));
    return gains.every((gain) => gain > 0n) && (!belowMean || areBelowMean(gains, box.slack[population] ?? SCALE));
  });
}

/** (1 - x_c) times the largest gain is less than the smallest. */
function areBelowMean(gains: readonly bigint[], slack: bigint): boolean {
  return gains.every((large) => gains.every((small) => slack * large < SCALE * small));
}

/**
 * The population's payoffs, each other population at a corner of its part of the box: where a profile names c, all play c;
 * where it names another strategy, `slack` of them play that and the rest c. In units over SCALE to the number of others.
 */
function cornerPayoffs(form: Populations, population: number, box: Box): readonly bigint[] {
  const { normal, symmetric, places } = form;
  const players = normal.sizes.length;
  let values: readonly bigint[] = normal.exact.units[population] ?? [];
  normal.sizes.forEach((_, other) => {
    if (other === population) return;
    const owner = symmetric ? 0 : other;
    const [best, slack] = [box.best[owner] ?? 0, box.slack[owner] ?? SCALE];
    const stride = normal.strides[other] ?? 1;
    const before = values;
    values = before.map((value, profile) => {
      const away = best - at(places, profile * players + other);
      return away === 0 ? value * SCALE : slack * value + (SCALE - slack) * (before[profile + away * stride] ?? 0n);
    });
  });
  return values;
}
