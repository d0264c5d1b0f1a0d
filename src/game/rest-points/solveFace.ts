import { exactPoint, oddsBetween, type Odds } from "./exactPoint.ts";
import { NOTHING, type FaceRoots } from "./facePoint.ts";
import { signOnBox } from "./multilinear.ts";
import { solveMany } from "./solveMany.ts";
import { solveTriple } from "./solveTriple.ts";
import { Surd } from "./surd.ts";

const FREE = [0, 1] as const;
const ALL = "every state on it is a rest point";
const LINE = "one population never has a preference on it, so its rest points form a line";
const IDLE = "a population never has a preference on it, so its rest points are not isolated, if there are any";

/**
 * The rest points inside a face: the mixtures at which every mixing population is indifferent.
 *
 * @param equations gap of each of the m mixing populations at the 2^m corners of the face
 */
export function solveFace(equations: readonly (readonly bigint[])[]): FaceRoots {
  const size = equations.length;
  if (size === 0) return { ...NOTHING, points: [exactPoint([], false)] };
  const signs = equations.map(signOnBox);
  // A multilinear function that is nowhere negative at the corners, and positive at one, is positive inside.
  if (signs.some((sign) => sign === 1 || sign === -1)) return NOTHING;
  if (signs.every((sign) => sign === 0))
    return { ...NOTHING, continua: [equations.map(() => FREE)], degenerate: [ALL] };
  if (size === 2) return solvePair(equations);
  if (signs.includes(0)) return { ...NOTHING, degenerate: [IDLE], unresolved: [IDLE] };
  return size === 3 ? solveTriple(equations) : solveMany(equations);
}

/** Each population is made indifferent by the other's mixture; a population without a preference leaves a line. */
function solvePair([first, second]: readonly (readonly bigint[])[]): FaceRoots {
  const x = mixture(second, 2);
  const y = mixture(first, 1);
  if (x !== undefined && y !== undefined) return { ...NOTHING, points: [exactPoint([x, y], false)] };
  const ranges = [x, y].map((odds) => (odds === undefined ? FREE : fixedAt(odds)));
  return { ...NOTHING, continua: [ranges], degenerate: [LINE] };
}

/** The other's mixture at which a gap vanishes, its corner values without and with the other's bit given. */
function mixture(gap: readonly bigint[] | undefined, bit: number): Odds | undefined {
  return oddsBetween(new Surd(gap?.[0] ?? 0n), new Surd(gap?.[bit] ?? 0n));
}

function fixedAt(odds: Odds): readonly [number, number] {
  const share = exactPoint([odds], false).shares[0]?.[0] ?? Number.NaN;
  return [share, share];
}
