import { strategyIn, type NormalForm } from "#game/normalForm.ts";
import type { Invasion } from "./ladder.ts";
import type { Process } from "./process.ts";

/**
 * The states in which every population plays one strategy, in the order of the profiles (the last population's strategy
 * fastest): `monomorphic[i][p]` is what population p plays in state i.
 */
export function monomorphicStates(process: Process): readonly (readonly number[])[] {
  const form = shapeOf(process);
  const count = form.sizes.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, index) => form.sizes.map((_size, p) => strategyIn(form, index, p)));
}

/** Every way in which one mutant can appear in a monomorphic state: the state's number, the mutant, where it leads. */
export function invasionsOf(
  process: Process,
): readonly { readonly from: number; readonly to: number; readonly invasion: Invasion }[] {
  const { strides } = shapeOf(process);
  return monomorphicStates(process).flatMap((residents, from) =>
    process.strategies.flatMap((strategies, population) =>
      strategies.flatMap((_, mutant) => {
        const resident = residents[population] ?? 0;
        if (mutant === resident) return [];
        const to = from + (mutant - resident) * (strides[population] ?? 1);
        return [{ from, to, invasion: { population, mutant, residents } }];
      }),
    ),
  );
}

function shapeOf({ strategies }: Process): NormalForm {
  const sizes = strategies.map((names) => names.length);
  const strides = sizes.map((_, p) => sizes.slice(p + 1).reduce((product, size) => product * size, 1));
  return { sizes, strides, payoffs: [], exact: { decimals: 0, units: [] } };
}
