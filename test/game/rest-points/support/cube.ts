import type { Game } from "#domain/game.ts";

/** A small linear congruential generator: integers from -size to size. */
export function integers(seed: number, size: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((state + 0.5) / 2 ** 32) * (2 * size + 1)) - size;
  };
}

/** A game of n players with the strategies A and B; `payoff` is called once per player and profile. */
export function gameOf(n: number, payoff: (firsts: readonly boolean[], player: number) => number): Game {
  const players = Array.from({ length: n }, (_, i) => ({ name: `p${i + 1}`, strategies: ["A", "B"] }));
  const payoffs = Array.from({ length: 2 ** n }, (_, profile) => {
    const firsts = players.map((_, i) => ((profile >> i) & 1) === 0);
    return { profile: firsts.map((first) => (first ? "A" : "B")), payoff: firsts.map((_, i) => payoff(firsts, i)) };
  });
  return { title: "test game", players, payoffs, symmetric: false };
}

export function randomGame(n: number, draw: () => number): Game {
  return gameOf(n, () => draw());
}

/** m random gaps at the 2^m corners; gap i does not depend on coordinate i, whose bit is m-1-i. */
export function randomEquations(m: number, draw: () => number): readonly (readonly bigint[])[] {
  return Array.from({ length: m }, (_, i) => {
    const values = Array.from({ length: 2 ** m }, () => BigInt(draw()));
    return values.map((_, corner) => values[corner & ~(1 << (m - 1 - i))] ?? 0n);
  });
}

/** Corner values of a function of m shares, each 0 or 1. */
export function cornersOf(m: number, of: (...shares: readonly number[]) => number): readonly bigint[] {
  return Array.from({ length: 2 ** m }, (_, corner) =>
    BigInt(of(...Array.from({ length: m }, (_, k) => (corner >> (m - 1 - k)) & 1))),
  );
}

/** A multilinear function restated: the sum over corners of value times the product of shares. */
export function multilinear(values: readonly bigint[], shares: readonly number[]): number {
  return values.reduce((sum, value, corner) => {
    const weight = shares.reduce((product, x, k) => {
      const on = ((corner >> (shares.length - 1 - k)) & 1) === 1;
      return product * (on ? x : 1 - x);
    }, 1);
    return sum + Number(value) * weight;
  }, 0);
}
