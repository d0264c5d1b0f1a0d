import type { Continuum } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { playerName, strategyName } from "#game/names.ts";
import type { Face } from "./faces.ts";

type Range = readonly [number, number];

/**
 * A box of rest points inside a face, with its borders.
 *
 * @param ranges of the first strategies' shares, one per mixing population
 */
export function faceContinuum(game: Game, face: Face, ranges: readonly Range[]): Continuum {
  const range = face.pins.map((pin, k): Range => {
    const [from, to] = pin === undefined ? (ranges[face.mixing.indexOf(k)] ?? [0, 1]) : [pin, pin];
    return [from, to];
  });
  const fixed = range.flatMap(([from, to], k) => (from === to ? [stateOf(game, k, from)] : []));
  const free = range.flatMap(([from, to], k) => (from === to ? [] : [playerName(game, k)]));
  const where = fixed.length === 0 ? "Every state" : `Every state in which ${fixed.join(" and ")}`;
  return { range, description: `${where} is a rest point, whatever the shares in ${free.join(" and ")}.` };
}

function stateOf(game: Game, population: number, share: number): string {
  const name = playerName(game, population);
  if (share === 0 || share === 1) return `${name} all play ${strategyName(game, population, share)}`;
  return `the share of ${strategyName(game, population, 1)} in ${name} is ${share}`;
}

/** Those that do not lie within another one. */
export function largestContinua(continua: readonly Continuum[]): readonly Continuum[] {
  return continua.filter((one) => !continua.some((other) => other !== one && within(one.range, other.range)));
}

function within(inner: readonly Range[], outer: readonly Range[]): boolean {
  return inner.every(([from, to], k) => {
    const [low = 0, high = 0] = outer[k] ?? [];
    return low <= from && to <= high;
  });
}
