import type { Game } from "#domain/game.ts";

/** The quoted name of a population, for sentences. */
export function playerName(game: Game, player: number): string {
  return JSON.stringify(game.players[player]?.name ?? `player ${player + 1}`);
}

/** The quoted name of the strategy that a population plays whose first strategy has the share 1 or 0. */
export function strategyName(game: Game, player: number, share: 0 | 1): string {
  const index = share === 1 ? 0 : 1;
  return JSON.stringify(game.players[player]?.strategies[index] ?? `strategy ${index + 1}`);
}
