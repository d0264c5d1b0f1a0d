import type { SituationInput } from "./input.ts";

/** One cell of a payoff table: what was measured beside what the formula says, in token units. */
export interface PayoffCell {
  readonly profile: readonly string[];
  readonly player: string;
  /** Undefined when the measurement has no such cell. */
  readonly measured: bigint | undefined;
  /** Undefined when the formula says nothing about it. */
  readonly expected: bigint | undefined;
  /** Measured minus expected; undefined when one of them is missing, which is not equality. */
  readonly difference: bigint | undefined;
}

/** All cells of a situation, profile by profile in the order of the measurement, player by player. */
export function compare({
  measurement,
  expectedUnits,
}: Pick<SituationInput, "measurement" | "expectedUnits">): readonly PayoffCell[] {
  const { payoffs, players, components } = measurement;
  return payoffs.flatMap(({ profile }) =>
    players.map(({ name }, index): PayoffCell => {
      const component = components.find((part) => part.player === name && isSame(part.profile, profile));
      const formula = expectedUnits.find((cell) => isSame(cell.profile, profile))?.units[index];
      const measured = component === undefined ? undefined : BigInt(component.payoffUnits);
      const expected = formula === undefined ? undefined : BigInt(formula);
      const difference = measured === undefined || expected === undefined ? undefined : measured - expected;
      return { profile, player: name, measured, expected, difference };
    }),
  );
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((strategy, index) => strategy === other[index]);
}
