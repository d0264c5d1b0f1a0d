import { boxSearch, LARGER, type FoundBox } from "./boxSearch.ts";
import { enclosedPoint, type Enclosure } from "./enclosedPoint.ts";
import { NOTHING, type FaceRoots } from "./facePoint.ts";
import { polish } from "./polish.ts";

/** Boxes to look at on one face, at most; random games need hundreds to thousands, symmetric ones more. */
const BUDGET = 50_000;
/** The face on which all six mix, of which there is one. */
const BUDGET_OF_SIX = 200_000;

/**
 * All mixtures of four or more populations at which each is indifferent: every part of the face is proven to hold none,
 * or exactly one, or is named as unresolved.
 *
 * @param equations population i's gap at the 2^m corners of the face
 */
export function solveMany(
  equations: readonly (readonly bigint[])[],
  budget: number = equations.length > 5 ? BUDGET_OF_SIX : BUDGET,
): FaceRoots {
  const { boxes, examined } = boxSearch(equations, budget);
  const proven = boxes.map((box) => ({ box, enclosure: provenRoot(equations, box) }));
  const open = proven.filter(({ enclosure }) => enclosure === undefined).map(({ box }) => box);
  const found: Enclosure[] = [];
  for (const { box, enclosure } of proven) {
    if (enclosure === undefined) continue;
    // A root beyond the box itself is found in its neighbour; one on the border of two boxes is found twice.
    if (meets(enclosure, box) && !found.some((other) => overlap(enclosure, other))) found.push(enclosure);
  }
  const reason = examined === budget ? `after ${budget} boxes` : "down to boxes of width 2^-20";
  return {
    ...NOTHING,
    points: found.filter((enclosure) => !touchesBorder(enclosure)).map(enclosedPoint),
    border: found.filter(touchesBorder).map(enclosedPoint),
    unresolved: open.length === 0 ? [] : [`not decided ${reason}: ${hull(open)}`],
  };
}

/** A small box around the one root that the box, enlarged, holds; undefined when that is not proven. */
function provenRoot(equations: readonly (readonly bigint[])[], box: FoundBox): Enclosure | undefined {
  const enclosure = box.root && polish(equations, box.root);
  return enclosure !== undefined && isProven(enclosure, box) ? enclosure : undefined;
}

/** The enclosure lies within the larger box in which there is one root only, so that it holds that root. */
function isProven({ centre, radius, one }: Enclosure, { low, high }: FoundBox): boolean {
  return centre.every((x, k) => {
    const [from, to] = [low[k] ?? 0, high[k] ?? 0];
    const room = ((LARGER - 1) / 2) * (to - from);
    return x - radius >= integer(from - room, one) && x + radius <= integer(to + room, one);
  });
}

function meets({ centre, radius, one }: Enclosure, { low, high }: FoundBox): boolean {
  return centre.every((x, k) => x + radius >= integer(low[k] ?? 0, one) && x - radius <= integer(high[k] ?? 0, one));
}

/** The ends of a box are multiples of 2^-52. */
function integer(value: number, one: bigint): bigint {
  return (BigInt(Math.round(value * 2 ** 52)) * one) >> 52n;
}

function overlap(a: Enclosure, b: Enclosure): boolean {
  return a.centre.every((x, k) => {
    const apart = x - (b.centre[k] ?? 0n);
    return (apart < 0n ? -apart : apart) <= a.radius + b.radius;
  });
}

function touchesBorder({ centre, radius, one }: Enclosure): boolean {
  return centre.some((x) => x - radius <= 0n || x + radius >= one);
}

/** The least box around boxes, in words. */
function hull(boxes: readonly FoundBox[]): string {
  const [first] = boxes;
  const ranges = (first?.low ?? []).map((_, k) => {
    const from = Math.min(...boxes.map(({ low }) => low[k] ?? 0));
    const to = Math.max(...boxes.map(({ high }) => high[k] ?? 1));
    return `[${from}, ${to}]`;
  });
  return `${boxes.length} ${boxes.length === 1 ? "box" : "boxes"} within ${ranges.join(" x ")}`;
}
