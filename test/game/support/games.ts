import type { Game, State } from "#domain/game.ts";

/** A game of populations named p0, p1, ... with strategies s0, s1, ...; `payoffs` of the players by their strategies. */
export function gameOf(sizes: readonly number[], payoffs: (profile: readonly number[]) => readonly number[]): Game {
  return {
    title: "a game of a test",
    players: sizes.map((size, i) => ({ name: `p${i}`, strategies: Array.from({ length: size }, (_, s) => `s${s}`) })),
    payoffs: profilesOf(sizes).map((profile) => ({
      profile: profile.map((strategy) => `s${strategy}`),
      payoff: payoffs(profile),
    })),
    symmetric: false,
  };
}

export function profilesOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (profiles, size) => profiles.flatMap((profile) => Array.from({ length: size }, (_, s) => [...profile, s])),
    [[]],
  );
}

/** One population that plays a matrix against itself: `matrix[i][j]` is what i earns against j. */
export function onePopulation(matrix: readonly (readonly number[])[]): Game {
  const entry = (i = 0, j = 0): number => matrix[i]?.[j] ?? Number.NaN;
  return { ...gameOf([matrix.length, matrix.length], ([i, j]) => [entry(i, j), entry(j, i)]), symmetric: true };
}

/** Rock, paper, scissors: `win` for the better, minus `loss` for the worse. */
export function rockPaperScissors(win: number, loss: number): Game {
  return onePopulation([
    [0, -loss, win],
    [win, 0, -loss],
    [-loss, win, 0],
  ]);
}

/** Reproducible numbers from 0 to 1, both excluded. */
export function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Payoffs are multiples of 0.001 between `low` and `high`. */
export function randomGame(sizes: readonly number[], next: () => number, low = -1, high = 1): Game {
  return gameOf(sizes, () => sizes.map(() => Math.round((low + (high - low) * next()) * 1000) / 1000));
}

export function randomState(sizes: readonly number[], next: () => number): State {
  return sizes.map((size) => {
    const weights = Array.from({ length: size }, () => 0.02 + next());
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}
