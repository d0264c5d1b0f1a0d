import { parseDecimal } from "#domain/decimal.ts";
import type { State } from "#domain/game.ts";
import { decimalPlaces } from "#game/decimalPlaces.ts";
import type { Dynamics } from "./dynamics.ts";
import { exactPopulations, type ExactPopulation } from "./exactPopulations.ts";
import type { Populations } from "./populations.ts";

/**
 * Whether nothing moves at a state, decided without rounding. Shares and payoffs are taken as the decimals that denote
 * them, shares over their sum. Imitative dynamics rest where all that is played earns the same; Smith and BNN in Nash
 * equilibria. The logit dynamics rest where exp((payoff_i - payoff_j) / eta) is the ratio of two shares, which for rational
 * numbers means equal payoffs and equal shares: e to a rational power is irrational (Lindemann), except for 0.
 */
export function isRestPoint(dynamics: Dynamics, form: Populations, start: State): boolean {
  return exactPopulations(form, start).every((population) => rests(dynamics, population));
}

function rests(dynamics: Dynamics, population: ExactPopulation): boolean {
  const { shares, payoffs } = population;
  switch (dynamics.kind) {
    case "replicator":
    case "maynard-smith":
    case "imitation":
      return allEqual(payoffs.filter((_, i) => shares[i] !== 0n));
    case "smith":
    case "bnn":
      return payoffs.every((payoff, i) => shares[i] === 0n || payoffs.every((other) => other <= payoff));
    case "logit":
      return allEqual(shares) && allEqual(payoffs);
    case "replicator-mutator":
      return breedsItself(population, dynamics.mutation);
  }
}

function allEqual(values: readonly bigint[]): boolean {
  return values.every((value) => value === values[0]);
}

/** sum_j x_j payoff_j Q_ji = x_i mean for every i, with Q in units of 1 / ((strategies - 1) 10^decimals). */
function breedsItself({ shares, payoffs }: ExactPopulation, mutation: number): boolean {
  if (shares.length === 1) return true;
  const decimals = decimalPlaces(mutation);
  const [mutated, one] = [parseDecimal(mutation, decimals), 10n ** BigInt(decimals)];
  const others = BigInt(shares.length - 1);
  const bred = shares.map((share, i) => share * (payoffs[i] ?? 0n));
  const [all, mean] = [total(shares), total(bred)];
  return shares.every((share, i) => {
    const own = bred[i] ?? 0n;
    return ((one - mutated) * others * own + mutated * (mean - own)) * all === share * mean * others * one;
  });
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
