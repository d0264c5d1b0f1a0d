import { readNfg, type GameReading } from "./nfg/readNfg.ts";
import { readGame } from "./readGame.ts";

/**
 * Reads a game in either form: Gambit's .nfg when the text begins with NFG, else a game file in JSON.
 *
 * @param source what the text is called in messages: a path, or "standard input"
 * @throws AllianceError (usage) naming the place, as `readGame` and `readNfg` do
 */
export function readAnyGame(text: string, source: string): GameReading {
  return /^\uFEFF?\s*NFG\b/.test(text) ? readNfg(text, source) : { game: readGame(text, source), warnings: [] };
}
