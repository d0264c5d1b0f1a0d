/** A convex set of equilibria: all pairs of a mixture of `first` and a mixture of `second`, indices of corners. */
export interface Piece {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Leaves out the pieces that are parts of others, and repetitions. */
export function maximalPieces(pieces: readonly Piece[]): readonly Piece[] {
  const kept: { readonly piece: Piece; readonly first: Set<number>; readonly second: Set<number> }[] = [];
  const size = ({ first, second }: Piece): number => first.length * second.length;
  for (const piece of pieces.toSorted((a, b) => size(b) - size(a))) {
    const inside = kept.some(
      ({ first, second }) => piece.first.every((i) => first.has(i)) && piece.second.every((j) => second.has(j)),
    );
    if (!inside) kept.push({ piece, first: new Set(piece.first), second: new Set(piece.second) });
  }
  const chosen = new Set(kept.map(({ piece }) => piece));
  return pieces.filter((piece) => chosen.has(piece));
}

/** Pieces that have a corner in common, directly or through others, in groups. */
export function connectedPieces(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  let groups: (readonly Piece[])[] = [];
  for (const piece of pieces) {
    const touching = groups.filter((group) => group.some((other) => touches(piece, other)));
    groups = [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), piece]];
  }
  return groups;
}

function touches(a: Piece, b: Piece): boolean {
  return a.first.some((i) => b.first.includes(i)) && a.second.some((j) => b.second.includes(j));
}
