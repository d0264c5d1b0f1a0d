import type { State } from "#domain/game.ts";
import type { Shares } from "./readState.ts";

/**
 * Two-by-two states in log-odds: u = ln(x/(1-x)), v = ln(y/(1-y)). The open square becomes the plane, its boundary
 * infinite, and neither share loses digits near 0 or 1.
 */
export interface LogOdds {
  readonly u: number;
  readonly v: number;
}

export function logOdds({ x, xRest, y, yRest }: Shares): LogOdds {
  return { u: Math.log(x / xRest), v: Math.log(y / yRest) };
}

/** The share in (0,1) whose log-odds is `u`; 0 and 1 at minus and plus infinity. */
export function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u));
}

/** ln(1 + e^u) without overflow: the integral of the share. */
export function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
}

export function stateAt({ u, v }: LogOdds): State {
  return [
    [logistic(u), logistic(-u)],
    [logistic(v), logistic(-v)],
  ];
}
