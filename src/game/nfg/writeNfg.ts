import { formatDecimal, parseDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { decimalPlaces } from "#game/decimalPlaces.ts";
import { normalFormOf } from "#game/normalForm.ts";
import { requireCompleteGame } from "#game/requireCompleteGame.ts";
import { symmetricComment } from "./symmetricComment.ts";

/**
 * The text of a game as an .nfg file with a list of payoffs, one profile a line, the first player's strategy fastest;
 * `readNfg` gives the same game back. Numbers are plain decimals. Source: [Gambit].
 *
 * @throws AllianceError (usage) when the game is not complete, or a name ends in a backslash, for which there is no form
 */
export function writeNfg(game: Game): string {
  requireCompleteGame(game, "the game to write");
  const { sizes, strides, payoffs } = normalFormOf(game);
  const lines = firstFastest(sizes, strides).map((index) => payoffs.map((row) => decimal(row[index])).join(" "));
  return [
    `NFG 1 R ${quote(game.title)} { ${game.players.map(({ name }) => quote(name)).join(" ")} }`,
    "",
    ...game.players.map(({ strategies }, i) => `${i === 0 ? "{ " : "  "}{ ${strategies.map(quote).join(" ")} }`),
    "}",
    quote(game.symmetric ? symmetricComment : ""),
    "",
    ...lines,
    "",
  ].join("\n");
}

/** Indices of the profiles in the order of the file. */
function firstFastest(sizes: readonly number[], strides: readonly number[]): readonly number[] {
  let indices = [0];
  sizes.forEach((size, player) => {
    const earlier = indices;
    indices = Array.from({ length: size }, (_, strategy) =>
      earlier.map((index) => index + strategy * (strides[player] ?? 1)),
    ).flat();
  });
  return indices;
}

function decimal(value = Number.NaN): string {
  const places = decimalPlaces(value);
  return formatDecimal(parseDecimal(value, places), places);
}

function quote(name: string): string {
  if (name.endsWith("\\")) {
    throw new AllianceError(`the name ${JSON.stringify(name)} ends in a backslash`, {
      kind: "usage",
      hint: "an .nfg file cannot hold such a name; choose another, or write JSON",
    });
  }
  return `"${name.replaceAll('"', '\\"')}"`;
}
