import type { Game } from "#domain/game.ts";
import { readAnyGame } from "#game/readAnyGame.ts";

import { readInput } from "./files.ts";
import { note } from "./output.ts";

/**
 * The game in a file, or on standard input for `-`, as JSON or as .nfg. Warns of numbers that had to be rounded.
 *
 * @throws AllianceError (not-found, usage)
 */
export function readGameInput(path: string): Game {
  const { text, source } = readInput(path);
  const { game, warnings } = readAnyGame(text, source);
  for (const warning of warnings.slice(0, MOST_WARNINGS)) note(`warning: ${warning}`);
  const more = warnings.length - MOST_WARNINGS;
  if (more > 0) note(`warning: ${more} more payoffs of ${source} are rounded`);
  return game;
}

const MOST_WARNINGS = 5;
