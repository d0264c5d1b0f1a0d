import type { Analysis, Continuum, Equilibria, RestPoint } from "#domain/analysis.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { censusOf } from "./census.ts";
import { characteristicPolynomial } from "./characteristicPolynomial.ts";
import { maximalPieces, type Piece } from "./components.ts";
import { continuumOf } from "./continuum.ts";
import { sharesOf, strategyText } from "./describeMixture.ts";
import { bestReplies, equalizersOf, isSubset, members, setsOf, unionOf, type Mixture } from "./equalizers.ts";
import { cornersWithin, extremeMixturesOf } from "./extremeMixtures.ts";
import { faceJacobian, gainsOutside, unitOf } from "./face.ts";
import { hasConstantOfMotion } from "./hasConstantOfMotion.ts";
import { isEss } from "./isEss.ts";
import { matrixGameOf, type MatrixGame } from "./matrixGame.ts";
import { NumberedMixtures } from "./numberedMixtures.ts";
import { restPointOf } from "./restPoint.ts";

/** Pieces of a symmetric game have corners of one kind only. */
const ALONE: readonly number[] = [0];

/**
 * One population that plays against itself: the rest points of its replicator dynamics on every face, their continua, the
 * symmetric Nash equilibria, and which of them are evolutionarily stable. `ess` is that test and no other; what attracts
 * without passing it is `stable`. All decisions are taken on exact numbers. Sources: [Hofbauer1998], 7; [Abakuks1980].
 *
 * @throws AllianceError (usage) when the population has more than 7 strategies, or the game is not symmetric
 */
export function analyzeSymmetric(game: Game): Analysis {
  const matrices = matrixGameOf(game);
  requireSymmetric(game, matrices);
  const sets = setsOf(matrices.first);
  const equalizers = equalizersOf(matrices.first);
  const points = sets.flatMap((set) => equalizers[set]?.find(({ support }) => support === set) ?? []);
  return {
    restPoints: points.map((mixture) => describePoint(game, matrices, mixture)),
    continua: continuaOf(game, equalizers, sets),
    equilibria: equilibriaOf(game, matrices, equalizers, sets),
  };
}

function requireSymmetric(game: Game, { first, second }: MatrixGame): void {
  const same = first.length === second.length;
  if (same && first.every((row, i) => row.every((payoff, j) => payoff === second[i]?.[j]))) return;
  throw new AllianceError(`${JSON.stringify(game.title)} is marked symmetric, but its players differ`, {
    kind: "usage",
    hint: "set symmetric to false",
  });
}

function describePoint(game: Game, { first, scale }: MatrixGame, mixture: Mixture): RestPoint {
  const { support, denominator } = mixture;
  const replies = bestReplies(mixture);
  return restPointOf({
    shares: [sharesOf(mixture)],
    face: {
      polynomial: characteristicPolynomial(faceJacobian(first, mixture, support)),
      unit: unitOf(mixture) * scale,
    },
    outside: gainsOutside(mixture, support).map(({ strategy, gain }) => ({
      gain,
      unit: denominator * scale,
      name: strategyText(game, 0, strategy),
    })),
    ess: isSubset(support, replies) && isEss(first, { ...mixture, replies }),
    conserved: hasConstantOfMotion(first, members(support)),
  });
}

function continuaOf(
  game: Game,
  equalizers: readonly (readonly Mixture[])[],
  sets: readonly number[],
): readonly Continuum[] {
  const mixtures = new NumberedMixtures(equalizers);
  const pieces = sets.flatMap((set): readonly Piece[] => {
    const corners = (equalizers[set] ?? []).filter(({ support }) => isSubset(support, set));
    const whole = corners.length > 1 && unionOf(corners) === set;
    return whole ? [{ first: mixtures.numbersOf(corners), second: ALONE }] : [];
  });
  return maximalPieces(pieces).map(({ first }) => continuumOf(game, [mixtures.pick(first)]));
}

function equilibriaOf(
  game: Game,
  { first }: MatrixGame,
  equalizers: readonly (readonly Mixture[])[],
  sets: readonly number[],
): Equilibria {
  const corners = extremeMixturesOf(equalizers);
  const pieces = sets.flatMap((set): readonly Piece[] => {
    const found = cornersWithin(corners, set, set);
    const whole = unionOf(found.map(({ corner }) => corner)) === set;
    return whole ? [{ first: found.map(({ index }) => index), second: ALONE }] : [];
  });
  return censusOf(game, [{ player: 0, replying: 0, corners }], pieces, ([mixture]) => {
    if (mixture === undefined) return 1;
    return (characteristicPolynomial(faceJacobian(first, mixture, mixture.support))[0] ?? 1n) > 0n ? 1 : -1;
  });
}
