import type { GapValues } from "./gaps.ts";

/**
 * One population's half of the first integral around the interior rest point. H separates: up to signs it is the sum of
 * `weight * divergence(well, u - centre)` over the two populations, so orbits are circles (centre) or hyperbolas
 * (saddle) in the signed roots of the two halves. Source: [Hofbauer1996].
 */
export interface Well {
  /** Log-odds of the rest point. */
  readonly centre: number;
  /** The rest point's share, and one minus it. */
  readonly share: number;
  readonly rest: number;
  /** Payoff scale, positive. */
  readonly weight: number;
}

/** Only for games with an interior rest point: c1 c3 < 0 and c2 c4 < 0. First population first. */
export function wellsOf({ c1, c2, c3, c4 }: GapValues): readonly [Well, Well] {
  return [well(c2, c4), well(c1, c3)];
}

function well(off: number, on: number): Well {
  const [a, b] = [Math.abs(off), Math.abs(on)];
  return { centre: Math.log(a / b), share: a / (a + b), rest: b / (a + b), weight: a + b };
}

/** Beyond this distance e^w overflows or e^-w is nothing. */
const FAR = 700;

/**
 * Kullback-Leibler divergence of the share at log-odds `centre + w` from the centre's share, in nats: 0 at w = 0,
 * convex, linear at infinity. Each branch avoids the cancellation of the others.
 */
export function divergence({ share, rest }: Well, w: number): number {
  if (w > FAR) return rest * w + logOf(share, rest);
  if (w < -FAR) return logOf(rest, share) - share * w;
  if (Math.abs(w) <= 1) return nearDivergence(share, rest, w);
  return share <= 0.5 ? Math.log1p(share * Math.expm1(w)) - share * w : Math.log1p(rest * Math.expm1(-w)) + rest * w;
}

/** The share at log-odds `centre + w` minus the centre's share: the derivative of the divergence. */
export function displacement({ share, rest }: Well, w: number): number {
  return w >= 0
    ? (-share * rest * Math.expm1(-w)) / (share + rest * Math.exp(-w))
    : (share * rest * Math.expm1(w)) / (rest + share * Math.exp(w));
}

/** Sign of w times the root of `weight * divergence`, in root payoff units; increasing in w. */
export function signedRoot(well: Well, w: number): number {
  return Math.sign(w) * Math.sqrt(well.weight * divergence(well, w));
}

/** The distance w from the centre whose signed root is `root`. */
export function distanceAt(well: Well, root: number): number {
  if (root === 0) return 0;
  const target = (root * root) / well.weight;
  // Bounds that the divergence certainly reaches; from there Newton descends monotonically, the function being convex.
  let w =
    root > 0
      ? (target - logOf(well.share, well.rest)) / well.rest
      : (logOf(well.rest, well.share) - target) / well.share;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const next = w - (divergence(well, w) - target) / displacement(well, w);
    if (!(Math.abs(next) < Math.abs(w) * (1 - Number.EPSILON)) || next * root <= 0) break;
    w = next;
  }
  return w;
}

/** Far above need: at most about 60 halvings towards the centre, then quadratic convergence. */
const MOST_ITERATIONS = 300;

/** ln `share` by the complement `rest` where that has more digits. */
function logOf(share: number, rest: number): number {
  return share < 0.5 ? Math.log(share) : Math.log1p(-rest);
}

/** share * r(d/share) + rest * r(-d/rest) with r(t) = t - ln(1+t): two terms that are never negative. */
function nearDivergence(share: number, rest: number, w: number): number {
  const down = (-rest * Math.expm1(-w)) / (share + rest * Math.exp(-w));
  const up = (-share * Math.expm1(w)) / (rest + share * Math.exp(w));
  return share * excess(down) + rest * excess(up);
}

/** t - ln(1+t), by its series where the difference would cancel. */
function excess(t: number): number {
  if (Math.abs(t) > 0.1) return t - Math.log1p(t);
  let sum = 0;
  let power = t;
  for (let n = 2; n <= 18; n++) {
    power *= -t;
    sum -= power / n;
  }
  return sum;
}
