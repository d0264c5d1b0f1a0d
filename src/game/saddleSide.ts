import type { GapValues } from "./gaps.ts";
import type { LogOdds } from "./logOdds.ts";
import { signedRoot, wellsOf, type Well } from "./well.ts";

/** Rounding of the shares and of the roots, relative; starts nearer to the separatrix count as on it. */
const RELATIVE_NOISE = 1e-13;
const ABSOLUTE_NOISE = 4 * Number.EPSILON;

/**
 * On which side of the separatrix of a bistable game an interior point lies: 1 where the first population's share tends
 * to 1, -1 where it tends to 0, 0 on the separatrix as far as double precision can tell. The criterion is
 * sgn(x-x*) sqrt(|c4-c2| KL(x*,x)) +- sgn(y-y*) sqrt(|c3-c1| KL(y*,y)), + when the attractors are (0,0) and (1,1).
 */
export function saddleSide(gaps: GapValues, { u, v }: LogOdds): -1 | 0 | 1 {
  const [first, second] = wellsOf(gaps);
  const p = signedRoot(first, u - first.centre);
  const q = signedRoot(second, v - second.centre) * Math.sign(gaps.c4);
  const noise = RELATIVE_NOISE * (Math.abs(p) + Math.abs(q)) + ABSOLUTE_NOISE * (blur(first) + blur(second));
  if (Math.abs(p + q) <= noise) return 0;
  return p + q > 0 ? 1 : -1;
}

/** Change of the signed root at the centre with the rounding of the log-odds, in units of it. */
function blur({ centre, share, rest, weight }: Well): number {
  return Math.sqrt((weight * share * rest) / 2) * (1 + Math.abs(centre));
}
