import type { Continuum } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { cornerEigenvalues, type Corner } from "./corners.ts";
import type { Gaps } from "./gaps.ts";
import { indifference } from "./interiorPoint.ts";
import { playerName, strategyName } from "./names.ts";

type Player = 0 | 1;
type Range = readonly [number, number];

/**
 * The connected sets of rest points, piece by piece: an edge for every zero gap, a line across the square where one
 * population never has a preference and the other is made indifferent, or the whole square. Pieces may touch.
 */
export function continuaOf(game: Game, gaps: Gaps): readonly Continuum[] {
  const { c1, c2, c3, c4, exact } = gaps;
  if (c1 === 0 && c2 === 0 && c3 === 0 && c4 === 0) {
    return [
      {
        range: [
          [0, 1],
          [0, 1],
        ],
        description: "Every state is a rest point: no population ever has a preference.",
      },
    ];
  }
  const edges: readonly (readonly [number, Player, 0 | 1])[] = [
    [c1, 0, 0],
    [c3, 0, 1],
    [c2, 1, 0],
    [c4, 1, 1],
  ];
  return [
    ...edges.filter(([gap]) => gap === 0).map(([, moving, fixed]) => edge(game, gaps, moving, fixed)),
    ...(c1 === 0 && c3 === 0 ? line(game, 1, indifference(exact.c2, exact.c4)) : []),
    ...(c2 === 0 && c4 === 0 ? line(game, 0, indifference(exact.c1, exact.c3)) : []),
  ];
}

/** The edge along which population `moving` is indifferent because the other plays only one strategy. */
function edge(game: Game, gaps: Gaps, moving: Player, fixed: 0 | 1): Continuum {
  const other = moving === 0 ? 1 : 0;
  const at = (share: 0 | 1): Corner => (moving === 0 ? [share, fixed] : [fixed, share]);
  const across: Range = [cornerEigenvalues(gaps, at(0))[other], cornerEigenvalues(gaps, at(1))[other]];
  const range: readonly Range[] =
    moving === 0
      ? [
          [0, 1],
          [fixed, fixed],
        ]
      : [
          [fixed, fixed],
          [0, 1],
        ];
  const where = `${playerName(game, other)} all play ${strategyName(game, other, fixed)}`;
  const share = `the share of ${strategyName(game, moving, 1)} in ${playerName(game, moving)}`;
  return {
    range,
    description: `Every state in which ${where} is a rest point, whatever ${share}. ${attraction(across, share)}`,
  };
}

/** `across`: the eigenvalue across the edge where the moving share is 0 and where it is 1; it is linear in between. */
function attraction([from, to]: Range, share: string): string {
  if (from === 0 && to === 0) return "Nothing moves towards the edge or away from it: nearby states move along it.";
  if (from <= 0 && to <= 0) return "The edge attracts from its neighbourhood.";
  if (from >= 0 && to >= 0) return "The edge repels.";
  const turn = Math.abs(from) / (Math.abs(from) + Math.abs(to));
  return from < 0
    ? `It attracts where ${share} is below ${turn} and repels above.`
    : `It attracts where ${share} is above ${turn} and repels below.`;
}

/** The line on which `moving`, the only population that ever has a preference, is made indifferent by the other. */
function line(game: Game, moving: Player, at: Range | undefined): readonly Continuum[] {
  if (at === undefined) return [];
  const [share] = at;
  const fixed = moving === 0 ? 1 : 0;
  const range: readonly Range[] =
    fixed === 0
      ? [
          [share, share],
          [0, 1],
        ]
      : [
          [0, 1],
          [share, share],
        ];
  const name = playerName(game, fixed);
  return [
    {
      range,
      description:
        `Every state in which the share of ${strategyName(game, fixed, 1)} in ${name} is ${share} is a rest point: ` +
        `${name} never has a preference, and at this share ${playerName(game, moving)} has none either. ` +
        `On either side ${playerName(game, moving)} moves away, in opposite directions.`,
    },
  ];
}
