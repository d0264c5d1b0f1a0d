import { AllianceError } from "#domain/errors.ts";
import type { Player } from "#domain/game.ts";
import { rational } from "#game/rational.ts";
import { difference, type AffineForm, type AffineGame } from "./affineGame.ts";

/** A corner: the share, 0 or 1, of each population's first strategy. */
export type Outcome = readonly (0 | 1)[];

/** What a population gains by its strategy in the outcome instead of the other one, while the others do what is said. */
export interface Gain {
  /** The published name of the difference between first and second strategy, c1 to c4; two populations only. */
  readonly gap?: "c1" | "c2" | "c3" | "c4";
  /** In words: whose gain it is, and what the others do. */
  readonly name: string;
  readonly form: AffineForm;
}

export interface OutcomeGains {
  /** One per population: its gain while all others play their part of the outcome. */
  readonly stay: readonly Gain[];
  /** Two populations only, one each: its gain while the other one deviates. Absent for more. */
  readonly apart?: readonly [Gain, Gain];
}

/** The payoff differences that decide what an outcome is. */
export function outcomeGains(game: AffineGame, outcome: Outcome): OutcomeGains {
  const stay = game.players.map((_, population) => gainOf(game, outcome, population));
  const [x, y] = outcome;
  if (outcome.length !== 2 || x === undefined || y === undefined) return { stay };
  return { stay, apart: [gainOf(game, [x, other(y)], 0), gainOf(game, [other(x), y], 1)] };
}

/** All of them, in the order of the populations, those at the outcome first. */
export function allGains({ stay, apart }: OutcomeGains): readonly Gain[] {
  return [...stay, ...(apart ?? [])];
}

/**
 * @throws AllianceError (usage) unless there is a 0 or a 1 for every population
 */
export function requireOutcome(shares: readonly number[], players: readonly Player[]): Outcome {
  const outcome = shares.flatMap((share): Outcome => {
    if (share === 1) return [1];
    return share === 0 ? [0] : [];
  });
  const names = players.map(({ name }) => name).join(", ");
  if (shares.length !== players.length) {
    throw new AllianceError(
      `the outcome ${shares.join(",")} has ${shares.length} shares for ${players.length} populations`,
      {
        kind: "usage",
        hint: `give one share for each of ${names}, as in ${players.map(() => "1").join(",")}`,
      },
    );
  }
  if (outcome.length !== shares.length) {
    throw new AllianceError(`the outcome ${shares.join(",")} is not a corner`, {
      kind: "usage",
      hint: "give 1 where all of a population play its first strategy, 0 where all play its second",
    });
  }
  return outcome;
}

/** The gain of `population` from its strategy in `profile`, given the others' in it. */
function gainOf(game: AffineGame, profile: Outcome, population: number): Gain {
  const last = profile.length - 1;
  const index = profile.reduce<number>((sum, share, k) => sum + ((1 - share) << (last - k)), 0);
  const own = game.payoffs[population] ?? [];
  const [kept, left] = [own[index] ?? NOTHING, own[index ^ (1 << (last - population))] ?? NOTHING];
  const others = game.players.flatMap(({ name, strategies }, k) =>
    k === population ? [] : [`${JSON.stringify(name)} plays ${JSON.stringify(strategies[1 - (profile[k] ?? 0)])}`],
  );
  return {
    ...(profile.length === 2 ? { gap: gapName(population, profile[1 - population] ?? 0) } : {}),
    name: `${JSON.stringify(game.players[population]?.name)} while ${others.join(" and ")}`,
    form: difference(kept, left),
  };
}

const NOTHING: AffineForm = { constant: rational(0n), slope: rational(0n) };

function gapName(population: number, against: 0 | 1): "c1" | "c2" | "c3" | "c4" {
  if (population === 0) return against === 1 ? "c3" : "c1";
  return against === 1 ? "c4" : "c2";
}

function other(share: 0 | 1): 0 | 1 {
  return share === 1 ? 0 : 1;
}
