import type { Continuum, RestPoint } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { analyze } from "#game/analyze.ts";
import type { FiniteOptions } from "./process.ts";

/** What the same game comes to in infinite populations without mutation, or why that is not given. */
export type MeanField =
  | {
      readonly kind: "replicator";
      readonly restPoints: readonly RestPoint[];
      readonly continua: readonly Continuum[];
      /** In words: what these points are to the process at hand. */
      readonly note: string;
    }
  | { readonly kind: "not-available"; readonly reason: string };

/**
 * The rest points of the replicator dynamics, which are those of the limit of both processes for large populations: there,
 * too, a share rests where nobody is there to imitate, or all that are there earn the same. Source: [Traulsen2005].
 */
export function meanFieldOf(game: Game, options: FiniteOptions): MeanField {
  try {
    return { kind: "replicator", ...analyze(game), note: noteOn(options) };
  } catch (error) {
    if (!(error instanceof AllianceError) || error.kind !== "usage") throw error;
    const hint = error.hint === undefined ? "" : `: ${error.hint}`;
    return { kind: "not-available", reason: `${error.message}${hint}` };
  }
}

function noteOn({ beta, rule }: FiniteOptions): string {
  if (beta === 0) return "with beta 0 only chance moves the populations; the points are those of any beta above 0";
  const same = "the mean field of this process rests at the same points";
  return rule === "pairwise"
    ? `${same}, each of the same linear stability; with more than two strategies a centre may turn into a spiral`
    : `${same}; a centre of the replicator dynamics may turn into a spiral under the Moran process`;
}
