import type { Game } from "#domain/game.ts";

/** A two-by-two game with the four gains of the first strategies, the second strategies earning 0. */
export function gameOf(c1: number, c2: number, c3: number, c4: number): Game {
  return {
    title: "four gains",
    players: [
      { name: "row", strategies: ["up", "down"] },
      { name: "column", strategies: ["left", "right"] },
    ],
    payoffs: [
      { profile: ["up", "left"], payoff: [c3, c4] },
      { profile: ["up", "right"], payoff: [c1, 0] },
      { profile: ["down", "left"], payoff: [0, c2] },
      { profile: ["down", "right"], payoff: [0, 0] },
    ],
    symmetric: false,
  };
}

export const BISTABLE = gameOf(-1, -2, 3, 1);
export const CENTRE = gameOf(-1, 1, 2, -1);
export const GLOBAL = gameOf(1, 1, 1, 1);
export const DEGENERATE = gameOf(0, -1, 1, 1);
export const INDIFFERENT = gameOf(0, 0, 0, 0);
