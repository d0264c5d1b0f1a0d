import type { GapValues } from "./gaps.ts";
import type { LogOdds } from "./logOdds.ts";
import { displacement, distanceAt, signedRoot, wellsOf, type Well } from "./well.ts";

const FEWEST_NODES = 32;
const MOST_NODES = 1 << 14;
const TOLERANCE = 1e-13;

/**
 * Time of one turn of the closed orbit through an interior point of a game with a centre, in units of time. In the
 * signed roots of the two halves of the first integral the orbit is a circle; the time is the integral over its angle of
 * a smooth periodic function, for which the trapezoidal rule converges geometrically. Source: [Trefethen2014].
 */
export function orbitPeriod(gaps: GapValues, { u, v }: LogOdds): number {
  const wells = wellsOf(gaps);
  const [first, second] = wells;
  const radius = Math.hypot(signedRoot(first, u - first.centre), signedRoot(second, v - second.centre));
  let coarse = turn(wells, radius, FEWEST_NODES);
  for (let nodes = 2 * FEWEST_NODES; nodes <= MOST_NODES; nodes *= 2) {
    const fine = turn(wells, radius, nodes);
    if (Math.abs(fine - coarse) <= TOLERANCE * fine) return fine;
    coarse = fine;
  }
  return coarse;
}

/** Nodes half a spacing off the axes, where the slowness of one population is a quotient of zeros. */
function turn([first, second]: readonly [Well, Well], radius: number, nodes: number): number {
  const spacing = (2 * Math.PI) / nodes;
  let sum = 0;
  for (let node = 0; node < nodes; node++) {
    const angle = (node + 0.5) * spacing;
    sum += slowness(first, radius * Math.cos(angle)) * slowness(second, radius * Math.sin(angle));
  }
  return 2 * spacing * sum;
}

/** Signed root over the rate of the other population's log-odds. */
function slowness(well: Well, root: number): number {
  return root / (well.weight * displacement(well, distanceAt(well, root)));
}
