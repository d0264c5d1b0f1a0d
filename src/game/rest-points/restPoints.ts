import type { Analysis, Certificate } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { playerName } from "#game/names.ts";
import { cubeGaps, type CubeGaps } from "./cubeGaps.ts";
import { describePoint, type DescribedPoint } from "./describePoint.ts";
import { faceContinuum, largestContinua } from "./faceContinuum.ts";
import type { FacePoint, FaceRoots } from "./facePoint.ts";
import { derangements, faceName, facesOf, restrictToFace, type Face } from "./faces.ts";
import { solveFace } from "./solveFace.ts";

/** A solution this near, known to 2^-53, to one that is known to 2^-128 is the same one; distinct ones are further apart. */
const NEAR = 2 ** -48;

interface SolvedFace {
  readonly face: Face;
  readonly roots: FaceRoots;
  readonly points: readonly DescribedPoint[];
}

/**
 * All rest points of the replicator dynamics of one to six populations with two strategies each, face by face, with a
 * certificate of completeness. Corners, edges and faces where two or three populations mix are solved exactly; where
 * more mix, boxes are excluded or proven to hold exactly one root. Sources: [McKelvey1997] for the number of points,
 * [Ritzberger1995] for their stability, [Krawczyk1969] for the test on boxes.
 *
 * @throws AllianceError (usage) for another kind of game, or payoffs too extreme to compute with
 */
export function restPoints(game: Game): Analysis & { readonly certificate: Certificate } {
  const cube = cubeGaps(game);
  const faces = facesOf(cube.populations).map((face) => solved(game, cube, face));
  const described = faces.flatMap(({ points }) => points);
  const nashCount = described.filter(({ point }) => point.nash).length;
  const unresolved = faces.flatMap((face) => [
    ...face.roots.unresolved.map((reason) => `${faceName(face.face)}: ${reason}`),
    ...unprovenSigns(game, face),
    ...borderDoubts(face, described),
  ]);
  return {
    restPoints: described.map(({ point }) => point),
    continua: largestContinua(
      faces.flatMap(({ face, roots }) => roots.continua.map((ranges) => faceContinuum(game, face, ranges))),
    ),
    certificate: {
      complete: unresolved.length === 0,
      faces: faces.length,
      found: described.length,
      bound: faces.reduce((sum, { face }) => sum + derangements(face.mixing.length), 0),
      nashCount,
      oddNash: nashCount % 2 === 1,
      degenerateFaces: faces.flatMap(degeneracies),
      unresolved,
    },
  };
}

function solved(game: Game, cube: CubeGaps, face: Face): SolvedFace {
  const roots = solveFace(face.mixing.map((population) => restrictToFace(cube.gaps[population] ?? [], face)));
  return { face, roots, points: roots.points.map((point) => describePoint(game, cube, face, point)) };
}

/** Why a face is not regular. A corner's zero eigenvalue is the edge that rests, which is named itself. */
function degeneracies({ face, roots, points }: SolvedFace): readonly string[] {
  const zero = face.mixing.length > 0 && points.some(({ outer }) => outer.some(({ sign }) => sign === 0));
  return [...roots.degenerate, ...(zero ? ["a rest point on it has a zero eigenvalue across it"] : [])].map(
    (reason) => `${faceName(face)}: ${reason}`,
  );
}

function unprovenSigns(game: Game, { face, points }: SolvedFace): readonly string[] {
  return points.flatMap(({ outer }) =>
    outer.flatMap(({ population, sign }) =>
      sign === undefined
        ? [`${faceName(face)}: the sign of ${playerName(game, population)}'s gain at a rest point is not proven`]
        : [],
    ),
  );
}

/** A solution on the border of a face is a rest point of a smaller face, if it stands there with exactly zero gains. */
function borderDoubts({ face, roots }: SolvedFace, described: readonly DescribedPoint[]): readonly string[] {
  return roots.border.flatMap((solution) =>
    described.some((candidate) => isAt(candidate, face, solution))
      ? []
      : [`${faceName(face)}: a solution is within 2^-128 of its border, near ${positionOf(solution)}`],
  );
}

function isAt({ point, outer }: DescribedPoint, face: Face, solution: FacePoint): boolean {
  const near = face.pins.every((pin, population) => {
    const share = pin ?? solution.shares[face.mixing.indexOf(population)]?.[0] ?? Number.NaN;
    return Math.abs((point.shares[population]?.[0] ?? Number.NaN) - share) <= NEAR;
  });
  return near && outer.every(({ population, sign }) => sign === 0 || !face.mixing.includes(population));
}

function positionOf({ shares }: FacePoint): string {
  return `(${shares.map(([share]) => String(share)).join(", ")})`;
}
