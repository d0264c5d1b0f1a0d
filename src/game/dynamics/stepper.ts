import type { Trial } from "#game/advance.ts";
import { curvature, denseOutput, embedded, fifth, fourth, sixth, third, weighted } from "#game/dormandPrinceWeights.ts";
import { at } from "./at.ts";

/** Writes the rates of all variables at a point that it does not change. */
export type VectorField = (point: Float64Array, out: Float64Array) => void;

export interface StepperOptions {
  /** An error of a variable w up to atol + rtol |w| is tolerated. */
  readonly rtol: number;
  readonly atol: number;
  /** Brings a point back to where the solution certainly is, in place; returns the largest change of a variable. */
  readonly settle?: (point: Float64Array) => number;
}

type Stages = readonly [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/**
 * Steps of the pair of order 5 and 4 of [Dormand1980] for any number of variables. The last stage of a step is the first
 * of the next. An end that has to be settled by more than is tolerated is as bad as an error of that size.
 *
 * @returns a trial step; its `pointAt` holds until the next trial
 */
export function stepperOf(field: VectorField, length: number, options: StepperOptions) {
  const settle = options.settle ?? (() => 0);
  const array = (): Float64Array => new Float64Array(length);
  let k: Stages = [array(), array(), array(), array(), array(), array(), array()];
  let [start, next]: [Float64Array | undefined, Float64Array | undefined] = [undefined, undefined];
  return (point: Float64Array, size: number): Trial<Float64Array> => {
    if (point === next) k = [k[6], k[1], k[2], k[3], k[4], k[5], k[0]];
    else if (point !== start) field(point, k[0]);
    const raw = array();
    stagesInto(field, point, size, k, raw);
    const end = raw.slice();
    const moved = settle(end);
    [start, next] = [point, moved === 0 ? end : undefined];
    const { error, estimate } = judge(point, raw, size, k, options);
    const tolerable = Math.max(error, moved / options.atol);
    return {
      end,
      error: Number.isNaN(tolerable) ? Infinity : tolerable,
      estimate: Math.max(estimate, moved),
      pointAt: (fraction) => {
        const between = pointBetween(point, raw, size, k, fraction);
        settle(between);
        return between;
      },
    };
  };
}

/** Fills all stages but the first, and the end of order 5. */
function stagesInto(field: VectorField, point: Float64Array, h: number, k: Stages, end: Float64Array): void {
  const [k1, k2, k3, k4, k5, k6, k7] = k;
  const stage = (rate: (i: number) => number, out: Float64Array): void => {
    for (let i = 0; i < end.length; i++) end[i] = at(point, i) + h * rate(i);
    field(end, out);
  };
  stage((i) => at(k1, i) / 5, k2);
  stage((i) => third(at(k1, i), at(k2, i)), k3);
  stage((i) => fourth(at(k1, i), at(k2, i), at(k3, i)), k4);
  stage((i) => fifth(at(k1, i), at(k2, i), at(k3, i), at(k4, i)), k5);
  stage((i) => sixth(at(k1, i), at(k2, i), at(k3, i), at(k4, i), at(k5, i)), k6);
  stage((i) => weighted(at(k1, i), at(k3, i), at(k4, i), at(k5, i), at(k6, i)), k7);
}

function judge(
  point: Float64Array,
  end: Float64Array,
  h: number,
  [k1, , k3, k4, k5, k6, k7]: Stages,
  { rtol, atol }: StepperOptions,
): { readonly error: number; readonly estimate: number } {
  let [error, estimate] = [0, 0];
  for (let i = 0; i < end.length; i++) {
    const own = embedded(at(k1, i), at(k3, i), at(k4, i), at(k5, i), at(k6, i), at(k7, i));
    const size = Math.abs(h * own);
    estimate = Math.max(estimate, size);
    error = Math.max(error, size / (atol + rtol * Math.max(Math.abs(at(point, i)), Math.abs(at(end, i)))));
  }
  return { error, estimate };
}

function pointBetween(
  point: Float64Array,
  raw: Float64Array,
  size: number,
  [k1, , k3, k4, k5, k6, k7]: Stages,
  fraction: number,
): Float64Array {
  return point.map((start, i) => {
    const [startRate, endRate] = [at(k1, i), at(k7, i)];
    const dense = curvature(startRate, at(k3, i), at(k4, i), at(k5, i), at(k6, i), endRate);
    return denseOutput({ start, end: at(raw, i), startRate, endRate, dense }, size, fraction);
  });
}
