/** A face of the cube of states: some populations mix, the others are pinned to one strategy. */
export interface Face {
  /** The populations that mix, in their order. */
  readonly mixing: readonly number[];
  /** Share of the first strategy where a population is pinned, undefined where it mixes; one element per population. */
  readonly pins: readonly (0 | 1 | undefined)[];
}

/** All 3^n faces: first the corners, the last population changing fastest, then the edges, and so on. */
export function facesOf(populations: number): readonly Face[] {
  let pins: (0 | 1 | undefined)[][] = [[]];
  for (let k = 0; k < populations; k++) {
    pins = pins.flatMap((before) => ([0, 1, undefined] as const).map((pin) => [...before, pin]));
  }
  const faces = pins.map((face) => ({
    pins: face,
    mixing: face.flatMap((pin, population) => (pin === undefined ? [population] : [])),
  }));
  return faces.toSorted((a, b) => a.mixing.length - b.mixing.length);
}

/**
 * The values of a multilinear function at the corners of a face.
 *
 * @param values at the 2^n corners of the cube, the last population's bit lowest
 * @returns at the 2^m corners of the face, the last mixing population's bit lowest
 */
export function restrictToFace(values: readonly bigint[], { pins }: Face): readonly bigint[] {
  return pins.reduce<readonly bigint[]>((rest, pin, population) => {
    if (pin === undefined) return rest;
    const bit = 1 << (pins.length - 1 - population);
    const mixed = pins.slice(0, population).filter((before) => before === undefined).length;
    // Populations before this one that are pinned are gone from the index; those that mix keep their bits.
    const kept = Array.from({ length: 2 ** mixed }, (_, high) => {
      const from = high * bit * 2 + (pin === 1 ? bit : 0);
      return rest.slice(from, from + bit);
    });
    return kept.flat();
  }, values);
}

/** `(0, *, 1)`: a star for a population that mixes. */
export function faceName({ pins }: Face): string {
  return `(${pins.map((pin) => pin ?? "*").join(", ")})`;
}

/** Rest points of a generic game are at most so many on one face with m mixing populations: the derangements of m. */
export function derangements(m: number): number {
  let [last, now] = [0, 1];
  for (let k = 1; k <= m; k++) [last, now] = [now, (k - 1) * (last + now)];
  return m === 1 ? 0 : now;
}
