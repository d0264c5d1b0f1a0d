import type { RestPoint } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import type { CubeGaps } from "./cubeGaps.ts";
import { degenerateNote, type Outer } from "./degenerateNote.ts";
import { restrictToFace, type Face } from "./faces.ts";
import type { FacePoint } from "./facePoint.ts";
import { mixedBlock } from "./mixedBlock.ts";
import { stability } from "./stability.ts";

export interface DescribedPoint {
  readonly point: RestPoint;
  /** The populations that do not mix, with the proven signs of their eigenvalues. */
  readonly outer: readonly Outer[];
}

/**
 * A rest point with its local behaviour. Eigenvalues: those of the mixing populations first, then one per population
 * that does not mix, in their order: its gain per unit of time from the strategy that it does not play.
 */
export function describePoint(game: Game, { gaps, unit }: CubeGaps, face: Face, found: FacePoint): DescribedPoint {
  const mixing = face.mixing.map((population) => restrictToFace(gaps[population] ?? [], face));
  const block = mixedBlock(found, mixing, unit);
  const outer = face.pins.flatMap((pin, population) => {
    if (pin === undefined) return [];
    const { value, sign } = found.at(restrictToFace(gaps[population] ?? [], face), unit);
    const turn = pin === 1 ? -1 : 1;
    return [{ population, value: value * turn + 0, sign: turned(sign, pin) }];
  });
  const signs = outer.map(({ sign }) => sign);
  const name = stability(block.kind, signs);
  return {
    point: {
      shares: face.pins.map((pin, k) =>
        pin === undefined ? [...(found.shares[face.mixing.indexOf(k)] ?? [])] : [pin, 1 - pin],
      ),
      nash: !signs.includes(1),
      strict: name === "ess",
      eigenvalues: [...block.eigenvalues, ...outer.map(({ value }) => [value, 0] as const)],
      trace: outer.reduce((sum, { value }) => sum + value, 0),
      determinant: outer.reduce((product, { value }) => product * value, block.determinant) + 0,
      stability: name,
      ...(name === "degenerate" ? { note: degenerateNote(game, block.kind, outer) } : {}),
    },
    outer: outer.map(({ population, sign }) => ({ population, sign })),
  };
}

function turned(sign: -1 | 0 | 1 | undefined, pin: 0 | 1): -1 | 0 | 1 | undefined {
  if (pin === 0 || sign === undefined || sign === 0) return sign;
  return sign === 1 ? -1 : 1;
}
