import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { minus, toDouble, type Rational } from "#game/rational.ts";
import { valueOf, type AffineGame } from "./affineGame.ts";

/**
 * The two-population game at one value of the parameter, for the rest of the engine: what each gains from its first strategy,
 * rounded once to the nearest double, so that no sign changes, and nothing from its second. Gains decide the dynamics,
 * so rest points, basins and orbits are those of the model; its payoffs are not.
 *
 * @throws AllianceError (usage) for another number of populations
 */
export function gameAt({ parameter, players, payoffs }: AffineGame, value: Rational): Game {
  const [first, second] = players;
  if (first === undefined || second === undefined || players.length !== 2) {
    throw new AllianceError(`a game of ${players.length} populations`, {
      kind: "usage",
      hint: "basins are computed for two populations with two strategies each",
    });
  }
  const gain = (player: 0 | 1, kept: number, left: number): number => {
    const [a, b] = [payoffs[player]?.[kept], payoffs[player]?.[left]];
    return a === undefined || b === undefined ? Number.NaN : toDouble(minus(valueOf(a, value), valueOf(b, value)));
  };
  const profile = (i: 0 | 1, j: 0 | 1) => [first.strategies[i] ?? "", second.strategies[j] ?? ""];
  return {
    title: `gains at one value of ${parameter}`,
    players,
    payoffs: [
      { profile: profile(0, 0), payoff: [gain(0, 0b00, 0b10), gain(1, 0b00, 0b01)] },
      { profile: profile(0, 1), payoff: [gain(0, 0b01, 0b11), 0] },
      { profile: profile(1, 0), payoff: [0, gain(1, 0b10, 0b11)] },
      { profile: profile(1, 1), payoff: [0, 0] },
    ],
    symmetric: false,
  };
}
