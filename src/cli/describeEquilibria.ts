import type { Equilibria } from "#domain/analysis.ts";

/** Reasons named; a game without preferences has very many. */
const NAMED = 10;

/** Lines that list all Nash equilibria with exact shares, say whether the list proves complete, and name what is degenerate. */
export function describeEquilibria({ points, components, indexSum, degeneracies }: Equilibria): readonly string[] {
  const count = `${points.length} isolated Nash ${points.length === 1 ? "equilibrium" : "equilibria"}`;
  const proof =
    degeneracies.length === 0
      ? `their indices add up to ${indexSum}, as those of all equilibria of a generic game add up to 1`
      : "the game is degenerate, so they need not be odd in number";
  const more = degeneracies.length - NAMED;
  return [
    `${count}; ${proof}:`,
    ...points.map(({ exact }) => `  (${exact.map((shares) => shares.join(" ")).join(", ")})`),
    ...components.map(({ description }) => description),
    ...degeneracies.slice(0, NAMED),
    ...(more > 0 ? [`And ${more} more mixtures like these.`] : []),
  ];
}
