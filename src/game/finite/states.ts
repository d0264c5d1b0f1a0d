import type { Counts, Process } from "./process.ts";

/**
 * How many states the populations have: the product of C(size + strategies - 1, strategies - 1); as near as a double
 * comes where that is beyond 2^53.
 */
export function stateCount({ strategies, options }: Process): number {
  return strategies.reduce((product, names, p) => {
    const size = options.sizes[p] ?? 0;
    let ways = 1;
    for (let i = 1; i < names.length; i++) ways = (ways * (size + i)) / i;
    return product * ways;
  }, 1);
}

/** All states, the members of the first strategies growing slowest, so that moves lead to states that are near. */
export function statesOf({ strategies, options }: Process): readonly Counts[] {
  return strategies.reduce<readonly Counts[]>(
    (found, names, p) => {
      const divisions = divisionsOf(options.sizes[p] ?? 0, names.length);
      return found.flatMap((counts) => divisions.map((members) => [...counts, members]));
    },
    [[]],
  );
}

/** A state as a key of a map. */
export function keyOf(counts: Counts): string {
  return counts.map((members) => members.join(",")).join(";");
}

/** All divisions of `members` into `parts`, in lexicographic order. */
function divisionsOf(members: number, parts: number): readonly (readonly number[])[] {
  if (parts === 1) return [[members]];
  return Array.from({ length: members + 1 }, (_, first) =>
    divisionsOf(members - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}
