import type { FacePoint } from "./facePoint.ts";
import { onBox } from "./multilinear.ts";
import { quotient } from "./quotient.ts";

/** A box around one root: centre and half width in units of 1/`one`. */
export interface Enclosure {
  readonly centre: readonly bigint[];
  readonly radius: bigint;
  readonly one: bigint;
}

/** A rest point known by a box that holds it and no other: a sign at it is decided where it is the same on all the box. */
export function enclosedPoint({ centre, radius, one }: Enclosure): FacePoint {
  const low = centre.map((x) => x - radius);
  const high = centre.map((x) => x + radius);
  const whole = one ** BigInt(centre.length);
  return {
    shares: centre.map((x) => [quotient(x, one), quotient(one - x, one)]),
    singular: false,
    at: (corners, unit) => {
      const values = onBox(corners, low, high, one);
      const least = values.reduce((a, b) => (b < a ? b : a));
      const greatest = values.reduce((a, b) => (b > a ? b : a));
      if (least < 0n === greatest > 0n && least !== greatest) return { value: 0, sign: undefined };
      const value = quotient(least + greatest, 2n * whole * unit);
      return signed(value, least, greatest);
    },
  };
}

function signed(value: number, least: bigint, greatest: bigint) {
  if (least > 0n) return { value, sign: 1 } as const;
  if (greatest < 0n) return { value, sign: -1 } as const;
  return { value: 0, sign: least === 0n && greatest === 0n ? 0 : undefined } as const;
}
