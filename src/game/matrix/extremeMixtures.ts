import { bestReplies, isSubset, type Mixture } from "./equalizers.ts";

/** A corner of the polyhedron of best replies. */
export interface ExtremeMixture extends Mixture {
  /** The best replies to it, as a set. A game is degenerate when these are more than the support has strategies. */
  readonly replies: number;
}

/**
 * The mixtures that are determined by their support and by the best replies to them: corners of the polyhedron of best
 * replies. Every Nash equilibrium is a mixture of pairs of such corners. Source: [Avis2010].
 *
 * @param equalizers element [set]: the mixtures against which the strategies of the set earn the same
 */
export function extremeMixturesOf(equalizers: readonly (readonly Mixture[])[]): readonly ExtremeMixture[] {
  return equalizers.flatMap((mixtures, set) =>
    mixtures.filter((mixture) => bestReplies(mixture) === set).map((mixture) => ({ ...mixture, replies: set })),
  );
}

/** The corners of those mixtures with a support within `within` against which all of `best` are best replies. */
export function cornersWithin(
  corners: readonly ExtremeMixture[],
  within: number,
  best: number,
): readonly { readonly corner: ExtremeMixture; readonly index: number }[] {
  return corners.flatMap((corner, index) =>
    isSubset(corner.support, within) && isSubset(best, corner.replies) ? [{ corner, index }] : [],
  );
}
