import { cornerEigenvalues, CORNERS, type Corner } from "./corners.ts";
import type { Gaps } from "./gaps.ts";

/**
 * What the signs of the four gaps say about every interior start: `global`: all go to one corner; `bistable`: a
 * separatrix through the interior saddle divides them between two opposite corners; `centre`: closed orbits around the
 * interior rest point; `degenerate`: a gap is zero.
 */
export type Pattern =
  | { readonly kind: "global"; readonly attractor: Corner }
  | { readonly kind: "bistable"; readonly attractors: readonly [Corner, Corner] }
  | { readonly kind: "centre" }
  | { readonly kind: "degenerate" };

/** Of the 16 patterns of signs without a zero 12 are global, 2 bistable and 2 centres. Source: [Hofbauer1998], ch. 10. */
export function classifyPattern(gaps: Gaps): Pattern {
  if (gaps.c1 === 0 || gaps.c2 === 0 || gaps.c3 === 0 || gaps.c4 === 0) return { kind: "degenerate" };
  const [one, other] = CORNERS.filter((corner) => cornerEigenvalues(gaps, corner).every((value) => value < 0));
  if (one === undefined) return { kind: "centre" };
  return other === undefined ? { kind: "global", attractor: one } : { kind: "bistable", attractors: [one, other] };
}
