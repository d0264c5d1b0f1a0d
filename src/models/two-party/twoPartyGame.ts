import { formatDecimal } from "#domain/decimal.ts";
import type { Game, ProfilePayoff } from "#domain/game.ts";
import { DECIMALS, type TwoPartyParameters } from "./parameters.ts";
import { twoPartyUnits, type UnitPayoff } from "./twoPartyUnits.ts";

/** Table II of [Cao2022] as a game, in tokens per month: exact decimals, each rounded once to the nearest double. */
export function twoPartyGame(parameters: TwoPartyParameters): Game {
  const table = twoPartyUnits(parameters);
  const strategies = ["cooperate", "defect"];
  return {
    title: "Two-party blockchain supply-chain alliance",
    players: [
      { name: "supplier", strategies },
      { name: "retailer", strategies },
    ],
    payoffs: [
      entry(["cooperate", "cooperate"], table.bothCooperate),
      entry(["cooperate", "defect"], table.onlySupplierCooperates),
      entry(["defect", "cooperate"], table.onlyRetailerCooperates),
      entry(["defect", "defect"], table.bothDefect),
    ],
    symmetric: false,
  };
}

function entry(profile: readonly string[], payoff: UnitPayoff): ProfilePayoff {
  return { profile, payoff: payoff.map((units) => Number(formatDecimal(units, DECIMALS))) };
}
