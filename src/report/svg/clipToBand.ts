export type Point = readonly [x: number, y: number];

/**
 * The parts of a polyline that run between two heights, cut exactly where they cross them. A line that leaves ends on
 * the border instead of being bent to stay inside.
 */
export function clipToBand(
  points: readonly Point[],
  [low, high]: readonly [number, number],
): readonly (readonly Point[])[] {
  const pieces: Point[][] = [];
  let open: Point[] | undefined;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) {
      if (within(to, low, high)) pieces.push((open = [to]));
      continue;
    }
    const [entry, exit] = visible(from, to, low, high);
    if (entry === undefined || exit === undefined) {
      open = undefined;
      continue;
    }
    if (open === undefined) pieces.push((open = [entry]));
    open.push(exit);
    if (exit !== to) open = undefined;
  }
  return pieces.filter((piece) => piece.length > 1);
}

function within([, y]: Point, low: number, high: number): boolean {
  return y >= low && y <= high;
}

/** The visible part of one segment, or nothing. */
function visible(from: Point, to: Point, low: number, high: number): readonly [Point?, Point?] {
  const [bottom, top] = from[1] <= to[1] ? [from, to] : [to, from];
  if (top[1] < low || bottom[1] > high) return [];
  const at = (height: number): Point => {
    const s = (height - from[1]) / (to[1] - from[1]);
    return [from[0] + s * (to[0] - from[0]), height];
  };
  const cut = (point: Point): Point => (point[1] < low ? at(low) : point[1] > high ? at(high) : point);
  return [cut(from), cut(to)];
}
