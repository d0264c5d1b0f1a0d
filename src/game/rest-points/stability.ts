import type { Stability } from "#domain/analysis.ts";
import type { BlockKind } from "./mixedBlock.ts";

/** The sign of the eigenvalue of a pinned population: undefined when it could not be proven. */
export type OuterSign = -1 | 0 | 1 | undefined;

/**
 * The name of a rest point's local behaviour. A mixed point is never `ess` nor `source`, because its mixing populations
 * have trace 0 [Ritzberger1995]; it is a `saddle` when no eigenvalue is imaginary, a `centre` when two populations
 * circle and every other one is drawn to the face on which they do, `unstable` when one eigenvalue is positive and
 * another imaginary.
 *
 * @param outer of the populations that do not mix
 */
export function stability(kind: BlockKind, outer: readonly OuterSign[]): Stability {
  if (kind === "singular" || outer.some((sign) => sign === 0 || sign === undefined)) return "degenerate";
  const positive = outer.includes(1);
  if (kind === "none") return cornerStability(positive, outer.includes(-1));
  if (kind === "saddle" || kind === "unstable") return kind;
  if (positive) return "unstable";
  return kind === "centre" ? "centre" : "degenerate";
}

function cornerStability(positive: boolean, negative: boolean): Stability {
  if (positive && negative) return "saddle";
  return positive ? "source" : "ess";
}
