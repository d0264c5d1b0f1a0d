import type { LogOdds } from "./logOdds.ts";

/** Rates of the two log-odds per unit of time. */
export interface Field {
  readonly du: (u: number, v: number) => number;
  readonly dv: (u: number, v: number) => number;
}

/** One trial step: ends, rates at both ends, error estimates, and the fifth coefficient of the dense output. */
export interface Step {
  readonly end: LogOdds;
  readonly startRate: LogOdds;
  readonly endRate: LogOdds;
  readonly error: LogOdds;
  readonly dense: LogOdds;
}

/**
 * One step of size `h` of the pair of order 5 and 4 of [Dormand1980]. The last stage is the first of the next step; it is
 * evaluated anew, which costs little here.
 */
export function trialStep({ du, dv }: Field, { u, v }: LogOdds, h: number): Step {
  const [p1, q1] = [du(u, v), dv(u, v)];
  const at2 = [u + (h * p1) / 5, v + (h * q1) / 5] as const;
  const [p2, q2] = [du(...at2), dv(...at2)];
  const w3 = (k1: number, k2: number): number => h * ((3 / 40) * k1 + (9 / 40) * k2);
  const at3 = [u + w3(p1, p2), v + w3(q1, q2)] as const;
  const [p3, q3] = [du(...at3), dv(...at3)];
  const w4 = (k1: number, k2: number, k3: number): number => h * ((44 / 45) * k1 - (56 / 15) * k2 + (32 / 9) * k3);
  const at4 = [u + w4(p1, p2, p3), v + w4(q1, q2, q3)] as const;
  const [p4, q4] = [du(...at4), dv(...at4)];
  const at5 = [u + h * fifth(p1, p2, p3, p4), v + h * fifth(q1, q2, q3, q4)] as const;
  const [p5, q5] = [du(...at5), dv(...at5)];
  const at6 = [u + h * sixth(p1, p2, p3, p4, p5), v + h * sixth(q1, q2, q3, q4, q5)] as const;
  const [p6, q6] = [du(...at6), dv(...at6)];
  const end = { u: u + h * weighted(p1, p3, p4, p5, p6), v: v + h * weighted(q1, q3, q4, q5, q6) };
  const [p7, q7] = [du(end.u, end.v), dv(end.u, end.v)];
  return {
    end,
    startRate: { u: p1, v: q1 },
    endRate: { u: p7, v: q7 },
    error: { u: h * embedded(p1, p3, p4, p5, p6, p7), v: h * embedded(q1, q3, q4, q5, q6, q7) },
    dense: { u: curvature(p1, p3, p4, p5, p6, p7), v: curvature(q1, q3, q4, q5, q6, q7) },
  };
}

/** The point at the fraction `s` of a step of the given size: dense output of order 4, [Hairer1993]. */
export function interpolate(point: LogOdds, step: Step, size: number, s: number): LogOdds {
  const along = (key: "u" | "v"): number => {
    const rise = step.end[key] - point[key];
    const startBend = size * step.startRate[key] - rise;
    const endBend = rise - size * step.endRate[key] - startBend;
    return point[key] + s * (rise + (1 - s) * (startBend + s * (endBend + (1 - s) * size * step.dense[key])));
  };
  return { u: along("u"), v: along("v") };
}

function fifth(k1: number, k2: number, k3: number, k4: number): number {
  return (19372 / 6561) * k1 - (25360 / 2187) * k2 + (64448 / 6561) * k3 - (212 / 729) * k4;
}

function sixth(k1: number, k2: number, k3: number, k4: number, k5: number): number {
  return (9017 / 3168) * k1 - (355 / 33) * k2 + (46732 / 5247) * k3 + (49 / 176) * k4 - (5103 / 18656) * k5;
}

/** Weights of order 5. */
function weighted(k1: number, k3: number, k4: number, k5: number, k6: number): number {
  return (35 / 384) * k1 + (500 / 1113) * k3 + (125 / 192) * k4 - (2187 / 6784) * k5 + (11 / 84) * k6;
}

/** Weights of order 5 minus weights of order 4. */
function embedded(k1: number, k3: number, k4: number, k5: number, k6: number, k7: number): number {
  return (71 / 57600) * k1 - (71 / 16695) * k3 + (71 / 1920) * k4 - (17253 / 339200) * k5 + (22 / 525) * k6 - k7 / 40;
}

function curvature(k1: number, k3: number, k4: number, k5: number, k6: number, k7: number): number {
  return (
    (-12715105075 / 11282082432) * k1 +
    (87487479700 / 32700410799) * k3 -
    (10690763975 / 1880347072) * k4 +
    (701980252875 / 199316789632) * k5 -
    (1453857185 / 822651844) * k6 +
    (69997945 / 29380423) * k7
  );
}
