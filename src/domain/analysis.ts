import type { State } from "./game.ts";

/**
 * Names of the local behaviour of a rest point. `stable`: it attracts its neighbourhood, but is no ESS (in one population
 * only). `degenerate`: an eigenvalue with zero real part decides.
 */
export type Stability = "ess" | "stable" | "saddle" | "source" | "centre" | "unstable" | "degenerate";

export interface RestPoint {
  readonly shares: State;
  /** No player gains by deviating. */
  readonly nash: boolean;
  /** Every player loses by deviating. */
  readonly strict: boolean;
  /**
   * Eigenvalues of the Jacobian as [real, imaginary]: of the populations that mix, then of each that does not, in their
   * order.
   */
  readonly eigenvalues: readonly (readonly [number, number])[];
  readonly trace: number;
  readonly determinant: number;
  readonly stability: Stability;
  /** In words: which eigenvalue vanishes, what decides instead. Present when `stability` is `degenerate`. */
  readonly note?: string;
}

/** A connected set of rest points: an edge or face of the state space, or all of it, or a line inside it. */
export interface Continuum {
  /** Per population the range of the first strategy's share, [from, to]. */
  readonly range: readonly (readonly [number, number])[];
  /** Per population the corners of the set, which is all mixtures of them; absent in games of two by two. */
  readonly corners?: readonly State[];
  readonly description: string;
}

/** How far the rest points of an analysis are proven to be all. A face: each population plays one strategy, or mixes. */
export interface Certificate {
  /** Nothing is unresolved: every rest point is listed, or lies in a listed continuum. */
  readonly complete: boolean;
  /** Faces searched: 3^n for n populations with two strategies. */
  readonly faces: number;
  /** Isolated rest points found. */
  readonly found: number;
  /** The most that a game without degenerate faces can have. */
  readonly bound: number;
  readonly nashCount: number;
  /** The number of Nash equilibria is odd, as it is in every game without degenerate faces. */
  readonly oddNash: boolean;
  /** `(0, *, 1): reason`, the first strategies' shares and a star for a population that mixes. */
  readonly degenerateFaces: readonly string[];
  /** What could not be decided, and where. */
  readonly unresolved: readonly string[];
}

/** An isolated Nash equilibrium. */
export interface EquilibriumPoint {
  readonly shares: State;
  /** The same shares exactly, as "2/3". */
  readonly exact: readonly (readonly string[])[];
  /** Its sign in the count of all equilibria; absent where a strategy outside the support is a best reply too. */
  readonly index?: 1 | -1;
}

/** A connected set of Nash equilibria that is more than a point. */
export interface EquilibriumComponent {
  /** Convex pieces that hang together: per piece and population the corners, of which the piece is all mixtures. */
  readonly pieces: readonly (readonly State[])[];
  readonly description: string;
}

/** All Nash equilibria of a game of two players; of a symmetric game, all symmetric ones. */
export interface Equilibria {
  readonly points: readonly EquilibriumPoint[];
  readonly components: readonly EquilibriumComponent[];
  /** The sum of the indices of all points that have one. It is 1, and the points are odd in number, unless degenerate. */
  readonly indexSum: number;
  /** In words, each mixture against which more strategies are best than it mixes. None in a generic game. */
  readonly degeneracies: readonly string[];
}

export interface Analysis {
  readonly restPoints: readonly RestPoint[];
  readonly continua: readonly Continuum[];
  /** Absent for two populations with two strategies, where everything is decided in closed form. */
  readonly certificate?: Certificate;
  /** Present for two populations with more than two strategies, and for symmetric games. */
  readonly equilibria?: Equilibria;
}

export type Limit =
  | { readonly kind: "point"; readonly shares: State }
  | { readonly kind: "closed-orbit"; readonly period: number }
  | { readonly kind: "left-domain"; readonly step: number; readonly overflow: boolean }
  | { readonly kind: "unresolved"; readonly reason: string };

export interface Trajectory {
  readonly times: readonly number[];
  readonly states: readonly State[];
  /** `completed` when `until` was reached, `overflow` when an Euler step was no longer finite. */
  readonly status: "completed" | "overflow";
  readonly limit: Limit;
  readonly steps: number;
  readonly rejectedSteps: number;
  /** Largest local error estimate accepted, in log-odds or in what is integrated instead; 0 for Euler. */
  readonly errorEstimate: number;
}
