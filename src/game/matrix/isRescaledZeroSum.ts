import type { Payoffs } from "./equalizers.ts";

/**
 * Whether, apart from what a player cannot influence, one player's gains are the other's losses times a positive number,
 * among some strategies of both. Then the sum of the relative entropies to an equilibrium there, weighted, is a constant
 * of motion, and the equilibrium a centre. Source: [Hofbauer1996].
 *
 * @param first `[row][column]`
 * @param second `[column][row]`
 */
export function isRescaledZeroSum(
  first: Payoffs,
  second: Payoffs,
  rows: readonly number[],
  columns: readonly number[],
): boolean {
  const [row = 0, column = 0] = [rows[0], columns[0]];
  const pairs = rows.slice(1).flatMap((i) =>
    columns.slice(1).map((j) => ({
      a: interaction(first, i, row, j, column),
      b: interaction(second, j, column, i, row),
    })),
  );
  const lead = pairs.find(({ a, b }) => a !== 0n || b !== 0n);
  if (lead === undefined) return true;
  if (lead.a * lead.b >= 0n) return false;
  return pairs.every(({ a, b }) => a * lead.b === b * lead.a);
}

/** How much more strategy i gains over i0 when the other plays j instead of j0. */
function interaction(payoffs: Payoffs, i: number, i0: number, j: number, j0: number): bigint {
  const at = (own: number, other: number): bigint => payoffs[own]?.[other] ?? 0n;
  return at(i, j) - at(i0, j) - at(i, j0) + at(i0, j0);
}
