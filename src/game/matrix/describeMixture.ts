import type { Game } from "#domain/game.ts";
import { rational, textOf, toDouble } from "#game/rational.ts";
import { members, type Mixture } from "./equalizers.ts";

/** Shares as doubles, each the nearest. */
export function sharesOf({ shares, denominator }: Mixture): readonly number[] {
  return shares.map((share) => toDouble(rational(share, denominator)));
}

/** Shares exactly, as "2/3", "0" or "1". */
export function exactSharesOf({ shares, denominator }: Mixture): readonly string[] {
  return shares.map((share) => textOf(rational(share, denominator)));
}

/** `1/3 "rock" + 2/3 "paper"`; of a pure strategy its name. */
export function mixtureText(game: Game, player: number, mixture: Mixture): string {
  const exact = exactSharesOf(mixture);
  const text = members(mixture.support).map(
    (s) => `${exact[s] === "1" ? "" : `${exact[s]} `}${strategyText(game, player, s)}`,
  );
  return text.join(" + ");
}

/** `"rock", "paper"`. */
export function setText(game: Game, player: number, set: number): string {
  return members(set)
    .map((strategy) => strategyText(game, player, strategy))
    .join(", ");
}

export function strategyText(game: Game, player: number, strategy: number): string {
  return JSON.stringify(game.players[player]?.strategies[strategy] ?? String(strategy + 1));
}

export function playerText(game: Game, player: number): string {
  return JSON.stringify(game.players[player]?.name ?? String(player + 1));
}
