import { AllianceError } from "#domain/errors.ts";

/**
 * Digits after the point of the shortest decimal that denotes `value`.
 *
 * @throws AllianceError (usage) when it is not finite
 */
export function decimalPlaces(value: number): number {
  const match = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) {
    throw new AllianceError(`a payoff is ${value}`, { kind: "usage", hint: "payoffs are finite numbers" });
  }
  const [, fraction = "", exponent = "0"] = match;
  return Math.max(0, fraction.length - Number(exponent));
}
