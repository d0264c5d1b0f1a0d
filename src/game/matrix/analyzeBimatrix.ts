import type { Analysis, Continuum, Equilibria, RestPoint } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { censusOf } from "./census.ts";
import { characteristicPolynomial, multiply } from "./characteristicPolynomial.ts";
import { maximalPieces, type Piece } from "./components.ts";
import { continuumOf } from "./continuum.ts";
import { playerText, sharesOf, strategyText } from "./describeMixture.ts";
import { equalizersOf, isSubset, members, setsOf, unionOf, type Mixture } from "./equalizers.ts";
import { cornersWithin, extremeMixturesOf } from "./extremeMixtures.ts";
import { faceJacobian, gainsOutside } from "./face.ts";
import { isRescaledZeroSum } from "./isRescaledZeroSum.ts";
import { NumberedMixtures } from "./numberedMixtures.ts";
import { matrixGameOf, type MatrixGame } from "./matrixGame.ts";
import type { Polynomial } from "./polynomial.ts";
import { restPointOf } from "./restPoint.ts";

/** `ofFirst[columns]`: mixtures of the first population against which these columns earn the same; and reversed. */
interface Equalizers {
  readonly ofFirst: readonly (readonly Mixture[])[];
  readonly ofSecond: readonly (readonly Mixture[])[];
}

/**
 * Two populations with any number of strategies: the rest points of the replicator dynamics on every face, their
 * continua, and all Nash equilibria. Every pair of supports is gone through, of unequal sizes too; a rest point is
 * isolated in its face exactly when the linear systems of both populations are not singular. All decisions are taken on
 * exact numbers. Sources: [Hofbauer1998], [Avis2010].
 *
 * @throws AllianceError (usage) unless there are two players with at most 14 strategies together
 */
export function analyzeBimatrix(game: Game): Analysis {
  const matrices = matrixGameOf(game);
  const equalizers = { ofFirst: equalizersOf(matrices.second), ofSecond: equalizersOf(matrices.first) };
  const pairs = setsOf(matrices.first).flatMap((rows) =>
    setsOf(matrices.second).map((columns): readonly [number, number] => [rows, columns]),
  );
  return {
    restPoints: pairs.flatMap(([rows, columns]) => isolatedPoints(game, matrices, equalizers, rows, columns)),
    continua: continuaOf(game, equalizers, pairs),
    equilibria: equilibriaOf(game, matrices, equalizers, pairs),
  };
}

/** The rest point whose supports are these sets, when there is one and both mixtures are determined. */
function isolatedPoints(
  game: Game,
  matrices: MatrixGame,
  { ofFirst, ofSecond }: Equalizers,
  rows: number,
  columns: number,
): readonly RestPoint[] {
  const first = ofFirst[columns]?.find(({ support }) => support === rows);
  const second = ofSecond[rows]?.find(({ support }) => support === columns);
  if (first === undefined || second === undefined) return [];
  const { polynomial, unit } = facePolynomial(matrices, first, second);
  const outside = [
    ...leaving(game, 0, gainsOutside(second, rows), second.denominator * matrices.scale),
    ...leaving(game, 1, gainsOutside(first, columns), first.denominator * matrices.scale),
  ];
  return [
    restPointOf({
      shares: [sharesOf(first), sharesOf(second)],
      face: { polynomial, unit },
      outside,
      ess: polynomial.length === 1 && outside.every(({ gain }) => gain < 0n),
      conserved: isRescaledZeroSum(matrices.first, matrices.second, members(rows), members(columns)),
    }),
  ];
}

function leaving(game: Game, player: number, gains: ReturnType<typeof gainsOutside>, unit: bigint) {
  return gains.map(({ strategy, gain }) => ({
    gain,
    unit,
    name: `${strategyText(game, player, strategy)} of ${playerText(game, player)}`,
  }));
}

/** Within the face populations act on each other only: eigenvalues are the roots of those of the product of both actions. */
function facePolynomial(
  { first, second, scale }: MatrixGame,
  x: Mixture,
  y: Mixture,
): { readonly polynomial: Polynomial; readonly unit: bigint } {
  const product = multiply(faceJacobian(first, x, y.support), faceJacobian(second, y, x.support));
  const squares = characteristicPolynomial(product);
  return {
    polynomial: squares.flatMap((value, i) => (i === 0 ? [value] : [0n, value])),
    unit: x.denominator * y.denominator * scale,
  };
}

/** The sets of rest points of faces in which some mixture is not determined; those within others are left out. */
function continuaOf(
  game: Game,
  { ofFirst, ofSecond }: Equalizers,
  pairs: readonly (readonly [number, number])[],
): readonly Continuum[] {
  const [first, second] = [new NumberedMixtures(ofFirst), new NumberedMixtures(ofSecond)];
  const pieces = pairs.flatMap(([rows, columns]): readonly Piece[] => {
    const xs = (ofFirst[columns] ?? []).filter(({ support }) => isSubset(support, rows));
    const ys = (ofSecond[rows] ?? []).filter(({ support }) => isSubset(support, columns));
    const whole = unionOf(xs) === rows && unionOf(ys) === columns;
    return whole && xs.length * ys.length > 1 ? [{ first: first.numbersOf(xs), second: second.numbersOf(ys) }] : [];
  });
  return maximalPieces(pieces).map((piece) => continuumOf(game, [first.pick(piece.first), second.pick(piece.second)]));
}

/** All of them, of the mixtures that are corners of best replies. */
function equilibriaOf(
  game: Game,
  matrices: MatrixGame,
  { ofFirst, ofSecond }: Equalizers,
  pairs: readonly (readonly [number, number])[],
): Equilibria {
  const [first, second] = [extremeMixturesOf(ofFirst), extremeMixturesOf(ofSecond)];
  const pieces = pairs.flatMap(([rows, columns]): readonly Piece[] => {
    const xs = cornersWithin(first, rows, columns);
    const ys = cornersWithin(second, columns, rows);
    const whole =
      unionOf(xs.map(({ corner }) => corner)) === rows && unionOf(ys.map(({ corner }) => corner)) === columns;
    return whole ? [{ first: xs.map(({ index }) => index), second: ys.map(({ index }) => index) }] : [];
  });
  const sides = [
    { player: 0, replying: 1, corners: first },
    { player: 1, replying: 0, corners: second },
  ];
  return censusOf(game, sides, pieces, ([x, y]) => {
    if (x === undefined || y === undefined) return 1;
    return (facePolynomial(matrices, x, y).polynomial[0] ?? 1n) > 0n ? 1 : -1;
  });
}
