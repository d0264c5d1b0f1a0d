import { exactSharesOf } from "./describeMixture.ts";
import type { Mixture } from "./equalizers.ts";

/** Mixtures by number: the same mixture, which may come from many sets of strategies, has one number. */
export class NumberedMixtures {
  readonly #numbers = new Map<string, number>();
  readonly #mixtures: Mixture[] = [];

  constructor(lists: readonly (readonly Mixture[])[]) {
    for (const mixture of lists.flat()) {
      const key = keyOf(mixture);
      if (this.#numbers.has(key)) continue;
      this.#numbers.set(key, this.#mixtures.length);
      this.#mixtures.push(mixture);
    }
  }

  /** The numbers of mixtures that were given. */
  numbersOf(mixtures: readonly Mixture[]): readonly number[] {
    return mixtures.flatMap((mixture) => this.#numbers.get(keyOf(mixture)) ?? []);
  }

  pick(numbers: readonly number[]): readonly Mixture[] {
    return numbers.flatMap((number) => this.#mixtures[number] ?? []);
  }
}

function keyOf(mixture: Mixture): string {
  return exactSharesOf(mixture).join();
}
