/**
 * The coefficients of the pair of order 5 and 4 of [Dormand1980], one variable at a time: `k1` to `k7` are the rates of one
 * variable at the seven stages. A stage starts at the step's start plus step size times what its function says; the second
 * stage is a fifth of the step along `k1`.
 */
export function third(k1: number, k2: number): number {
  return (3 / 40) * k1 + (9 / 40) * k2;
}

export function fourth(k1: number, k2: number, k3: number): number {
  return (44 / 45) * k1 - (56 / 15) * k2 + (32 / 9) * k3;
}

export function fifth(k1: number, k2: number, k3: number, k4: number): number {
  return (19372 / 6561) * k1 - (25360 / 2187) * k2 + (64448 / 6561) * k3 - (212 / 729) * k4;
}

export function sixth(k1: number, k2: number, k3: number, k4: number, k5: number): number {
  return (9017 / 3168) * k1 - (355 / 33) * k2 + (46732 / 5247) * k3 + (49 / 176) * k4 - (5103 / 18656) * k5;
}

/** Weights of order 5. */
export function weighted(k1: number, k3: number, k4: number, k5: number, k6: number): number {
  return (35 / 384) * k1 + (500 / 1113) * k3 + (125 / 192) * k4 - (2187 / 6784) * k5 + (11 / 84) * k6;
}

/** Weights of order 5 minus weights of order 4. */
export function embedded(k1: number, k3: number, k4: number, k5: number, k6: number, k7: number): number {
  return (71 / 57600) * k1 - (71 / 16695) * k3 + (71 / 1920) * k4 - (17253 / 339200) * k5 + (22 / 525) * k6 - k7 / 40;
}

/** The fifth coefficient of the dense output. */
export function curvature(k1: number, k3: number, k4: number, k5: number, k6: number, k7: number): number {
  return (
    (-12715105075 / 11282082432) * k1 +
    (87487479700 / 32700410799) * k3 -
    (10690763975 / 1880347072) * k4 +
    (701980252875 / 199316789632) * k5 -
    (1453857185 / 822651844) * k6 +
    (69997945 / 29380423) * k7
  );
}

/** One variable over one step: its values and rates at both ends, and its `curvature`. */
export interface Course {
  readonly start: number;
  readonly end: number;
  readonly startRate: number;
  readonly endRate: number;
  readonly dense: number;
}

/** The variable at the fraction `s` of a step of the given size: dense output of order 4, [Hairer1993]. */
export function denseOutput({ start, end, startRate, endRate, dense }: Course, size: number, s: number): number {
  const rise = end - start;
  const startBend = size * startRate - rise;
  const endBend = rise - size * endRate - startBend;
  return start + s * (rise + (1 - s) * (startBend + s * (endBend + (1 - s) * size * dense)));
}
