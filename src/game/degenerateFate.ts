import type { GapValues } from "./gaps.ts";
import { logistic, softplus, type LogOdds } from "./logOdds.ts";

/**
 * Where the orbit of an interior point ends when at least one gap is zero: a corner, or its own point on an edge of rest
 * points, which the first integral singles out. Relabelling strategies and populations leaves two cases: a population
 * that never has a preference, and c3 = 0 < c1, where x grows for ever. Not for rest points.
 *
 * @returns log-odds of the end, infinite where a share is 0 or 1
 */
export function degenerateFate(gaps: GapValues, { u, v }: LogOdds): LogOdds {
  const { c1, c2, c3, c4 } = gaps;
  if (c1 === 0 && c3 === 0) {
    const rate = c2 * logistic(-u) + c4 * logistic(u);
    return { u, v: rate === 0 ? v : rate * Infinity };
  }
  if ((c2 === 0 && c4 === 0) || c1 * c3 !== 0) {
    const swapped = degenerateFate({ c1: c2, c2: c1, c3: c4, c4: c3 }, { u: v, v: u });
    return { u: swapped.v, v: swapped.u };
  }
  return oneSidedFate(gaps, { u, v });
}

/** Exactly one of c1 and c3 is zero. */
function oneSidedFate({ c1, c2, c3, c4 }: GapValues, { u, v }: LogOdds): LogOdds {
  if (c1 === 0) {
    const flipped = oneSidedFate({ c1: c3, c2: -c2, c3: 0, c4: -c4 }, { u, v: -v });
    return { u: flipped.u, v: -flipped.v };
  }
  if (c1 < 0) {
    const flipped = growingFate({ c1: -c1, c2: c4, c4: c2 }, { u: -u, v });
    return { u: -flipped.u, v: flipped.v };
  }
  return growingFate({ c1, c2, c4 }, { u, v });
}

/**
 * u' = c1 (1-y), v' = c2 (1-x) + c4 x, c1 > 0: x grows. Where y tends to 1 fast, x stops short of 1, where
 * potential(x) = c2 ln x - c4 ln(1-x) has grown by -c1 ln y since the start.
 */
function growingFate({ c1, c2, c4 }: Omit<GapValues, "c3">, { u, v }: LogOdds): LogOdds {
  const potential = (w: number): number => c4 * softplus(w) - c2 * softplus(-w);
  const level = potential(u) + c1 * softplus(-v);
  if (c4 > 0) return { u: rootAbove(potential, level, u), v: Infinity };
  if (c4 === 0) return edgeMeetingFate(c1, c2, level);
  const turn = Math.log(-c2 / c4); // where v' changes sign, if c2 > 0
  const caught = c2 > 0 && u < turn && level <= potential(turn);
  return caught ? { u: rootBetween(potential, level, u, turn), v: Infinity } : { u: Infinity, v: -Infinity };
}

/** Both the edges x = 1 and y = 1 are at rest; the orbit is c2 ln x - c1 ln y = level and ends on one of them. */
function edgeMeetingFate(c1: number, c2: number, level: number): LogOdds {
  if (c2 > 0 && level < 0) return { u: oddsOfLog(level / c2), v: Infinity };
  return { u: Infinity, v: level > 0 ? oddsOfLog(-level / c1) : Infinity };
}

/** Log-odds of the share e^log. */
function oddsOfLog(log: number): number {
  return log - Math.log(-Math.expm1(log));
}

/** Root of a function that lies below the level at `low`, and later rises through it once, without bound. */
function rootAbove(of: (w: number) => number, level: number, low: number): number {
  let reach = 1;
  while (of(low + reach) < level) reach *= 2;
  return rootBetween(of, level, low, low + reach);
}

/** Bisection of a function that rises through the level once, down to neighbouring doubles. */
function rootBetween(of: (w: number) => number, level: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (of(middle) < level) low = middle;
    else high = middle;
  }
  return high;
}
