import type { Continuum } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { playerText, setText, sharesOf } from "./describeMixture.ts";
import { unionOf, type Mixture } from "./equalizers.ts";

/** A convex set of rest points: per population all mixtures of the corners given. */
export function continuumOf(game: Game, corners: readonly (readonly Mixture[])[]): Continuum {
  const shares = corners.map((list) => list.map(sharesOf));
  const where = corners.map((list, player) => {
    const set = setText(game, player, unionOf(list));
    return `${playerText(game, player)} plays ${set} in ${list.length === 1 ? "one mixture" : "some mixtures"}`;
  });
  return {
    range: shares.map((list) => {
      const first = list.map(([share = 0]) => share);
      return [Math.min(...first), Math.max(...first)];
    }),
    corners: shares,
    description: `A connected set of rest points: ${where.join(", ")}; all strategies played earn the same.`,
  };
}
