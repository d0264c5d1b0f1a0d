import { parseDecimal } from "#domain/decimal.ts";
import type { State } from "#domain/game.ts";
import { decimalPlaces } from "#game/decimalPlaces.ts";
import { at } from "./at.ts";
import type { Populations } from "./populations.ts";

/** One population in whole numbers: the shares and the payoffs, each up to a positive factor that is common to all. */
export interface ExactPopulation {
  readonly shares: readonly bigint[];
  readonly payoffs: readonly bigint[];
}

/** Shares and payoffs at a state without rounding; shares are taken as the decimals that denote them, over their sum. */
export function exactPopulations({ normal, ranges, places }: Populations, start: State): readonly ExactPopulation[] {
  const shares = start.map((population) => {
    const decimals = Math.max(0, ...population.map(decimalPlaces));
    return population.map((share) => parseDecimal(share, decimals));
  });
  const flat = shares.flat();
  const players = normal.sizes.length;
  return ranges.map(({ from, to }, population) => {
    const payoffs = Array.from({ length: to - from }, () => 0n);
    (normal.exact.units[population] ?? []).forEach((units, profile) => {
      let weight = units;
      for (let other = 0; other < players; other++) {
        if (other !== population) weight *= flat[at(places, profile * players + other)] ?? 0n;
      }
      const own = at(places, profile * players + population) - from;
      payoffs[own] = (payoffs[own] ?? 0n) + weight;
    });
    return { shares: shares[population] ?? [], payoffs };
  });
}
