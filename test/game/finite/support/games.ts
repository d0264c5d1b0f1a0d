import type { Game } from "#domain/game.ts";
import type { Counts, FiniteOptions } from "#game/finite/process.ts";
import fc from "fast-check";

/** A symmetric game: `table[i][j]` is what i earns against j. */
export function symmetricGame(table: readonly (readonly number[])[]): Game {
  const strategies = table.map((_, i) => `s${i}`);
  return {
    title: "one population",
    players: [
      { name: "row", strategies },
      { name: "column", strategies },
    ],
    payoffs: table.flatMap((row, i) =>
      row.map((payoff, j) => ({ profile: [`s${i}`, `s${j}`], payoff: [payoff, table[j]?.[i] ?? Number.NaN] })),
    ),
    symmetric: true,
  };
}

/** A game of one population per player; `payoff(profile)` is what each of them earns. */
export function playersGame(sizes: readonly number[], payoff: (profile: readonly number[]) => readonly number[]): Game {
  const profiles = sizes.reduce<number[][]>(
    (found, size) => found.flatMap((profile) => Array.from({ length: size }, (_, s) => [...profile, s])),
    [[]],
  );
  return {
    title: "populations",
    players: sizes.map((size, p) => ({ name: `p${p}`, strategies: Array.from({ length: size }, (_, s) => `s${s}`) })),
    payoffs: profiles.map((profile) => ({ profile: profile.map((s) => `s${s}`), payoff: payoff(profile) })),
    symmetric: false,
  };
}

/** Payoffs that look random, from -2 to 2, from a number: a congruential generator. */
export function scattered(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.round((state / 2 ** 32) * 400 - 200) / 100;
  };
}

export function randomTable(size: number, seed: number): number[][] {
  const next = scattered(seed);
  return Array.from({ length: size }, () => Array.from({ length: size }, next));
}

export function pairwise(sizes: readonly number[], beta: number, mutation = 0): FiniteOptions {
  return { sizes, rule: "pairwise", beta, mutation };
}

export function moran(sizes: readonly number[], beta: number, mutation = 0): FiniteOptions {
  return { sizes, rule: "moran", fitness: "exp", beta, mutation };
}

export const payoff = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);
export const twoByTwoTable = fc.tuple(fc.tuple(payoff, payoff), fc.tuple(payoff, payoff));
export const rule = fc.constantFrom("pairwise" as const, "moran" as const);

/** Hawks and doves with value 2, cost 3 and a display that costs the doves all they share. */
export const HAWK_DOVE = symmetricGame([
  [-0.5, 2],
  [0, 0],
]);

/**
 * The probabilities of the next state, restated member by member: everybody is a person with a population and a strategy,
 * and earns the mean over everybody whom it may meet. Keys are the counts as JSON.
 */
export function nextStates(
  table: (population: number, profile: readonly number[]) => number,
  counts: Counts,
  { rule: kind, beta, mutation, fitness }: FiniteOptions,
  symmetric: boolean,
): Map<string, number> {
  const people = counts.flatMap((members, p) => members.flatMap((n, s) => Array.from({ length: n }, () => ({ p, s }))));
  const earns = people.map((me, i) => {
    const meetings = symmetric
      ? people.filter((_, j) => j !== i).map((you) => [me.s, you.s])
      : counts.reduce<number[][]>(
          (found, members, p) =>
            found.flatMap((profile) =>
              p === me.p
                ? [[...profile, me.s]]
                : members.flatMap((n, s) => Array.from({ length: n }, () => [...profile, s])),
            ),
          [[]],
        );
    return meetings.reduce((sum, profile) => sum + table(me.p, profile), 0) / meetings.length;
  });
  const fit = earns.map((e) => (fitness === "linear" ? 1 - beta + beta * e : Math.exp(beta * e)));
  const result = new Map<string, number>();
  const become = (i: number, s: number, probability: number): void => {
    const { p, s: old } = people[i] ?? { p: 0, s: 0 };
    const next = counts.map((members, q) =>
      members.map((n, t) => n + (q === p && t === s ? 1 : 0) - (q === p && t === old ? 1 : 0)),
    );
    const key = JSON.stringify(next);
    result.set(key, (result.get(key) ?? 0) + probability);
  };
  const strays = (i: number, but: number, probability: number): void => {
    const kinds = counts[people[i]?.p ?? 0]?.length ?? 0;
    for (let s = 0; s < kinds; s++) if (s !== but) become(i, s, probability / (kinds - 1));
  };
  people.forEach((me, i) => {
    const mine = people
      .map((you, j) => ({ ...you, j }))
      .filter(({ p, j }) => p === me.p && (kind === "moran" || j !== i));
    const all = mine.reduce((sum, { j }) => sum + (fit[j] ?? 0), 0);
    const chance = 1 / people.length;
    if (kind === "pairwise") strays(i, me.s, chance * mutation);
    for (const { s, j } of mine) {
      if (kind === "moran") {
        const parent = (chance * (fit[j] ?? 0)) / all;
        become(i, s, parent * (1 - mutation));
        strays(i, s, parent * mutation);
        continue;
      }
      const meets = (chance * (1 - mutation)) / mine.length;
      const imitates = 1 / (1 + Math.exp(-beta * ((earns[j] ?? 0) - (earns[i] ?? 0))));
      become(i, s, meets * imitates);
      become(i, me.s, meets * (1 - imitates));
    }
  });
  return result;
}
