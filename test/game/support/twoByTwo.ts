import type { Game, State } from "#domain/game.ts";
import fc from "fast-check";

/** A game with the given gains; what a player earns from the second strategy is arbitrary and cancels. */
export function twoByTwo(c1: number, c2: number, c3: number, c4: number): Game {
  const strategies = ["C", "D"];
  return {
    title: "test game",
    players: [
      { name: "row", strategies },
      { name: "column", strategies },
    ],
    payoffs: [
      { profile: ["C", "C"], payoff: [c3, c4] },
      { profile: ["C", "D"], payoff: [c1, 0] },
      { profile: ["D", "C"], payoff: [0, c2] },
      { profile: ["D", "D"], payoff: [0, 0] },
    ],
    symmetric: false,
  };
}

export function stateOf(x: number, y: number): State {
  return [
    [x, 1 - x],
    [y, 1 - y],
  ];
}

/** The shares of the first strategies. */
export function sharesOf(state: State | undefined): readonly [number, number] {
  return [state?.[0]?.[0] ?? Number.NaN, state?.[1]?.[0] ?? Number.NaN];
}

export type Quad = readonly [number, number, number, number];

/** All combinations of the values for c1, c2, c3, c4. */
export function quads(values: readonly number[]): readonly Quad[] {
  return values.flatMap((a) => values.flatMap((b) => values.flatMap((c) => values.map((d): Quad => [a, b, c, d]))));
}

export const SIXTEEN_PATTERNS = quads([-1, 1]);

/** Magnitudes of gaps, from 0.2 to 5. */
export const magnitude = fc.integer({ min: 20, max: 500 }).map((n) => n / 100);
export const magnitudes = fc.tuple(magnitude, magnitude, magnitude, magnitude);
/** Gaps of any sign, none zero. */
export const gapQuad = fc
  .tuple(fc.constantFrom(...SIXTEEN_PATTERNS), magnitudes)
  .map(([signs, sizes]): Quad => scaled(signs, sizes));
/** Shares well inside (0,1). */
export const share = fc.integer({ min: 20, max: 980 }).map((n) => n / 1000);

export function scaled(signs: Quad, sizes: Quad): Quad {
  return [signs[0] * sizes[0], signs[1] * sizes[1], signs[2] * sizes[2], signs[3] * sizes[3]];
}

/** Runs a property with a fixed seed, which stands in the title of its test. */
export function forAll<T extends unknown[]>(
  seed: number,
  runs: number,
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...values: T) => void,
): void {
  const values = fc.tuple<T>(...arbitraries);
  fc.assert(
    fc.property(values, (drawn) => predicate(...drawn)),
    { seed, numRuns: runs },
  );
}

/** A small linear congruential generator: reproducible points of the unit square. */
export function* unitPoints(seed: number): Generator<readonly [number, number]> {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  while (true) yield [next(), next()];
}

/** The replicator field, restated: x' = x(1-x)(c1 + (c3-c1) y), y' = y(1-y)(c2 + (c4-c2) x). */
export function field([c1, c2, c3, c4]: Quad, x: number, y: number): readonly [number, number] {
  return [x * (1 - x) * (c1 + (c3 - c1) * y), y * (1 - y) * (c2 + (c4 - c2) * x)];
}

/** Classical Runge-Kutta in the shares with a fixed number of steps: slow, simple, independent. */
export function rungeKutta(gaps: Quad, start: readonly [number, number], until: number, steps: number) {
  const h = until / steps;
  let [x, y] = start;
  for (let i = 0; i < steps; i++) {
    const k1 = field(gaps, x, y);
    const k2 = field(gaps, x + (h / 2) * k1[0], y + (h / 2) * k1[1]);
    const k3 = field(gaps, x + (h / 2) * k2[0], y + (h / 2) * k2[1]);
    const k4 = field(gaps, x + h * k3[0], y + h * k3[1]);
    x += (h / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
    y += (h / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
  }
  return [x, y] as const;
}
