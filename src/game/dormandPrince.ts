import { curvature, denseOutput, embedded, fifth, fourth, sixth, third, weighted } from "./dormandPrinceWeights.ts";
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
  const at3 = [u + h * third(p1, p2), v + h * third(q1, q2)] as const;
  const [p3, q3] = [du(...at3), dv(...at3)];
  const at4 = [u + h * fourth(p1, p2, p3), v + h * fourth(q1, q2, q3)] as const;
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
    const [start, end, startRate] = [point[key], step.end[key], step.startRate[key]];
    return denseOutput({ start, end, startRate, endRate: step.endRate[key], dense: step.dense[key] }, size, s);
  };
  return { u: along("u"), v: along("v") };
}
