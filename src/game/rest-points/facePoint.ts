/** What is known of a multilinear function at a rest point. */
export interface CertifiedValue {
  readonly value: number;
  /** Proven; undefined when the enclosure of the value holds 0 without being exact. */
  readonly sign: -1 | 0 | 1 | undefined;
}

/** An isolated rest point inside a face, proven to exist there and to be the only one in its neighbourhood. */
export interface FacePoint {
  /** `[x, 1-x]` per mixing population; x is the share of its first strategy. */
  readonly shares: readonly (readonly [number, number])[];
  /** The indifference equations are dependent to first order here: a root of higher multiplicity. */
  readonly singular: boolean;
  /**
   * A multilinear function at the point, divided by `unit`.
   *
   * @param corners its values at the 2^m corners of the face, the last mixing population's bit lowest
   */
  readonly at: (corners: readonly bigint[], unit: bigint) => CertifiedValue;
}

/** What was found on one face. */
export interface FaceRoots {
  readonly points: readonly FacePoint[];
  /** Boxes full of rest points: per mixing population the range [from, to] of its first strategy's share. */
  readonly continua: readonly (readonly (readonly [number, number])[])[];
  /** Why the face is degenerate, if it is. */
  readonly degenerate: readonly string[];
  /** What could not be decided. */
  readonly unresolved: readonly string[];
  /** Points that solve the face's equations on its border, as far as can be told. */
  readonly border: readonly FacePoint[];
}

export const NOTHING: FaceRoots = { points: [], continua: [], degenerate: [], unresolved: [], border: [] };
