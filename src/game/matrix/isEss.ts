import type { Payoffs } from "./equalizers.ts";
import { members } from "./equalizers.ts";
import type { ExtremeMixture } from "./extremeMixtures.ts";
import { isStrictlyCopositive } from "./isStrictlyCopositive.ts";

/**
 * Whether a symmetric equilibrium is evolutionarily stable: it earns more against every other best reply z than z earns
 * against itself. With the differences d of such z from it, that is d'Ad < 0: a question of strict copositivity, in which
 * the strategies outside the support can only gain shares. Sources: [Maynard1973], [Haigh1975], [Abakuks1980].
 *
 * @param payoffs of the one population, `[own strategy][opponent's strategy]`
 * @param equilibrium its support is part of the best replies to it
 */
export function isEss(payoffs: Payoffs, { support, replies }: ExtremeMixture): boolean {
  const [base = 0] = members(support);
  const others = members(replies).filter((i) => i !== base);
  const at = (i: number, j: number): bigint => payoffs[i]?.[j] ?? 0n;
  const loss = (i: number, j: number): bigint => at(base, j) + at(i, base) - at(i, j) - at(base, base);
  const form = others.map((i) => others.map((j) => loss(i, j) + loss(j, i)));
  const entering = others.flatMap((i, k) => ((support & (1 << i)) === 0 ? [k] : []));
  return isStrictlyCopositive(form, entering);
}
