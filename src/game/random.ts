/** A stream of pseudo-random numbers: the same from the same seed, on every machine. */
export interface Random {
  /** The next 32 bits, as a whole number from 0 to 2^32 - 1. */
  readonly bits: () => number;
  /** The next number strictly between 0 and 1, of 52 random bits. */
  readonly unit: () => number;
}

const MASK = 0xffff_ffff_ffff_ffffn;
const GAMMA = 0x9e37_79b9_7f4a_7c15n;

/** The numbers that splitmix64 gives from a state of 64 bits, without end. Source: [Steele2014]. */
export function* splitmix64(seed: bigint): Generator<bigint, never> {
  for (let state = seed & MASK; ;) {
    state = (state + GAMMA) & MASK;
    yield mix(state);
  }
}

/**
 * xoshiro128** 1.1 from its state: four whole numbers below 2^32, not all of them zero. Source: [Blackman2021].
 */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  const bits = (): number => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
  // Half a step off zero, so that 0 and 1 are never reached and every value is held exactly.
  const unit = (): number => ((bits() >>> 6) * 2 ** 26 + (bits() >>> 6) + 0.5) * 2 ** -52;
  return { bits, unit };
}

/**
 * The stream of a seed, or its child at the end of a path of whole numbers: `randomStream(7, [3, 0])` is the stream of
 * run 0 of experiment 3 whatever has been drawn before, so that runs may be computed in any order.
 *
 * @param seed a whole number from 0 to 2^53 - 1
 * @param path the same for each of its numbers
 */
export function randomStream(seed: number, path: readonly number[] = []): Random {
  let key = mix(BigInt(seed) + GAMMA);
  for (const part of path) key = mix(key + BigInt(part)); // so that order and length of the path count, and zeros too
  const words = splitmix64(key);
  const [first, second] = [words.next().value, words.next().value];
  // Two successive numbers of splitmix64 differ, so they are not both zero.
  return xoshiro128([low(first), low(first >> 32n), low(second), low(second >> 32n)]);
}

function mix(value: bigint): bigint {
  let z = value & MASK;
  z = ((z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK;
  z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK;
  return z ^ (z >> 31n);
}

function low(value: bigint): number {
  return Number(value & 0xffff_ffffn);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
