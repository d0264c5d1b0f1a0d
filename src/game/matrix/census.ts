import type { Equilibria, EquilibriumComponent, EquilibriumPoint } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { connectedPieces, maximalPieces, type Piece } from "./components.ts";
import { exactSharesOf, mixtureText, playerText, setText, sharesOf } from "./describeMixture.ts";
import { members, unionOf } from "./equalizers.ts";
import type { ExtremeMixture } from "./extremeMixtures.ts";

/** What the mixtures of which equilibria consist belong to. */
export interface Side {
  /** Whose mixtures they are. */
  readonly player: number;
  /** Who replies to them. */
  readonly replying: number;
  readonly corners: readonly ExtremeMixture[];
}

/**
 * All equilibria as points and as components, from the convex pieces of which they consist.
 *
 * @param sides one a population; of a symmetric game a single one, and then the pieces have no second corners but one
 * @param pieces convex sets of equilibria that cover all of them; they may overlap
 * @param indexOf the index of a point whose supports are the best replies to each other
 */
export function censusOf(
  game: Game,
  sides: readonly Side[],
  pieces: readonly Piece[],
  indexOf: (mixtures: readonly ExtremeMixture[]) => 1 | -1,
): Equilibria {
  const groups = connectedPieces(maximalPieces(pieces));
  const cornersOf = (piece: Piece): readonly (readonly ExtremeMixture[])[] =>
    sides.map(({ corners }, side) => pick(corners, side === 0 ? piece.first : piece.second));
  const points: EquilibriumPoint[] = [];
  const components: EquilibriumComponent[] = [];
  for (const group of groups) {
    const corners = group.map(cornersOf);
    const single =
      corners.length === 1 ? corners[0]?.map((list) => (list.length === 1 ? list[0] : undefined)) : undefined;
    const mixtures = single?.filter((mixture) => mixture !== undefined) ?? [];
    if (mixtures.length === sides.length) points.push(pointOf(mixtures, indexOf));
    else components.push(componentOf(game, sides, corners));
  }
  return {
    points,
    components,
    indexSum: points.reduce((sum, { index = 0 }) => sum + index, 0),
    degeneracies: sides.flatMap((side) => degeneraciesOf(game, side)),
  };
}

function pointOf(
  mixtures: readonly ExtremeMixture[],
  indexOf: (mixtures: readonly ExtremeMixture[]) => 1 | -1,
): EquilibriumPoint {
  const regular = mixtures.every(
    (mixture, i) => mixture.replies === (mixtures[mixtures.length - 1 - i] ?? mixture).support,
  );
  return {
    shares: mixtures.map(sharesOf),
    exact: mixtures.map(exactSharesOf),
    ...(regular ? { index: indexOf(mixtures) } : {}),
  };
}

function componentOf(
  game: Game,
  sides: readonly Side[],
  pieces: readonly (readonly (readonly ExtremeMixture[])[])[],
): EquilibriumComponent {
  const texts = pieces.map((corners) =>
    corners
      .map((list, side) => {
        const player = sides[side]?.player ?? 0;
        const all = list.map((mixture) => mixtureText(game, player, mixture)).join(" and ");
        const whole = list.length === 1 ? all : `any mixture of ${all}`;
        return `${playerText(game, player)} plays ${whole} (support ${setText(game, player, unionOf(list))})`;
      })
      .join(", "),
  );
  return {
    pieces: pieces.map((corners) => corners.map((list) => list.map(sharesOf))),
    description: `Every state is an equilibrium in which ${texts.join("; or ")}.`,
  };
}

function degeneraciesOf(game: Game, { player, replying, corners }: Side): readonly string[] {
  return corners
    .filter(({ support, replies }) => members(replies).length > members(support).length)
    .map((mixture) => {
      const best = `${setText(game, replying, mixture.replies)} are all best replies of ${playerText(game, replying)}`;
      const count = members(mixture.support).length;
      const mixes = count === 1 ? "is one strategy" : `mixes only ${count} strategies`;
      return `Against ${mixtureText(game, player, mixture)} of ${playerText(game, player)}, which ${mixes}, ${best}.`;
    });
}

function pick<T>(list: readonly T[], indices: readonly number[]): readonly T[] {
  return indices.flatMap((index) => {
    const element = list[index];
    return element === undefined ? [] : [element];
  });
}
