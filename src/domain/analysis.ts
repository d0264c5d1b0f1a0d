import type { State } from "./game.ts";

/** Names of the local behaviour of a rest point. `degenerate`: an eigenvalue with zero real part decides. */
export type Stability = "ess" | "saddle" | "source" | "centre" | "unstable" | "degenerate";

export interface RestPoint {
  readonly shares: State;
  /** No player gains by deviating. */
  readonly nash: boolean;
  /** Every player loses by deviating. */
  readonly strict: boolean;
  /** Eigenvalues of the Jacobian as [real, imaginary], in the order of the populations at a corner. */
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
  readonly description: string;
}

export interface Analysis {
  readonly restPoints: readonly RestPoint[];
  readonly continua: readonly Continuum[];
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
