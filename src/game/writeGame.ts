import type { Game } from "#domain/game.ts";
import { readGame } from "./readGame.ts";

/**
 * The text of a game file, one profile a line; `readGame` gives the same game back. Numbers are the shortest that
 * denote the same double.
 *
 * @throws AllianceError (usage) when the game is not one that `readGame` accepts
 */
export function writeGame(game: Game): string {
  const players = game.players.map(({ name, strategies }) => JSON.stringify({ name, strategies }));
  const payoffs = game.payoffs.map(({ profile, payoff }) => JSON.stringify({ profile, payoff }));
  const text = `{
  "title": ${JSON.stringify(game.title)},
  "players": [${block(players)}],
  "payoffs": [${block(payoffs)}],
  "symmetric": ${game.symmetric}
}
`;
  readGame(text, "the game to write");
  return text;
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n    ${lines.join(",\n    ")}\n  `;
}
